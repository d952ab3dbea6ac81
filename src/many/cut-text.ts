/** A text of no more than so many characters; of a longer one the beginning, and how many it had. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character would be none.
  const begin = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${begin}… [${begin.length}/${text.length}]`;
}
