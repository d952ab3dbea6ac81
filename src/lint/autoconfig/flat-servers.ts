import type { XmlElement } from '../../read/xml-tree.ts';

/** All elements below one, in the order of the file: some programs read a clientConfig without looking at what stands in what. */
export function elementsWithin({ children }: XmlElement, found: XmlElement[] = []): XmlElement[] {
  for (const child of children) {
    found.push(child);
    if (child.children.length > 0) elementsWithin(child, found);
  }
  return found;
}

/** The numbers, from 1, of those that are so. */
export function numbersOf<Each>(all: readonly Each[], isSo: (each: Each) => boolean): number[] {
  return all.flatMap((each, index) => (isSo(each) ? [index + 1] : []));
}
