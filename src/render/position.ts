import type { NotationName } from './notation.ts';

/**
 * Where in its notation a placeholder stands. Escaping holds in some positions only (OWASP XSS Prevention Cheat Sheet, rules 1 and 2), so
 * the others do not compile. A grammar knows just enough of the notation for that: what is complete and can be forgotten, and what kind
 * of thing the rest opens.
 */
export interface Grammar {
  /** Everything complete from the start of a text. */
  readonly complete: RegExp;
  /** What an unfinished rest is the beginning of. */
  readonly kind: (open: string) => string;
  /** Why a placeholder may not stand at the end of an unfinished rest; `undefined` where it may. */
  readonly refuses: (open: string) => string | undefined;
}

/** Stands for the value of a placeholder in an unfinished rest. */
export const HOLE = '\ufffc';

/** Reads on: what is unfinished at the end of `open` and `text`. */
export function advance(grammar: Grammar, open: string, text: string): string {
  return (open + text).replace(grammar.complete, '');
}

const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^"'>])*`;
/** Elements whose text is not read as HTML (HTML Standard §13.1.2). */
const RAW = '(?:script|style|xmp|iframe|noembed|noframes|noscript|plaintext)';
const COMMENTS = String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![A-Za-z]${ATTRIBUTES}>`;
const TEXT = `[^<]+|<(?![!?/A-Za-z]|$)`;
const ATTRIBUTE = new RegExp(String.raw`^<[A-Za-z]${ATTRIBUTES}?\s([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)|'([^']*))$`);

/** Text and quoted attribute values, and nothing else. */
const xml: Grammar = {
  complete: new RegExp(`^(?:${TEXT}|${COMMENTS}|</?[A-Za-z]${ATTRIBUTES}>)*`),
  kind: (open) => {
    if (open === '') return 'text';
    if (/^<[!?]/.test(open)) return 'a comment, a declaration or CDATA';
    const attribute = ATTRIBUTE.exec(open)?.[1];
    return attribute === undefined ? 'a tag' : `the attribute ${attribute}`;
  },
  refuses: (open) => {
    if (open === '' || ATTRIBUTE.test(open)) return undefined;
    return /^<[!?]/.test(open)
      ? 'a placeholder in a comment, a declaration or CDATA'
      : 'a placeholder in a tag outside a quoted attribute value';
  },
};

const IN_RAW = new RegExp(`^<${RAW}\\b${ATTRIBUTES}>`, 'i');
/** Attributes that a browser follows. Their value comes checked from the model, as a whole. */
const LINKS = /^(?:href|src|action|formaction|cite|data|poster|background|ping|srcset|manifest|xlink:href)$/i;
/** Attributes that hold another language. */
const CODE = /^(?:on.*|style|srcdoc)$/i;

const html: Grammar = {
  complete: new RegExp(
    `^(?:${TEXT}|${COMMENTS}|<(${RAW})\\b${ATTRIBUTES}>[\\s\\S]*?</\\1\\s*>|<(?!${RAW}\\b)/?[A-Za-z]${ATTRIBUTES}>)*`,
    'i',
  ),
  kind: (open) => (IN_RAW.test(open) ? 'script or style' : xml.kind(open)),
  refuses: (open) => {
    if (IN_RAW.test(open)) return 'a placeholder inside script or style';
    const [, name = '', double, single] = ATTRIBUTE.exec(open) ?? [];
    if (CODE.test(name)) return `a placeholder in the attribute ${name}`;
    const before = double ?? single ?? '';
    if (LINKS.test(name) && before !== '' && !before.startsWith('#') && !before.startsWith(HOLE)) {
      return `a placeholder in the attribute ${name} after “${before}”`;
    }
    return xml.refuses(open);
  },
};

/** Notations whose escaper writes the quotes: a placeholder stands for a whole literal, or in a comment that ends with its line. */
function literals(complete: RegExp, lineComment: RegExp): Grammar {
  const kind = (open: string) => {
    if (open === '') return 'code';
    return lineComment.test(open) ? 'a comment' : `what ${open.slice(0, 1)} opens`;
  };
  return {
    complete,
    kind,
    refuses: (open) => (open === '' || lineComment.test(open) ? undefined : `a placeholder in ${kind(open)}`),
  };
}

const NEVER = /(?!)/;
const javascript = literals(
  /^(?:[^"'`/]+|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|\/(?![/*]|$))*/,
  /^\/\//,
);
const json = literals(/^(?:[^"]+|"(?:[^"\\]|\\[\s\S])*")*/, NEVER);
const registry = literals(/^(?:[^"[;]+|"(?:[^"\\]|\\[\s\S])*"|\[[^\]\n]*\]|;[^\n]*\n)*/, /^;/);
const powershell = literals(
  /^(?:[^"'`<@#]+|@'\n[\s\S]*?\n'@|@"\n[\s\S]*?\n"@|'(?:[^']|'')*'(?!')|"(?:[^"`]|`[\s\S]|"")*"(?!")|`[\s\S]|<#[\s\S]*?#>|#[^\n]*\n|<(?!#|$)|@(?!["']\n|$))*/,
  /^#/,
);
/**
 * POSIX shell. A comment begins where a word could. Not complete, so that no placeholder follows: here-documents, backquotes, and a substitution with quotes
 * inside double quotes, where quoting begins anew.
 */
const shell = literals(
  /^(?:(?<![^\s;])#[^\n]*\n|(?<=[^\s;])#|[^"'`#\\<]+|'[^']*'|"(?:[^"\\`$]|\\[\s\S]|\$(?!\()|\$\([^"'`()]*\))*"|\\[\s\S]|<(?!<|$))*/,
  /^#/,
);

/** The grammars; a notation without one takes a placeholder anywhere. */
export const grammars: Readonly<Partial<Record<NotationName, Grammar>>> = {
  xml,
  mobileconfig: xml,
  k9s: xml,
  html,
  js: javascript,
  cfg: javascript,
  json,
  reg: registry,
  ps1: powershell,
  sh: shell,
};
