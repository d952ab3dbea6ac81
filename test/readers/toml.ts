/** A TOML value on one line: a basic string, an integer or a boolean (TOML v1.0.0). What a basic string may not hold is refused. */
export function readTomlValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  const [, body] =
    /^"((?:[^"\\\0-\x08\x0a-\x1f\x7f]|\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}))*)"$/.exec(text) ?? [];
  if (body === undefined) throw new SyntaxError(`no value: ${text}`);
  const signs: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
  return body.replace(/\\(?:u(.{4})|U(.{8})|(.))/g, (_, short?: string, long?: string, sign = '') => {
    const code = short ?? long;
    return code === undefined ? (signs[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16));
  });
}

/** The parts of the name of a table, bare or as basic strings. */
export function readTomlTable(line: string): string[] {
  const [, name = ''] = /^\[(.*)\]$/s.exec(line) ?? [];
  const parts = name.match(/"(?:[^"\\]|\\.)*"|[A-Za-z0-9_-]+/g) ?? [];
  if (parts.join('.') !== name) throw new SyntaxError(`no table: ${line}`);
  return parts.map((part) => (part.startsWith('"') ? String(readTomlValue(part)) : part));
}
