import { createHash } from 'node:crypto';
import { type Problem, problem } from '../errors.ts';

/** Bytes that Linux, macOS and Windows give to one name. */
const LIMIT = 255;

/**
 * A folder's name for an address: the address itself, with what some file system forbids or a shell would read otherwise percent-encoded
 * (UTF-8, RFC 3986 §2.1), and cut where it gets too long. Two addresses never share a name.
 */
export function folderName(address: string): string {
  const encoded = Array.from(address, (character) =>
    /[A-Za-z0-9@._+=-]/.test(character) ? character : percentEncoded(character),
  ).join('');
  // Windows drops a dot at the end, which no domain has.
  const name = MISREAD.test(encoded) ? `${percentEncoded(encoded.slice(0, 1))}${encoded.slice(1)}` : encoded;
  if (name.length <= LIMIT) return name;
  // A name that is not cut has no tilde: it would be encoded.
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 32);
  return `${name.slice(0, LIMIT - digest.length - 1)}~${digest}`;
}

/** ".x" would be hidden, "-x" taken for an option, and "con.x" for the console of Windows (Microsoft: Naming Files, Paths, and Namespaces). */
const MISREAD = /^(?:[.-]|(?:con|prn|aux|nul|com\d|lpt\d)\.)/i;

/** Windows and macOS have one folder for two names that differ in letter case only: a problem for each address that would land in another's. */
export function sharedFolders(addresses: readonly string[]): Problem[] {
  const owners = new Map<string, string>();
  return addresses.flatMap((address) => {
    const name = folderName(address).toLowerCase();
    const other = owners.get(name);
    owners.set(name, other ?? address);
    return other === undefined ? [] : [problem('out.one-folder', { address, other })];
  });
}

function percentEncoded(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
