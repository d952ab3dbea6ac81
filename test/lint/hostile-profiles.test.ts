import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { goodPacc } from '../../src/lint/pacc/pacc-frames.ts';
import { signedSamples } from '../../src/lint/signing/signed-samples.ts';
import { contentOf } from '../../src/read/content.ts';
import { kindOf } from '../../src/read/file-kind.ts';

const APPLE = '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">';
const KEY = '<plist version="1.0"><dict><key>PayloadType</key>';
const good = Buffer.from(signedSamples.good, 'base64');

/** SignedData whose outer length says more than there is. */
const longer = Buffer.concat([Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]), good.subarray(4)]);

async function ids(given: string | Uint8Array): Promise<string[]> {
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const judgement = await judge(contentOf('hostile', bytes), undefined, { now: new Date('2026-11-01T00:00:00Z') });
  return [...new Set(judgement?.flaws.map(({ rule }) => rule.id) ?? ['no kind'])];
}

describe('what somebody has made to hurt is judged by one rule', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['lists in one another', `${KEY}${'<array>'.repeat(50_000)}`, 'mobileconfig/not-well-formed'],
    [
      'entities of entities',
      `<!DOCTYPE plist [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>${KEY}<string>&b;</string></dict></plist>`,
      'mobileconfig/doctype',
    ],
    [
      'a second document type',
      `${APPLE}<!DOCTYPE plist [<!ENTITY a "b">]>${KEY}<string>&a;</string></dict></plist>`,
      'mobileconfig/doctype',
    ],
    ['half a profile', `${APPLE}${KEY}<string>Conf`, 'mobileconfig/not-well-formed'],
    [
      'a number that is none',
      `${KEY}<integer>${' '.repeat(900_000)}!</integer></dict></plist>`,
      'mobileconfig/not-a-property-list',
    ],
    [
      'a key of JavaScript',
      `${KEY}<string>x</string><key>__proto__</key><true/></dict></plist>`,
      'mobileconfig/not-a-property-list',
    ],
    ['a binary list', Buffer.concat([Buffer.from('bplist00'), Buffer.alloc(1000, 0xff)]), 'mobileconfig/binary'],
    ['half a signature', good.subarray(0, good.length / 2), 'signing/broken'],
    ['a signature that says it is longer', longer, 'signing/broken'],
    ['PEM', `-----BEGIN PKCS7-----\n${signedSamples.good}\n-----END PKCS7-----\n`, 'signing/not-cms'],
    ['base64', signedSamples.good, 'signing/not-cms'],
    ['S/MIME', `MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\n${signedSamples.good}`, 'signing/not-cms'],
    ['a half answer', '<Autodiscover><Response>', 'autodiscover/not-well-formed'],
    [
      'an answer with entities',
      '<!DOCTYPE a [<!ENTITY b "c">]><Autodiscover>&b;</Autodiscover>',
      'autodiscover/doctype',
    ],
    ['a half document', goodPacc.slice(0, -20), 'pacc/not-well-formed'],
  ])('%s', async (_, given, rule) => {
    expect(await ids(given)).toEqual([rule]);
  });
});

test('a profile in UTF-16 is read', async () => {
  const text = `${KEY}<string>Configuration</string></dict></plist>`;
  expect(await ids(Buffer.from(`\ufeff${text}`, 'utf16le'))).toContain('mobileconfig/key-missing');
});

test('a property list that is no profile is of no kind, and neither is other DER', () => {
  expect(
    kindOf(
      contentOf('Info.plist', Buffer.from('<plist><dict><key>CFBundleName</key><string>x</string></dict></plist>')),
    ),
  ).toBeUndefined();
  expect(kindOf(contentOf('a.der', Buffer.from([0x30, 3, 2, 1, 0])))).toBeUndefined();
});
