/** A name without the address that files of one person add to it (`CNRS – ada@example.org`); empty where nothing else was there. */
export function withoutPerson(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => !word.includes('@'))
    .join(' ')
    .replace(/\(\s*\)|<\s*>/g, '')
    .replace(/^[\s\-–—:,|]+|[\s\-–—:,|]+$/g, '');
}
