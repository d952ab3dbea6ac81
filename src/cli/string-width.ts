/**
 * Takes the place of the package string-width in the bundled command line (scripts/build.ts). yargs measures the columns of its help with it, and it
 * makes ready for every script and emoji of Unicode when it is loaded: 20 ms of each start. Our help is French or English, where a character is a column.
 */
export default function stringWidth(text: string): number {
  return [...text.normalize('NFC')].length;
}
