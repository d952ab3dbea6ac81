/**
 * The words of one line of a muttrc (neomutt manual, "Syntax of Initialization Files"): blanks end a word, `#` begins a comment and `;` another command where a
 * word could begin, single quotes keep everything, a backslash keeps one sign (`\n`, `\t` … are others), double quotes keep blanks. A dollar or a backquote
 * outside single quotes is a variable or a command, which nothing of ours has.
 */
export function readMuttWords(line: string): string[] {
  const words: string[] = [];
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', e: '\x1b' };
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const sign = line.charAt(index);
    if (quote === '' && /[ \t]/.test(sign)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === '' && word === undefined && /[#;]/.test(sign)) {
      throw new SyntaxError(`a comment or another command: ${line.slice(index)}`);
    } else if (sign === quote) quote = '';
    else if (quote === '' && /["']/.test(sign)) {
      quote = sign;
      word ??= '';
    } else if (sign === '\\' && quote !== "'") {
      index++;
      const kept = line.charAt(index);
      word = (word ?? '') + (escapes[kept] ?? kept);
    } else if (/[$`]/.test(sign) && quote !== "'") throw new SyntaxError(`a variable or a command: ${line}`);
    else word = (word ?? '') + sign;
  }
  if (quote !== '') throw new SyntaxError(`a quote is open: ${line}`);
  return word === undefined ? words : [...words, word];
}
