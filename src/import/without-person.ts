/**
 * A name without what is one person's: the address that files of one person add to it (`CNRS – ada@example.org`), and their own name. Empty where nothing else was there, or
 * where what is left is no name any more (`Boîte de`).
 * @param own what the person is called, and the local part of the address
 */
export function withoutPerson(name: string, own: readonly (string | undefined)[] = []): string {
  const known = own.flatMap((each) => (each === undefined || each.length < 3 ? [] : [each.toLowerCase()]));
  const kept = name.split(/\s+/).filter((word) => !word.includes('@'));
  const rest = kept.join(' ').replace(/\(\s*\)|<\s*>/g, '');
  const ends = /^[\s\-–—:,|]+|[\s\-–—:,|]+$/g;
  const cut = known.some((each) => rest.toLowerCase().includes(each));
  // A preposition or an article waits for what was taken away.
  const dangling =
    kept.length < name.split(/\s+/).length && /(?:^|\s)(?:de|d’|d'|du|of|for|pour|à|la|le|the)$/i.test(rest.trim());
  return cut || dangling ? '' : rest.replace(ends, '');
}
