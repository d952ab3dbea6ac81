/**
 * Key files as GLib reads strings from them (glib/gkeyfile.c): `[group]`, `key=value`, `#` begins a comment line, white space around the name and before the value
 * goes; `\s \n \t \r \\` and no other escapes; no NUL.
 */
export function readKeyFile(text: string): Map<string, Map<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  let group: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, title] = /^\[([^[\]]*)\][ \t]*$/.exec(line) ?? [];
    if (title !== undefined) {
      group = groups.get(title) ?? new Map();
      groups.set(title, group);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1 || group === undefined) throw new SyntaxError(`no value: ${line}`);
    group.set(line.slice(0, equals).trimEnd(), readString(line.slice(equals + 1).replace(/^[ \t\v\f\r]+/, '')));
  }
  return groups;
}

const ESCAPES: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function readString(value: string): string {
  return value.replace(/\\(.?)/gs, (_, letter: string) => {
    const meant = ESCAPES[letter];
    if (meant === undefined) throw new SyntaxError(`no escape: \\${letter}`);
    return meant;
  });
}
