/*
 * XML with a document type. Facteur reads none; programs pass over it, and some know the entities that it declares.
 */

const DOCTYPE = /<!DOCTYPE\s[^[<>]*(\[[^\]]*\]\s*)?>/i;
const ENTITY = /<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"%&<]*)"|'([^'%&<]*)')\s*>/g;

/** The text without its document type, and what that declares in words alone. */
export function withoutDocumentType(text: string): {
  readonly text: string;
  readonly entities: ReadonlyMap<string, string>;
} {
  const found = DOCTYPE.exec(text);
  if (found === null) return { text, entities: new Map() };
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of (found[1] ?? '').matchAll(ENTITY))
    entities.set(name, double ?? single ?? '');
  return { text: text.slice(0, found.index) + text.slice(found.index + found[0].length), entities };
}

/** With its entities in their places. */
export function expanded(text: string): string {
  const { text: rest, entities } = withoutDocumentType(text);
  return rest.replace(/&([A-Za-z_][\w.-]*);/g, (reference, name: string) => entities.get(name) ?? reference);
}
