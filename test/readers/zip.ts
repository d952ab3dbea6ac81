import { crc32, inflateRawSync } from 'node:zlib';

/** One file of a ZIP file. */
export interface Entry {
  readonly name: string;
  /** As the file says it: local time, without a zone. */
  readonly made: string;
  readonly bytes: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Reads a ZIP file by its central directory, as Explorer does (APPNOTE.TXT 4.3), and holds each entry against its own header and CRC. */
export function readZip(zip: Uint8Array): Entry[] {
  const file = Buffer.from(zip);
  const end = file.length - 22;
  expectAt(file, end, END);
  let at = file.readUInt32LE(end + 16);
  return Array.from({ length: file.readUInt16LE(end + 10) }, () => {
    expectAt(file, at, CENTRAL);
    const [method, time, date] = [10, 12, 14].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const [sum, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = file.toString('latin1', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    expectAt(file, local, LOCAL);
    const header = (start: number) => file.subarray(start, start + 20).toString('hex');
    if (header(local + 6) !== header(at + 8)) throw new Error(`${name}: the two headers differ`);
    const start = local + 30 + nameLength + file.readUInt16LE(local + 28);
    const stored = file.subarray(start, start + packed);
    const bytes = method === 8 ? inflateRawSync(stored) : stored;
    if (bytes.length !== size || crc32(bytes) !== sum)
      throw new Error(`${name}: the bytes are not those that were packed`);
    at += 46 + nameLength + extra + comment;
    return { name, made: moment(date, time), bytes };
  });
}

function expectAt(file: Buffer, at: number, signature: number): void {
  if (file.readUInt32LE(at) !== signature) throw new Error(`no ZIP file: ${signature.toString(16)} is not at ${at}`);
}

function moment(date: number, time: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}`;
}
