/** Claws Mail's `accountrc` as it reads it (prefs_gtk.c): `[Account: N]`, `name=value` to the end of the line, nothing escaped. */
export function readAccountrc(text: string): Map<string, Map<string, string>> {
  const accounts = new Map<string, Map<string, string>>();
  let account: Map<string, string> | undefined;
  for (const line of text.split('\n').map((each) => each.replace(/[\r\n]+$/, ''))) {
    if (line.startsWith('[')) {
      account = new Map();
      accounts.set(line, account);
    } else if (account !== undefined && line.includes('=') && !line.startsWith('#')) {
      const equals = line.indexOf('=');
      account.set(line.slice(0, equals), line.slice(equals + 1));
    }
  }
  return accounts;
}
