import type { XmlElement } from '../../read/xml-tree.ts';

/** Has a name a prefix that no `xmlns:…` around it declares? Readers that know namespaces refuse the file then (Namespaces in XML 1.0 §5). */
export function hasOpenPrefix(
  { name, attributes, children }: XmlElement,
  declared: readonly string[] = ['xml'],
): boolean {
  const keys = Object.keys(attributes);
  const own = keys.filter((each) => each.startsWith('xmlns:')).map((each) => each.slice('xmlns:'.length));
  const here = own.length === 0 ? declared : [...declared, ...own];
  return (
    isUndeclared(name, here) ||
    keys.some((each) => !each.startsWith('xmlns:') && isUndeclared(each, here)) ||
    children.some((child) => hasOpenPrefix(child, here))
  );
}

function isUndeclared(name: string, declared: readonly string[]): boolean {
  if (!name.includes(':')) return false;
  const [prefix = '', local = '', more] = name.split(':');
  return more !== undefined || local === '' || !declared.includes(prefix);
}
