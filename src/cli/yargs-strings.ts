/** Texts that yargs asks for with a number; ours do not depend on it. */
const COUNTED: ReadonlySet<string> = new Set([
  'Missing required argument: %s',
  'Not enough non-option arguments: got %s, need at least %s',
  'Too many non-option arguments: got %s, maximum of %s',
  'Unknown argument: %s',
  'Unknown command: %s',
]);

/** The texts in the form of y18n, the translator of yargs. The typings of yargs leave out its plural forms. */
export function yargsStrings(texts: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(texts).map(([key, text]) => [
    key,
    COUNTED.has(key) ? { one: text, other: text } : text,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
