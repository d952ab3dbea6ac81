/**
 * The literals of PowerShell that our escaper writes (about_Quoting_Rules, about_Numeric_Literals): a single-quoted string, in which two single quotes
 * stand for the second of them; `$true`, `$false`; a number. Single quotes are also the four curly ones, alone or mixed.
 */
export function readPowerShellLiteral(text: string): string | number | boolean {
  if (text === '$true' || text === '$false') return text === '$true';
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) return Number(text);
  const quote = (index: number) => /^['\u2018-\u201b]$/.test(text.charAt(index));
  if (!quote(0)) throw new SyntaxError(`no literal: ${text}`);
  let value = '';
  let index = 1;
  for (; index < text.length; index++) {
    if (/[\0\r\n]/.test(text.charAt(index))) throw new SyntaxError('the line ends in a literal');
    if (quote(index)) {
      if (!quote(index + 1)) break;
      index++;
    }
    value += text.charAt(index);
  }
  if (index !== text.length - 1) throw new SyntaxError(`something stands after the literal: ${text.slice(index)}`);
  return value;
}
