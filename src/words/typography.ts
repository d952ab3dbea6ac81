/**
 * Sets the spaces and apostrophes of French typography in a text before values are put in; what is set already stays as it is. (Imprimerie nationale:
 * no-break space before a colon and inside guillemets, narrow no-break space before ; ! ?)
 */
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
