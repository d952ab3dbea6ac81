import { problem, UnrepresentableError } from '../errors.ts';
import { piecewise } from '../prepare/marks.ts';

/**
 * Escapers: one for each notation. Each takes what a template placed in `{{…}}` and returns the text to write, or throws
 * `UnrepresentableError` naming the value. They take strings, numbers and booleans; anything else is a mistake of a context.
 */
export type Escape = (value: unknown) => string;

type Scalar = string | number | boolean;

/** Characters that XML 1.0 cannot carry even as references (production 2 [Char]). */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** What XML and HTML take as it is, and nearly every value consists of. */
const PLAIN = /^[ !#-%(-;=?-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Can XML 1.0 carry this text at all? */
export function fitsXml(text: string): boolean {
  return !NOT_XML.test(text);
}

/**
 * Text or quoted attribute value in XML 1.0. Line ends and tabs are references, or a parser would turn them into others (XML 1.0 §2.11, §3.3.3; the
 * last three by XML 1.1 §2.11, which xmldom follows always).
 */
export const xmlText: Escape = piecewise((value: unknown) => {
  const text = String(scalar(value));
  if (PLAIN.test(text)) return text;
  if (NOT_XML.test(text)) throw unrepresentable('XML', text);
  return text.replace(/[&<>"'\t\n\r\x85\u2028\u2029]/g, reference);
});

/** Text or quoted attribute value in HTML. A bare carriage return would become a line feed (HTML Standard §13.2.3.5). */
export const htmlText: Escape = piecewise((value: unknown) => {
  const text = String(scalar(value));
  if (PLAIN.test(text)) return text;
  if (NOT_XML.test(text)) throw unrepresentable('HTML', text);
  return text.replace(/[&<>"'\r]/g, reference);
});

/**
 * Text in HTML, where a line may break behind the signs that part an address (HTML Standard §4.5.28), and not between two of them. It is not made piece by piece: what
 * follows decides whether there is a place.
 */
export const htmlTextWithBreaks: Escape = (value) => {
  const text = String(scalar(value));
  if (NOT_XML.test(text)) throw unrepresentable('HTML', text);
  return text
    .split(/(?<=[@./?=])(?=[^@./?=])/)
    .map(htmlText)
    .join('<wbr>');
};

/** A JSON value (RFC 8259), quotes included. */
export const jsonLiteral: Escape = (value) => {
  const checked = scalar(value);
  if (typeof checked === 'string' && !checked.isWellFormed()) throw unrepresentable('JSON', checked);
  return JSON.stringify(checked);
};

/**
 * A JavaScript literal, quotes included, for preference files. Mozilla's parser of these files knows the escapes \" \' \\ \r \n \xNN and
 * \uNNNN and no others (modules/libpref/parser), so control characters are written in the long form.
 */
export const javascriptLiteral: Escape = (value) => {
  const checked = scalar(value);
  if (typeof checked !== 'string') {
    // A preference is an integer of 32 bits there; a fraction or a larger one ends the reading of the whole file.
    if (typeof checked === 'number' && checked !== (checked | 0)) throw unrepresentable('JavaScript', String(checked));
    return String(checked);
  }
  // A preference is a C string there: it ends at NUL.
  if (!checked.isWellFormed() || checked.includes('\0')) throw unrepresentable('JavaScript', checked);
  const escaped = checked.replace(/["\\]/g, '\\$&').replace(/[\0-\x1f\x7f\u2028\u2029]/g, unicodeEscape);
  return `"${escaped}"`;
};

/** The data or name of a registry value in a .reg file: quoted string, or dword for a number. A line break has no quoted form. */
export const registryLiteral: Escape = (value) => {
  const checked = scalar(value);
  if (typeof checked === 'string') {
    if (/[\0-\x1f\x7f]/.test(checked) || !checked.isWellFormed()) throw unrepresentable('.reg', checked);
    return `"${checked.replace(/["\\]/g, '\\$&')}"`;
  }
  const number = Number(checked);
  if (!Number.isInteger(number) || number < 0 || number > 0xffffffff) throw unrepresentable('.reg', String(checked));
  return `dword:${number.toString(16).padStart(8, '0')}`;
};

/**
 * A value inside double quotes in a batch file, or in what ECHO prints. No form of quoting carries these characters safely through cmd, so they are refused; a
 * program that is called takes a backslash before the closing quote for the escape of it (CommandLineToArgvW); and ECHO takes nothing, ON, OFF and /? for itself.
 */
export const cmdValue: Escape = (value) => {
  const text = String(scalar(value));
  if (/["%^&<>|!\0-\x1f\x7f]|\\$|\/\?|^[\s,;=]*(?:on|off)?[\s,;=]*$/i.test(text)) throw unrepresentable('cmd', text);
  return text;
};

/** A PowerShell literal (about_Quoting_Rules): single quotes, doubled inside. PowerShell takes the curly ones for single quotes too. */
export const powershellLiteral: Escape = (value) => {
  const checked = scalar(value);
  if (typeof checked === 'number') return String(checked);
  if (typeof checked === 'boolean') return checked ? '$true' : '$false';
  if (/[\0-\x1f\x7f]/.test(checked) || !checked.isWellFormed()) throw unrepresentable('PowerShell', checked);
  return `'${checked.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
};

/** One word of a POSIX shell, in single quotes (Shell Command Language §2.2.2); a single quote stands between two such words. */
export const shellWord: Escape = (value) => {
  const text = String(scalar(value));
  if (/[\0-\x1f\x7f]/.test(text) || !text.isWellFormed()) throw unrepresentable('sh', text);
  return `'${text.replaceAll("'", "'\\''")}'`;
};

/** A word of a muttrc in double quotes, where a backslash keeps the next sign, and a dollar and a backquote have a meaning (neomutt manual, "Syntax of Initialization Files"). */
export const muttWord: Escape = (value) => quoted('muttrc', value, /["\\$`]/g);

/** A word of isync's file in double quotes; a backslash keeps the next sign (mbsync(1), "CONFIGURATION"). */
export const mbsyncWord: Escape = (value) => quoted('mbsyncrc', value, /["\\]/g);

/** The argument of a command of msmtp: the rest of the line, from which the outermost double quotes are taken. A line has 500 bytes at most. (msmtp(1); seen with 1.8.23) */
export const msmtpArgument: Escape = (value) => {
  const text = quoted('msmtprc', value, NEVER);
  if (new TextEncoder().encode(text).length > 470) throw unrepresentable('msmtprc', String(value));
  return text;
};

/**
 * The value of a key of aerc's files: the rest of the line. Its reader (go-ini) takes away quotes around the whole, comments behind a space and a backslash at
 * the end, and replaces `%(name)s`. A section has a name.
 */
export const aercValue: Escape = (value) => {
  const text = String(scalar(value));
  const misread = /^$|[\0-\x1f\x7f\x85]|^\s|\s$|^[`#;]|^"""|^(["']).*\1$|\s[#;]|\\$|%\(/;
  if (misread.test(text) || !text.isWellFormed()) throw unrepresentable('accounts.conf', text);
  return text;
};

/** A TOML value (v1.0.0, "String"): the escapes of JSON, and U+007F has to be one. */
export const tomlValue: Escape = (value) => {
  const checked = scalar(value);
  if (typeof checked === 'number' && !Number.isSafeInteger(checked)) throw unrepresentable('TOML', String(checked));
  if (typeof checked === 'string' && !checked.isWellFormed()) throw unrepresentable('TOML', checked);
  return JSON.stringify(checked).replaceAll('\x7f', '\\u007f');
};

/**
 * A value of an Outlook profile file: to the end of the line, printable ASCII, no quoting of any kind. Windows would take quotes around the whole of it
 * away (GetPrivateProfileString).
 */
export const prfValue: Escape = (value) => {
  const text = String(scalar(value));
  if (!/^[ -~]*$/.test(text) || /^[ ;[]| $|^(["']).*\1$/.test(text)) throw unrepresentable('.prf', text);
  return text;
};

const NEVER = /(?!)/g;

/** Between double quotes, a backslash before the signs that need one; on one line. */
function quoted(notation: string, value: unknown, signs: RegExp): string {
  const text = String(scalar(value));
  if (/[\0-\x1f\x7f]/.test(text) || !text.isWellFormed()) throw unrepresentable(notation, text);
  return `"${text.replace(signs, '\\$&')}"`;
}
/**
 * A value of GLib's key files, as most programs of GNOME have them: escapes for backslash and white space at the ends (g_key_file_set_string); a tab or line
 * break inside would be read, but is written so that a file stays readable.
 */
export const keyFileValue: Escape = (value) => {
  const text = String(scalar(value));
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) || !text.isWellFormed()) throw unrepresentable('key files', text);
  return text.replace(/\\|[\t\n\r]|^ | $/g, (sign) => KEY_FILE_ESCAPES[sign] ?? sign);
};

const KEY_FILE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  ' ': '\\s',
};

/** A value of Claws Mail's files: from the equals sign to the end of the line as it is; nothing is escaped (prefs_gtk.c). */
export const clawsValue: Escape = (value) => {
  const text = String(scalar(value));
  if (/[\0-\x1f\x7f]/.test(text) || !text.isWellFormed()) throw unrepresentable('accountrc', text);
  return text;
};

function scalar(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(
    `a template may print a string, a number or a boolean, not ${value === null ? 'null' : typeof value}`,
  );
}

function reference(character: string): string {
  return ENTITIES[character] ?? `&#${character.charCodeAt(0)};`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function unrepresentable(notation: string, value: string): UnrepresentableError {
  return new UnrepresentableError(problem('value.unrepresentable', { notation, value: JSON.stringify(value) }));
}
