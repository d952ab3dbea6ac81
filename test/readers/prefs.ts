/**
 * Mozilla's preference files, as their parser describes its grammar (modules/libpref/parser/src/lib.rs), without its error recovery:
 *
 *   pref    = ("user_pref" | "pref" | "defaultPref" …) "(" string "," value ")" ";"
 *   value   = string | "true" | "false" | [+-]? digits, within 32 bits
 *   string  = single or double quotes, with the escapes \" \' \\ \n \r \xNN \uNNNN and no other; \x00 and \u0000 are refused, surrogates
 *             come in pairs; NUL ends the file
 *   comment = # … | // … | /* … *\/
 *
 * A bare line end is allowed in a string there but not in JavaScript, which AutoConfig files are read as; so it is refused here.
 */
export function readPrefs(text: string): Map<string, string | number | boolean> {
  const prefs = new Map<string, string | number | boolean>();
  let rest = text;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest);
    if (found?.index !== 0) return undefined;
    rest = rest.slice(found[0].length);
    return found[0];
  };
  const skip = () => take(/^(?:[\t\v\f \r\n]|#[^\n\r]*|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/);
  const expect = (pattern: RegExp): string => {
    skip();
    const found = take(pattern);
    if (found === undefined) throw new SyntaxError(`${pattern} expected before ${JSON.stringify(rest.slice(0, 20))}`);
    return found;
  };
  const string = () => unquote(expect(/^(?:"(?:[^"\\\n\r\0]|\\.)*"|'(?:[^'\\\n\r\0]|\\.)*')/).slice(1, -1));

  for (skip(); rest !== ''; skip()) {
    expect(/^(?:user_pref|pref|defaultPref|lockPref|sticky_pref)(?=[^\w])/);
    expect(/^\(/);
    skip();
    const name = string();
    expect(/^,/);
    skip();
    prefs.set(name, /^["']/.test(rest) ? string() : bare(expect(/^(?:true|false|[+-]?[0-9]+)(?![A-Za-z_.0-9])/)));
    expect(/^\)/);
    expect(/^;/);
  }
  return prefs;
}

function bare(token: string): number | boolean {
  if (token === 'true' || token === 'false') return token === 'true';
  const number = Number(token);
  if (number < -(2 ** 31) || number >= 2 ** 31) throw new SyntaxError(`${token} has more than 32 bits`);
  return number;
}

const SIMPLE: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', n: '\n', r: '\r' };

function unquote(text: string): string {
  const value = text.replace(/\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))/gsu, (found, byte, unit, simple) => {
    const code = Number.parseInt(byte ?? unit ?? '', 16);
    if (code === 0) throw new SyntaxError('a string holds NUL');
    // \xNN is a byte of UTF-8: beyond ASCII it is only half a character.
    if (byte !== undefined && code > 0x7f) throw new SyntaxError(`${found} is no character`);
    const character = simple === undefined ? String.fromCharCode(code) : SIMPLE[simple];
    if (character === undefined) throw new SyntaxError(`${found} is no escape`);
    return character;
  });
  if (!value.isWellFormed()) throw new SyntaxError('half a surrogate pair');
  return value;
}
