import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { flawText } from '../../src/lint/lint-rule.ts';
import { sampleRoot } from '../../src/lint/signing/signed-samples.ts';
import { contentOf } from '../../src/read/content.ts';
import { imported } from '../import/run-import.ts';

/* Certificates that an Apple profile brings; when they end is what Node says of them. */

const der = Buffer.from(sampleRoot, 'base64');
const end = new Date(new X509Certificate(der).validTo);
const pem = `-----BEGIN CERTIFICATE-----\n${sampleRoot.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
const DAY = 86_400_000;

const profile = (type: string, content: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>org.example</string><key>PayloadUUID</key><string>77C29000-0000-5000-8000-0A1B2C3D4E5F</string>
<key>PayloadContent</key><array>
<dict><key>PayloadType</key><string>${type}</string><key>PayloadVersion</key><integer>1</integer><key>PayloadIdentifier</key><string>org.example.a</string>
<key>PayloadUUID</key><string>77C29001-0000-5000-8000-0A1B2C3D4E5F</string><key>PayloadDisplayName</key><string>Example Root</string>
<key>PayloadContent</key><data>${content}</data></dict>${more}</array></dict></plist>`;

async function endings(text: string, now: Date) {
  const judgement = await judge(contentOf('a', new TextEncoder().encode(text)), undefined, { now });
  return (judgement?.flaws ?? []).flatMap((flaw) =>
    /mobileconfig\/expire/.test(flaw.rule.id) ? [[flaw.rule.id, flaw.line, flawText(flaw, 'en').says]] : [],
  );
}

describe.each([
  ['com.apple.security.root', sampleRoot],
  ['com.apple.security.pkcs1', sampleRoot],
  ['com.apple.security.pem', Buffer.from(pem).toString('base64')],
  ['com.apple.security.root', Buffer.from(pem).toString('base64')],
])('a certificate in %s', (type, content) => {
  test('is told where it has ended, by its name and date', async () => {
    const [found, ...others] = await endings(profile(type, content), new Date(end.getTime() + DAY));
    expect(others).toEqual([]);
    expect(found).toMatchObject(['mobileconfig/expired', 8, expect.stringContaining('Example Root')]);
    expect(String(found?.[2])).toContain(end.toISOString().slice(0, 10));
  });

  test('is told in its last thirty days, and not before', async () => {
    const soon = await endings(profile(type, content), new Date(end.getTime() - 10 * DAY));
    expect(soon.map(([id]) => id)).toEqual(['mobileconfig/expires-soon']);
    expect(await endings(profile(type, content), new Date(end.getTime() - 31 * DAY))).toEqual([]);
  });
});

test.each([
  ['bytes that are none', Buffer.from('no certificate').toString('base64')],
  ['half of one', der.subarray(0, 200).toString('base64')],
  ['nothing', ''],
  ['PEM around nothing', Buffer.from('-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----').toString('base64')],
])('of %s no end is said', async (_, content) => {
  expect(await endings(profile('com.apple.security.root', content), new Date('2999-01-01'))).toEqual([]);
});

const mail = `<dict><key>PayloadType</key><string>com.apple.mail.managed</string><key>EmailAddress</key><string>ada@example.org</string>
<key>IncomingMailServerHostName</key><string>imap.example.org</string><key>IncomingMailServerUseSSL</key><true/><key>IncomingMailServerUsername</key><string>ada@example.org</string>
<key>OutgoingMailServerHostName</key><string>smtp.example.org</string><key>OutgoingMailServerUseSSL</key><true/></dict>`;

describe('a profile of a provider that is made of such a profile', () => {
  test.each([
    ['in DER', sampleRoot],
    ['in PEM', Buffer.from(pem).toString('base64')],
  ])('has the root %s', async (_, content) => {
    const made = await imported({ a: profile('com.apple.security.root', content, mail) });
    const root = new X509Certificate(String(made.profile.certificateAuthority));
    expect(root.raw.equals(der)).toBe(true);
  });

  test('goes without one that is none, and says so', async () => {
    const { profile: made, losses } = await imported({ a: profile('com.apple.security.root', 'aGVsbG8=', mail) });
    expect(made.certificateAuthority).toBeUndefined();
    expect(losses.map(({ code, place }) => [code, place.line])).toContainEqual(['import.lost-certificate', 8]);
  });
});
