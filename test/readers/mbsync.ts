/** The words of one line of isync's file (mbsync(1), "CONFIGURATION"; get_arg in its config.c): a backslash keeps the next sign, in quotes or not. */
export function readMbsyncWords(line: string): string[] {
  const words: string[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    if (rest.startsWith('#')) break;
    const [found = '', body = ''] = /^((?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|[^\\\s"])+)(?=[ \t]|$)/.exec(rest) ?? [];
    if (found === '') throw new SyntaxError(`not closed: ${rest}`);
    words.push(body.replace(/\\([\s\S])|"/g, (_, kept: string | undefined) => kept ?? ''));
    rest = rest.slice(found.length).replace(/^[ \t]+/, '');
  }
  return words;
}
