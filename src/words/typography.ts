/**
 * Tag for French texts: sets the spaces and apostrophes of French typography in the words that we write, and leaves alone the
 * values that are put in. (Imprimerie nationale: no-break space before a colon and inside guillemets, narrow no-break space before ; ! ?)
 */
export function french(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const [first = '', ...rest] = typesetOnce(words);
  return rest.reduce((text, word, index) => `${text}${values[index]}${word}`, first);
}

/** The words of a text are one and the same list each time it is used (ECMA-262 §13.2.8.4, GetTemplateObject). */
const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function typesetOnce(words: TemplateStringsArray): readonly string[] {
  const found = known.get(words) ?? words.map(typeset);
  known.set(words, found);
  return found;
}

/** Sets the spaces and apostrophes of French typography in a text that has no values put in; what is set already stays as it is. */
export function typeset(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ (:|»)/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replaceAll("'", '’');
}

/**
 * What shows nothing, turns lines or turns the direction of writing, as escapes: the text stays on one line, and a hidden character is seen. So is what
 * Unicode keeps from being a character, which no page can hold. Only the joiner inside an emoji stays.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

const HIDDEN =
  /(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** A text cut to a length that a message can show. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : text;
}

const LENGTH = 80;

/** `a, b and c`, with the word between the last two. (Intl.ListFormat says the same, but takes 10 ms to load at each start.) */
export function enumerate(items: readonly string[], and: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** The form in which yargs takes a text that depends on a number, where ours does not. */
export function plural(text: string): { one: string; other: string } {
  return { one: text, other: text };
}
