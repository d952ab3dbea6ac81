import { problem } from '../errors.ts';
import { type Grammar, HOLE } from './grammar.ts';
import type { NotationName } from './notation.ts';

/*
 * The notations of lines. Most of them take a value from somewhere to the end of the line, so their escapers rely on what stands before a placeholder, and
 * many on nothing standing behind it. A line that breaks that is never finished, and so found.
 */

interface Lines {
  /** Beginnings of a line after which a placeholder may stand. */
  readonly before: readonly string[];
  /** What a finished line with a placeholder may be; absent: whatever begins as it has to. */
  readonly whole?: readonly string[];
  /** What a finished line without one is, where not every line is finished at its end. */
  readonly plain?: string;
  /** A line as it should be: told to who wrote another. */
  readonly example: string;
}

const BLANK = '[ \\t]*';

/** A grammar of lines. In the patterns H stands for a placeholder, and no `.` crosses the end of a line. */
function lines({ before, whole, plain = whole ? '[^H\\n]*' : '[^\\n]*', example }: Lines): Grammar {
  const either = (patterns: readonly string[]) => `(?:${patterns.join('|').replaceAll('H', HOLE)})`;
  const may = new RegExp(`^${either(before)}$`);
  const finished = new RegExp(`^(?:${either([plain, ...(whole ?? [])])}\\n)*`);
  const spoilt = new RegExp(`${HOLE}[^]*\\n`);
  return {
    unfinished: (text) => text.replace(finished, ''),
    kind: (open) => (open === '' ? 'the start of a line' : 'a line'),
    refuses: (open) => (may.test(open) ? undefined : problem('template.elsewhere', { example })),
    ...(whole !== undefined && {
      spoils: (open: string) => (spoilt.test(open) ? problem('template.not-whole', { example }) : undefined),
    }),
  };
}

/** A comment that is a line of its own. */
const comment = (sign: string) => `${BLANK}${sign}[^\\n]*`;

/**
 * muttrc (neomutt manual, "Syntax of Initialization Files"): the value of a variable, and in it a word of a command in backquotes, which the shell takes in the
 * same double quotes. Other commands read a word once more (hooks), keep its quotes (my_hdr) or run it (source with a bar at the end). A backslash at its end
 * goes on with a line, comments too.
 */
const COMMAND = '`(?:[^`\\\\\\n]|\\\\.)*`';
const STRING = `"(?:[^"\\\\\`\\n]|\\\\.|${COMMAND})*`;
const MUTT_PART = `(?:${STRING}"|'[^'\\n]*'|\\\\.|${COMMAND}|[^\\s"'\`\\\\#;])`;
const MUTT_VALUE = `${BLANK}set(?:[ \\t]+[a-z_]+(?:${BLANK}=${BLANK}${MUTT_PART}+)?)*?[ \\t]+[a-z_]+${BLANK}=${BLANK}${MUTT_PART}*`;
const muttrc = lines({
  before: [MUTT_VALUE, `${MUTT_VALUE}(?:${STRING})?\`${BLANK}[\\w./-]+[ \\t][\\w./:=,+@% \\tH-]*`, comment('#')],
  plain: '(?:[^\\n]*\\\\\\n)*(?:[^\\n]*[^\\\\\\n])?',
  example: 'set from = {{address}}',
});

/**
 * msmtp (msmtp(1); its conf.c): the whole argument of a command. A line has 500 bytes at most, so nothing long stands before it; `eval` runs its argument as
 * soon as the file is read.
 */
const MSMTP_COMMAND = `[ \\t]{0,4}(?!eval[ \\t])[a-z_]{1,20}[ \\t]{1,4}`;
const msmtprc = lines({ before: [MSMTP_COMMAND], whole: [`${MSMTP_COMMAND}H${BLANK}`], example: 'user {{login}}' });

/** isync (mbsync(1); get_arg in its config.c): a word after the first, or a piece of one, as quotes may begin inside. */
const MBSYNC_PART = '(?:"(?:[^"\\\\\\n]|\\\\.)*"|\\\\.|[^\\s"\\\\#])';
const mbsyncrc = lines({
  before: [`${BLANK}[A-Za-z]+(?:[ \\t]+${MBSYNC_PART}+)*[ \\t]+${MBSYNC_PART}*`, comment('#')],
  example: 'User {{login}}',
});

/** aerc (go-ini, parser.go): a whole value, or the name of a section. A value that begins with a backquote or three double quotes, or ends with a backslash, goes on in the next line. */
const AERC_KEY = `${BLANK}[\\w-]+${BLANK}=${BLANK}`;
const aerc = lines({
  before: [AERC_KEY, `${BLANK}\\[`, comment('[#;]')],
  whole: [
    `${AERC_KEY}H${BLANK}`,
    `${BLANK}\\[H\\]${BLANK}`,
    comment('[#;]'),
    `${AERC_KEY}(?:"""[^H]*?"""|\`[^\`H]*\`)[^H\\n]*`,
  ],
  plain: `(?!${AERC_KEY}(?:"""|\`))(?:[^H\\n]*[^\\\\H\\n])?`,
  example: 'source = {{source}}',
});

