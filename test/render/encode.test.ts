import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { UnrepresentableError } from '../../src/errors.ts';
import {
  encodeAscii,
  encodeCodePage850,
  encodeUtf8,
  encodeUtf8WithMark,
  encodeUtf16,
} from '../../src/template/encode.ts';
import { codePage850 } from './code-page-850.ts';

const sample = 'é 🦊\nœ\n';

describe('code page 850', () => {
  test('is the published one, character by character', () => {
    codePage850.forEach((character, byte) => {
      if (character === '\n') return;
      expect([...encodeCodePage850(character)], character).toEqual([byte]);
    });
    expect(new Set(codePage850).size).toBe(256);
  });

  test('is what somebody else encodes', () => {
    const text = codePage850.slice(0x20).join('');
    expect(Buffer.from(encodeCodePage850(text))).toEqual(iconv.encode(text, 'cp850'));
  });

  test('refuses by name what it lacks, also what others would replace by something alike', () => {
    for (const character of ['œ', '’', '…', '€', '🦊', '\u202f', '\ud800', '\ufeff', 'e\u0301']) {
      expect(() => encodeCodePage850(`a${character}`)).toThrow(UnrepresentableError);
    }
    expect(() => encodeCodePage850('aœ')).toThrow('"œ" cannot be written in CP850');
  });
});

test('UTF-8 is without a mark and with the line ends that it has', () => {
  expect(Buffer.from(encodeUtf8(sample))).toEqual(Buffer.from(sample));
});

test('UTF-8 with a mark has CRLF', () => {
  expect(Buffer.from(encodeUtf8WithMark(sample))).toEqual(iconv.encode('é 🦊\r\nœ\r\n', 'utf8', { addBOM: true }));
});

test('UTF-16 is little-endian with a mark and CRLF', () => {
  expect(Buffer.from(encodeUtf16(sample))).toEqual(iconv.encode('é 🦊\r\nœ\r\n', 'utf16le', { addBOM: true }));
  expect([...encodeUtf16('A')]).toEqual([0xff, 0xfe, 0x41, 0]);
});

test('ASCII has CRLF and refuses all else by name', () => {
  expect([...encodeAscii('A\n')]).toEqual([0x41, 0x0d, 0x0a]);
  for (const character of ['\x80', '\xa0', 'é']) expect(() => encodeAscii(character)).toThrow(UnrepresentableError);
});
