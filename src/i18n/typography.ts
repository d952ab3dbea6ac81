/**
 * Tag for French texts: sets the spaces and apostrophes of French typography in the words that we write, and leaves alone the
 * values that are put in. (Imprimerie nationale: no-break space before a colon and inside guillemets, narrow no-break space before ; ! ?)
 */
export function french(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.map((word, index) => `${index === 0 ? '' : values[index - 1]}${typeset(word)}`).join('');
}

function typeset(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ (:|»)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replaceAll("'", '’');
}

/** Control characters as escapes, so that a text stays on one line. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The form in which yargs takes a text that depends on a number, where ours does not. */
export function plural(text: string): { one: string; other: string } {
  return { one: text, other: text };
}
