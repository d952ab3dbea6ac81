/**
 * The words of one simple command as a POSIX shell makes them (Shell Command Language §2.2, §2.3): blanks end a word, single quotes keep everything to the
 * next one, double quotes all but a variable or a command, which nothing of ours has, a backslash keeps one character. What else has a meaning outside quotes is refused.
 */
export function readShellWords(line: string): string[] {
  const words: string[] = [];
  let rest = line;
  while (rest !== '') {
    rest = rest.replace(/^[ \t]+/, '');
    let word: string | undefined;
    for (;;) {
      const [found = '', quoted, double, escaped, plain] =
        /^(?:'([^']*)'|"((?:[^"\\$`]|\\[^\n])*)"|\\([^\n])|([^\s'"\\`$&|;<>()*?[#~!{}]+))/u.exec(rest) ?? [];
      if (found === '') break;
      word = `${word ?? ''}${quoted ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? ''}`;
      rest = rest.slice(found.length);
    }
    if (word !== undefined) words.push(word);
    if (!/^(?:[ \t]|$)/.test(rest)) throw new SyntaxError(`not for a word: ${rest}`);
  }
  return words;
}
