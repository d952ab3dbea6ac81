/**
 * A value as aerc reads it: go-ini with a space before comments (its readValue, and value interpolation of Key.transformValue). What goes on in the next line
 * is refused.
 */
export function readGoIniValue(line: string): string {
  let value = line.slice(line.indexOf('=') + 1).replace(/^[\s\x85]+|[\s\x85]+$/g, '');
  if (value.startsWith('`') || value.startsWith('"""')) throw new SyntaxError('a value of several lines');
  if (value.endsWith('\\')) throw new SyntaxError('the value goes on in the next line');
  if (/^[#;]/.test(value)) return '';
  const comment = value.search(/\s[#;]/);
  if (comment >= 0) value = value.slice(0, comment).trim();
  if (/%\([^)]*\)s/.test(value)) throw new SyntaxError('another value is put in');
  return value.length > 1 && /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** The name of a section, which reaches to the last closing bracket of its line (go-ini, parser.go). */
export function readGoIniSection(line: string): string {
  const [, name = ''] = /^\s*\[(.+)\]\s*$/s.exec(line) ?? [];
  if (name === '') throw new SyntaxError(`no section: ${line}`);
  return name;
}
