import { sha1 } from '../platform.ts';

const utf8 = new TextEncoder();

/** A name space of UUIDs, as the 16 bytes of its own. */
export type Namespace = Uint8Array;

/** Reads a UUID. */
export function namespace(uuid: string): Namespace {
  const digits = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

/** Those that the standard names (RFC 9562 §6.6). */
export const DNS = namespace('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
export const URL = namespace('6ba7b811-9dad-11d1-80b4-00c04fd430c8');

/** The two bits of the variant, in front of what the digit has besides (RFC 9562 §4.1). */
const VARIANT = '89ab';

/** Name space and name, one after the other: a buffer that is there costs less than making one. */
const room = new Uint8Array(16 + 1024);
const nameRoom = room.subarray(16);

/** The UUID of a name (RFC 9562 §5.5, version 5), lower case. */
export function uuidOf(name: string, space: Namespace): string {
  const digits = sha1(together(name, space));
  const variant = VARIANT.charAt(Number.parseInt(digits.charAt(16), 16) & 3);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

function together(name: string, space: Namespace): Uint8Array {
  // A unit of UTF-16 takes three bytes at most.
  const fits = name.length * 3 <= nameRoom.length;
  if (!fits) return apart(space, utf8.encode(name));
  room.set(space);
  return room.subarray(0, 16 + utf8.encodeInto(name, nameRoom).written);
}

function apart(space: Namespace, name: Uint8Array): Uint8Array {
  const both = new Uint8Array(space.length + name.length);
  both.set(space);
  both.set(name, space.length);
  return both;
}
