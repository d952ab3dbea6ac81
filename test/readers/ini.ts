/**
 * INI files as Windows reads them (GetPrivateProfileString): `[section]`, `name=value`, `;` begins a comment line, spaces around a value go, and
 * so do quotation marks around the whole of it.
 */
export function readIni(text: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  for (const line of text.split(/\r\n|[\r\n\x1a]/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith(';')) continue;
    const [, title] = /^\[(.*?)\]/.exec(trimmed) ?? [];
    if (title !== undefined) {
      section = new Map();
      sections.set(title, section);
      continue;
    }
    const equals = trimmed.indexOf('=');
    if (equals < 0 || section === undefined) throw new SyntaxError(`no value: ${line}`);
    const value = trimmed.slice(equals + 1).trim();
    const quoted = value.length > 1 && /^(["']).*\1$/s.test(value);
    section.set(trimmed.slice(0, equals).trim(), quoted ? value.slice(1, -1) : value);
  }
  return sections;
}
