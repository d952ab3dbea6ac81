import type { XmlElement } from '../../read/xml-tree.ts';

/** What Thunderbird's JXON makes of an element without children: a text, a number, a boolean; of one with attributes, children or a comment alone, an object. */
export type JxonValue = string | number | boolean | object;

/** Reads a value as Thunderbird does before its account set-up looks at it (JXON.sys.mjs, `parseText` and `createObjTree`). */
export function jxonValue({ text, children, attributes, runs }: XmlElement): JxonValue {
  if (children.length > 0 || Object.keys(attributes).length > 0) return OBJECT;
  // Without any node in it an element is true; with one that has no text, an empty object.
  if (text === '') return runs.length === 1 ? true : OBJECT;
  return jxonParsed(text);
}

/** As text again, which is what becomes of logins and names. */
export function jxonText(text: string): string {
  return String(jxonParsed(text));
}

const OBJECT = Object.freeze({});

/** A text or an attribute by itself. */
export function jxonParsed(text: string): string | number | boolean {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  // A number of so many digits is read in more than linear time, and is none that anybody writes.
  if (text.length > 5_000) return text;
  // Of a text that is a number in any notation, with white space around it or empty, it keeps what parseFloat reads of it.
  return Number.isFinite(Number(text)) ? Number.parseFloat(text) : text;
}
