import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** By what a ZIP of ours is known again without reading what is in it: its size, and a digest of the directory at its end, which has the name, size and checksum of each file. */
export interface Seal {
  readonly size: number;
  /** 32 hexadecimal digits. */
  readonly digest: string;
}

/** The end of the directory, and one entry of it, without names (APPNOTE.TXT 6.3.10, 4.3.16 and 4.3.12). Ours have no comment. */
const [END, ENTRY] = [22, 46] as const;
const [END_SIGNATURE, ENTRY_SIGNATURE] = [0x06054b50, 0x02014b50] as const;

/** @returns nothing where it does not end as one of ours does: it is cut short, or damaged, or is not there */
export function sealOf(path: string): Seal | undefined {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(fd);
    const { size } = stats;
    if (!stats.isFile() || size < END) return undefined;
    const end = bytesAt(fd, size - END, END);
    const length = end.readUInt32LE(12);
    const from = end.readUInt32LE(16);
    if (end.readUInt32LE(0) !== END_SIGNATURE || from + length + END !== size) return undefined;
    const listing = bytesAt(fd, from, length);
    if (!hasEntries(listing, end.readUInt16LE(10))) return undefined;
    return { size, digest: hash('sha256', Buffer.concat([listing, end]), 'hex').slice(0, 32) };
  } catch {
    return undefined;
  } finally {
    closeSync(fd);
  }
}

function hasEntries(listing: Buffer, count: number): boolean {
  let at = 0;
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY > listing.length || listing.readUInt32LE(at) !== ENTRY_SIGNATURE) return false;
    at += ENTRY + listing.readUInt16LE(at + 28) + listing.readUInt16LE(at + 30) + listing.readUInt16LE(at + 32);
  }
  return at === listing.length;
}

function bytesAt(fd: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(fd, bytes, 0, length, from) !== length) throw new Error('the file ends too early');
  return bytes;
}
