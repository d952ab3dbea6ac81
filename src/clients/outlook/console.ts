/** Texts of ours as the Windows console can show them. Values go through unchanged: what code page 850 lacks in them is refused by the encoder. */

const WIDTH = 76;

/** Lines of at most 76 characters in code page 850, which has « » and é but none of the signs of a book's typography. */
export function consoleLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '’': "'",
  // A straight double quote would open a quotation for cmd.
  '“': "'",
  '”': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
};

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f’“”–—…œŒ]/g, (sign) => SIGNS[sign] ?? sign);
}
