/* What files that are no text begin with. */

/** The identifier of SignedData in DER. */
const SIGNED_DATA = [6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 2];

/** Do the bytes begin as signed content does, whatever follows? */
export function beginsSigned(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  // A header has a length of up to nine bytes.
  for (let at = 2; at <= 11; at += 1) if (SIGNED_DATA.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Is it a property list in Apple's binary form? Nothing more of it is read. */
export function isBinaryList(bytes: Uint8Array): boolean {
  return [...'bplist'].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
