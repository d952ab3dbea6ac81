import type { XmlElement } from '../../read/xml-tree.ts';

/** Has a name a prefix that no `xmlns:…` around it declares? Readers that know namespaces refuse the file then (Namespaces in XML 1.0 §5). */
export function hasOpenPrefix(
  { name, attributes, children }: XmlElement,
  declared: readonly string[] = ['xml'],
): boolean {
  const own = Object.keys(attributes).flatMap((each) =>
    each.startsWith('xmlns:') ? [each.slice('xmlns:'.length)] : [],
  );
  const here = own.length === 0 ? declared : [...declared, ...own];
  const names = [name, ...Object.keys(attributes).filter((each) => !each.startsWith('xmlns:'))];
  const open = names.some((each) => {
    const [prefix = '', local, more] = each.split(':');
    return local !== undefined && (more !== undefined || local === '' || !here.includes(prefix));
  });
  return open || children.some((child) => hasOpenPrefix(child, here));
}
