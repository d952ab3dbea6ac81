import { problem } from '../errors.ts';
import { type Grammar, HOLE } from './grammar.ts';
import { lineGrammars } from './line-position.ts';
import type { NotationName } from './notation.ts';

const without = (complete: RegExp) => (text: string) => text.replace(complete, '');

const ATTRIBUTES = `(?:"[^"]*"|'[^']*'|[^"'>])*`;
/** Elements whose text is not read as HTML (HTML Standard §13.1.2). */
const RAW = '(?:script|style|xmp|iframe|noembed|noframes|noscript|plaintext)';
/** Elements of which the text is read, and in which no element begins (there too). */
const ESCAPABLE = '(?:title|textarea)';
const COMMENTS = String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![A-Za-z]${ATTRIBUTES}>`;
const TEXT = `[^<]+|<(?![!?/A-Za-z]|$)`;
const ATTRIBUTE = new RegExp(String.raw`^<[A-Za-z]${ATTRIBUTES}?\s([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)|'([^']*))$`);

/** Text and quoted attribute values, and nothing else. */
const xml: Grammar = {
  unfinished: without(new RegExp(`^(?:${TEXT}|${COMMENTS}|</?[A-Za-z]${ATTRIBUTES}>)*`)),
  kind: (open) => {
    if (open === '') return 'text';
    if (/^<[!?]/.test(open)) return 'a comment, a declaration or CDATA';
    const attribute = ATTRIBUTE.exec(open)?.[1];
    return attribute === undefined ? 'a tag' : `the attribute ${attribute}`;
  },
  refuses: (open) => {
    if (open === '' || ATTRIBUTE.test(open)) return undefined;
    return problem(/^<[!?]/.test(open) ? 'template.in-comment' : 'template.in-tag', {});
  },
};

const IN_RAW = new RegExp(`^<${RAW}\\b${ATTRIBUTES}>`, 'i');
const IN_ESCAPABLE = new RegExp(`^<${ESCAPABLE}\\b${ATTRIBUTES}>`, 'i');
const WHOLE = `(?:${RAW}|${ESCAPABLE})`;
/** Attributes that a browser follows. Their value comes checked from the model, as a whole. */
const LINKS = /^(?:href|src|action|formaction|cite|data|poster|background|ping|srcset|manifest|xlink:href)$/i;
/** Attributes that hold another language. */
const CODE = /^(?:on.*|style|srcdoc)$/i;

/**
 * The whole value of a custom property in a `<style>` (CSS Variables §2). No value ends the element, because `<` is escaped; and the policy of a page lets a style hold by
 * the hash of what a provider's checked colour makes of it (src/pages/look.ts), so that nothing else that stands there has an effect.
 */
const CUSTOM_PROPERTY = /^<style\b[^>]*>[\s\S]*[;{]--[a-z-]+:$/i;
const BESIDE = new RegExp(`${HOLE}(?!;)`);

const html: Grammar = {
  unfinished: without(
    new RegExp(
      `^(?:${TEXT}|${COMMENTS}|<(${WHOLE})\\b${ATTRIBUTES}>[\\s\\S]*?</\\1\\s*>|<(?!${WHOLE}\\b)/?[A-Za-z]${ATTRIBUTES}>)*`,
      'i',
    ),
  ),
  kind: (open) => {
    if (IN_ESCAPABLE.test(open)) return 'a title';
    return IN_RAW.test(open) ? 'script or style' : xml.kind(open);
  },
  refuses: (open) => {
    if (IN_RAW.test(open)) return CUSTOM_PROPERTY.test(open) ? undefined : problem('template.in-script', {});
    if (IN_ESCAPABLE.test(open)) return undefined;
    const [, name = '', double, single] = ATTRIBUTE.exec(open) ?? [];
    if (CODE.test(name)) return problem('template.in-attribute', { name });
    const before = double ?? single ?? '';
    if (LINKS.test(name) && before !== '' && !before.startsWith('#') && !before.startsWith(HOLE)) {
      return problem('template.in-link', { name, before: before.replaceAll(HOLE, '{{…}}') });
    }
    return xml.refuses(open);
  },
  // An element begins in text alone.
  breaks: (open) => open === '',
  spoils: (open) => (IN_RAW.test(open) && BESIDE.test(open) ? problem('template.in-script', {}) : undefined),
};

/** What, directly before or behind a value, would become one word with it: a digit with a number, a quote with its quotes. */
interface Beside {
  readonly before: RegExp;
  readonly behind: RegExp;
}

/**
 * Notations whose escaper writes the quotes: a placeholder stands for a whole literal, or in a comment that ends with its line. HOLE alone is an unfinished rest
 * too: the end of a word, to which nothing may be added.
 */
function literals(complete: RegExp, lineComment: RegExp, { before, behind }: Beside): Grammar {
  const sign = (open: string) => open.slice(0, 1);
  const isWord = (open: string) => open === HOLE || (open.startsWith(HOLE) && behind.test(open.slice(1)));
  return {
    unfinished: (text) => {
      if (text !== HOLE && isWord(text)) return text;
      const open = text.replace(complete, '');
      return open === '' && before.test(text) ? HOLE : open;
    },
    kind: (open) => {
      if (open === '' || isWord(open)) return 'code';
      return lineComment.test(open) ? 'a comment' : sign(open);
    },
    refuses: (open) => {
      if (open === HOLE) return problem('template.beside', {});
      return open === '' || lineComment.test(open) ? undefined : problem('template.in-quotes', { sign: sign(open) });
    },
    spoils: (open) => (open !== HOLE && isWord(open) ? problem('template.beside', {}) : undefined),
  };
}

/** Of a value and what stands beside it, these notations make one word, or one string with a quote in it. */
const WORDS: Beside = { before: new RegExp(`[\\w"'\`$.@${HOLE}]$`), behind: /^[\w"'`.@]/ };

const NEVER = /(?!)/;
const javascript = literals(
  /^(?:[^"'`/]+|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|\/(?![/*]|$))*/,
  /^\/\//,
  WORDS,
);
const json = literals(/^(?:[^"]+|"(?:[^"\\]|\\[\s\S])*")*/, NEVER, WORDS);
const registry = literals(/^(?:[^"[;]+|"(?:[^"\\]|\\[\s\S])*"|\[[^\]\n]*\]|;[^\n]*\n)*/, /^;/, WORDS);
const powershell = literals(
  /^(?:[^"'`<@#]+|@'\n[\s\S]*?\n'@|@"\n[\s\S]*?\n"@|'(?:[^']|'')*'(?!')|"(?:[^"`]|`[\s\S]|"")*"(?!")|`[\s\S]|<#[\s\S]*?#>|#[^\n]*\n|<(?!#|$)|@(?!["']\n|$))*/,
  /^#/,
  WORDS,
);
/**
 * POSIX shell. A comment begins where a word could. Not complete, so that no placeholder follows: here-documents, backquotes, and a substitution with quotes
 * inside double quotes, where quoting begins anew.
 */
const shell = literals(
  /^(?:(?<![^\s;])#[^\n]*\n|(?<=[^\s;])#|[^"'`#\\<]+|'[^']*'|"(?:[^"\\`$]|\\[\s\S]|\$(?!\()|\$\([^"'`()]*\))*"|\\[\s\S]|<(?!<|$))*/,
  /^#/,
  // Words of a shell are put together of pieces; but a dollar would give the quotes another meaning (bash(1), "QUOTING").
  { before: /\$$/, behind: NEVER },
);

/** The grammar of every notation. */
export const grammars: Readonly<Record<NotationName, Grammar>> = {
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
  ...lineGrammars,
};
