/** A line of a file, without its end, and the offset of its first character. */
export interface PlacedLine {
  readonly text: string;
  readonly at: number;
}

/** The lines of a text, in the time of reading it. A line ends with LF or CR LF. */
export function placedLines(text: string): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end;
    lines.push({ text: text.slice(at, text[next - 1] === '\r' && next > at ? next - 1 : next), at });
    at = next + 1;
  }
  return lines;
}
