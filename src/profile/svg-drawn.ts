import type { XmlElement, XmlNode } from '@rgrove/parse-xml';
import { partsIn } from './svg-css.ts';

/*
 * How much a picture draws. `<use>` draws another part of it once more, and so do patterns, masks and markers; a part that draws another one ten times, and that the next, makes of a few
 * lines more than any computer can draw.
 */

/** A rule of the picture's own CSS: whom its selectors may mean, and what it draws with. */
interface Rule {
  readonly selectors: readonly string[];
  readonly parts: readonly string[];
}

/** How many elements are drawn, counted no further than a little above `most`. A part that draws itself has no end. */
export function drawnBy(root: XmlElement, most: number): number {
  const all = [...elementsIn(root)];
  const byId = new Map(all.flatMap((each) => (each.attributes.id === undefined ? [] : [[each.attributes.id, each]])));
  const rules = all.filter(({ name }) => name === 'style').flatMap(({ text }) => rulesIn(text));
  const known = new Map<XmlElement, number>();
  const count = (element: XmlElement): number => {
    const found = known.get(element);
    if (found !== undefined) return found;
    // Until it is known: who comes here again is inside of it.
    known.set(element, Number.POSITIVE_INFINITY);
    const parts = partsOf(element, rules).flatMap((id) => byId.get(id) ?? []);
    const inside = element.children.filter(isElement);
    const sum = [...inside, ...parts].reduce((total, each) => Math.min(total + count(each), most + 1), 1);
    known.set(element, sum);
    return sum;
  };
  return count(root);
}

function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* elementsIn(child);
}

function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

/** The ids of the parts with which an element is drawn. */
function partsOf(element: XmlElement, rules: readonly Rule[]): string[] {
  const ownParts = Object.entries(element.attributes).flatMap(([key, value]) =>
    key.slice(key.indexOf(':') + 1).toLowerCase() === 'href' ? [value.trim().slice(1)] : partsIn(value),
  );
  const byRule = rules.filter(({ selectors }) => selectors.some((each) => mayMean(each, element)));
  return [...ownParts, ...byRule.flatMap(({ parts }) => parts)];
}

/** The rules that draw with parts; one whose braces are not those of a plain rule may mean everything. */
function rulesIn(text: string): Rule[] {
  const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ');
  const plain = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(','),
    parts: partsIn(body),
  }));
  const rest = partsIn(css.replaceAll(/[^{}]*\{[^{}]*\}/g, ''));
  return [...plain, { selectors: ['*'], parts: rest }].filter(({ parts }) => parts.length > 0);
}

/** May a selector mean this element? By what its last part says of tag, id and classes; what else it says only makes it mean fewer. */
function mayMean(selector: string, { name, attributes }: XmlElement): boolean {
  const last = (
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? ''
  ).replaceAll(/::?[\w-]+(?!\(|[\w-])/g, '');
  if (/[():[\]]/.test(last)) return true;
  const [tag = ''] = /^[^.#]*/.exec(last) ?? [];
  const classes = (attributes.class ?? '').split(/\s+/);
  if (tag !== '' && tag !== '*' && tag.toLowerCase() !== name.toLowerCase()) return false;
  return [...last.matchAll(/([.#])([^.#]+)/g)].every(([, kind, value = '']) =>
    kind === '#' ? attributes.id === value : classes.includes(value),
  );
}
