import { spawnSync } from 'node:child_process';
import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import { apple } from '../../src/clients/apple/index.ts';
import { accountKeys, expectedMail, type FormatId, type Profile, payload, readProfile } from '../clients/apple/read.ts';
import { fixtures } from '../fixtures.ts';
import { has } from './programs.ts';

/*
 * libplist, the reader of property lists that libimobiledevice brings to iPhones' data on Linux, and libxml2, read our profiles. No program on Linux reads what a
 * profile means: the keys are held against Apple's schema by the unit tests.
 */
const written = fixtures().flatMap(({ name, account }) =>
  render(account, [apple]).artifacts.map(({ format, bytes }) => ({
    name: `${name}, ${format}`,
    // The formats of this client are those that `readProfile` knows.
    format: format as FormatId,
    account,
    bytes,
  })),
);

function run(command: string, args: readonly string[], input: Uint8Array) {
  const { status, stdout, stderr } = spawnSync(command, args, { input, timeout: 10_000 });
  return { status, stdout, stderr: stderr.toString() };
}

/** What plistutil has understood, in XML. Through binary, because it hands XML through unread when it is to write XML. */
function throughPlistutil(bytes: Uint8Array): string {
  const binary = run('plistutil', ['-i', '-', '-o', '-', '-f', 'bin'], bytes);
  // It says what is wrong where the property list should be, and ends as if all were well.
  if (!binary.stdout.subarray(0, 6).equals(Buffer.from('bplist'))) throw new Error(`plistutil: ${binary.stdout}`);
  return run('plistutil', ['-i', '-', '-o', '-', '-f', 'xml'], binary.stdout).stdout.toString();
}

describe.skipIf(!has('plistutil'))('plistutil', () => {
  test.each(written)('reads what we wrote: $name', ({ format, account, bytes }) => {
    const xml = throughPlistutil(bytes());
    // The document that plistutil writes is a profile if what it read was one.
    const profile = parse(xml) as unknown as Profile;
    expect(profile).toEqual(readProfile(account, format));
    const mail = payload(profile, 'com.apple.mail.managed');
    if (mail !== undefined) {
      expect(accountKeys(mail)).toEqual(expectedMail(account));
      expect(xml).toMatch(new RegExp(`PortNumber</key>\\s*<integer>${account.outgoing[0]?.port}</integer>`));
    }
    expect(xml).toMatch(/PayloadVersion<\/key>\s*<integer>1<\/integer>/);
    // Ports and versions are integers, and a reader of the document above would not tell a real from one.
    expect(xml).not.toContain('<real>');
  });

  test('has the other values when a profile has them', () => {
    const [one] = written;
    const port = String(one?.account.incoming[0]?.port);
    const changed = Buffer.from(one?.bytes() ?? [])
      .toString()
      .replace(`>${port}<`, '>1143<');
    const mail = payload(parse(throughPlistutil(Buffer.from(changed))) as unknown as Profile, 'com.apple.mail.managed');
    expect(mail?.IncomingMailServerPortNumber).toBe(1143);
    expect(accountKeys(mail ?? {})).not.toEqual(one && expectedMail(one.account));
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 900)],
    ['with a bare ampersand', (text: string) => text.replace('User', 'User & Co')],
    ['with a list that does not end', (text: string) => text.replace('</array>', '')],
  ])('does not take a profile %s', (_, spoil) => {
    const text = Buffer.from(written[0]?.bytes() ?? []).toString();
    expect(() => throughPlistutil(Buffer.from(spoil(text)))).toThrow('plistutil: ERROR');
  });
});

describe.skipIf(!has('xmllint'))('xmllint', () => {
  const check = (bytes: Uint8Array) => run('xmllint', ['--nonet', '--noout', '-'], bytes);

  test.each(written)('finds the document well-formed: $name', ({ bytes }) => {
    expect(check(bytes())).toMatchObject({ status: 0, stderr: '' });
  });

  test('finds a spoilt one', () => {
    const text = Buffer.from(written[0]?.bytes() ?? []).toString();
    expect(check(Buffer.from(text.replace('User', 'User & Co'))).status).not.toBe(0);
  });
});