/** TOML (v1.0.0): a whole value, also in an array on one line, or a part of the name of a table. */
const TOML_STRING = `"(?:[^"\\\\\\nH]|\\\\.)*"(?!")|'[^'\\nH]*'(?!')`;
const TOML_NAME = `(?:[A-Za-z0-9_-]+|${TOML_STRING})`;
const TOML_KEY = `${BLANK}${TOML_NAME}(?:${BLANK}\\.${BLANK}${TOML_NAME})*${BLANK}=${BLANK}`;
const TOML_ITEM = `(?:H|${TOML_STRING}|[\\w.+:-]+)${BLANK}`;
const TOML_TABLE = `${BLANK}\\[{1,2}${BLANK}(?:(?:H|${TOML_NAME})${BLANK}\\.${BLANK})*`;
const TOML_END = `${BLANK}(?:#[^\\nH]*)?`;
const toml = lines({
  before: [TOML_KEY, `${TOML_KEY}\\[${BLANK}(?:${TOML_ITEM},${BLANK})*`, TOML_TABLE, comment('#')],
  whole: [
    `${TOML_KEY}H${TOML_END}`,
    `${TOML_KEY}\\[${BLANK}(?:${TOML_ITEM},${BLANK})*(?:${TOML_ITEM})?\\]${TOML_END}`,
    `${TOML_TABLE}(?:H|${TOML_NAME})${BLANK}\\]{1,2}${TOML_END}`,
    comment('#'),
  ],
  plain: `(?:[^"'#H\\n]|${TOML_STRING}|"""(?:[^\\\\H]|\\\\[^])*?"""|'''[^H]*?''')*(?:#[^\\nH]*)?`,
  example: 'email = {{address}}',
});

/** GLib's key files (gkeyfile.c): anywhere in a value, but for lists, whose separator is escaped in no value. */
const KEY_FILE_VALUE = `[^\\s=[#;H][^=\\nH]*=(?:[^\\\\;\\n]|\\\\.)*`;
const keyfile = lines({
  before: [KEY_FILE_VALUE, '#[^\\n]*'],
  whole: [KEY_FILE_VALUE, '#[^\\n]*'],
  example: 'Host={{host}}',
});

/** Claws Mail (prefs_gtk.c): anywhere in a value. It knows no comments. */
const accountrc = lines({ before: ['[^\\s=[#H][^=\\nH]*=[^\\n]*'], example: 'address={{address}}' });

/** Outlook's profile files (GetPrivateProfileString): a whole value. */
const PRF_KEY = `${BLANK}[^\\s=[;H][^=\\nH]*=${BLANK}`;
const prf = lines({
  before: [PRF_KEY, comment(';')],
  whole: [`${PRF_KEY}H${BLANK}`, comment(';')],
  example: 'EmailAddress={{address}}',
});

/** A line of a batch file that only prints. */
const ECHO = /^[ \t]*(?:>&2[ \t]+)?@?echo(?:[ \t]|\.)[^"^&|<>()\n]*$/i;
const REMARK = /^[ \t]*@?rem[ \t]/i;
const CMD_EXAMPLE = 'set "domain={{domain}}"';

/**
 * Batch files (`cmd /?`, `set /?`, `for /?`): inside double quotes, in the text of ECHO outside parentheses, and in a remark. No further: blanks, commas and equals
 * signs part words outside quotes, and a parenthesis would end a block. Where a program's name stands, a value would be a program.
 */
const cmd: Grammar = {
  unfinished: unfinishedCommands,
  kind: (open) => (open === '' ? 'the start of a line' : 'a line'),
  refuses: (open) => {
    const line = open.slice(open.lastIndexOf('\n') + 1);
    const elsewhere = problem('template.elsewhere', { example: CMD_EXAMPLE });
    // What is left is the beginning of %name%, %~x or %%.
    if (/%/.test(line.replace(/%(?:%(?!$)|[0-9*]|~[a-z$:]*[0-9]|[^%:~*0-9][^%:]*(?::[^%]*)?%)/gi, '')))
      return elsewhere;
    if (!open.includes('\n') && (REMARK.test(line) || ECHO.test(line))) return undefined;
    const quotes = line.split('"').length - 1;
    const named = /(?:^|[&|(@]|\b(?:do|else|call|start))[ \t]*"[^"]*$/i.test(line.replace(/"[^"]*"/g, '_'));
    return quotes % 2 === 1 && !named && !line.includes('^"') && !open.includes('^\n') ? undefined : elsewhere;
  },
  spoils: (open) => (REDIRECTED.test(open) ? problem('template.not-whole', { example: 'echo {{this}}' }) : undefined),
};

/** A digit at the end of the value would be the number of a stream. */
const REDIRECTED = new RegExp(`^[ \\t]*(?:>&2[ \\t]+)?@?echo[^"\\n]*${HOLE}[<>]`, 'im');

/** A command ends with its line, or, with a caret or a parenthesis at the end of it, later. */
function unfinishedCommands(text: string): string {
  let start = 0;
  let depth = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n/g)) {
    if (/^[ \t]*\)/.test(line)) depth = Math.max(0, depth - 1);
    if (/\([ \t]*\n$/.test(line) && !REMARK.test(line)) depth++;
    if (depth === 0 && !/\^\n$/.test(line) && !REDIRECTED.test(line)) start = index + line.length;
    else if (REDIRECTED.test(line)) break;
  }
  return text.slice(start);
}

/** The grammars of the notations of lines. */
export const lineGrammars = {
  muttrc,
  msmtprc,
  mbsyncrc,
  aerc,
  toml,
  keyfile,
  accountrc,
  prf,
  cmd,
} as const satisfies Partial<Record<NotationName, Grammar>>;
