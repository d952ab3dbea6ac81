import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { networkOf } from '../../src/cli/network-options.ts';
import { describe as describeProblem, InputError } from '../../src/errors.ts';
import { authority } from '../authorities/authority.ts';
import { startWorld } from '../net/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function complaints(flags: Parameters<typeof networkOf>[0]): Promise<string[]> {
  try {
    await networkOf(flags);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((each) => describeProblem(each, 'en'));
  }
}

test.each(['192.0.2.1', '192.0.2.1:5353', '2001:db8::1', '[2001:db8::1]', '[2001:db8::1]:53'])(
  'the resolver %s is taken',
  async (resolver) => {
    expect(await complaints({ resolver })).toEqual([]);
  },
);

test.each([
  'dns.example.org',
  '192.0.2',
  '192.0.2.1:0',
  '192.0.2.1:65536',
  '192.0.2.1:',
  '[192.0.2.1]:53',
  '2001:db8::1:99999',
  '',
])('the resolver “%s” is refused in one line', async (resolver) => {
  const [line = '', ...more] = await complaints({ resolver });
  expect(more).toEqual([]);
  expect(line).toContain('--resolver is no address of a DNS server');
});

test('a time that is none is refused', async () => {
  for (const timeout of ['0', '0.5', '601', '-1', '1e2', 'soon', ''])
    expect(await complaints({ timeout })).toEqual([`“${timeout}” in --timeout is no number of seconds from 1 to 600`]);
  for (const timeout of ['1', '2.5', '600']) expect(await complaints({ timeout })).toEqual([]);
});

test('authorities are read from PEM and DER, several from one file, and what is none is named with its file', async () => {
  const pem = authority('ec');
  const both = file('both.pem', `text\n${pem}${authority('rsa')}`);
  const der = file('one.der', new X509Certificate(pem).raw);
  expect(await complaints({ ca: [both, der] })).toEqual([]);
  const junk = file('junk.pem', 'junk');
  const damaged = file('damaged.pem', pem.replace(/[A-Z]{3}/, ''));
  const absent = join(folder, 'absent.pem');
  expect(await complaints({ ca: [junk, damaged, absent, folder] })).toEqual([
    `${junk}  has no certificate, or a damaged one: name a file of an authority in PEM or DER`,
    `${damaged}  has no certificate, or a damaged one: name a file of an authority in PEM or DER`,
    `${absent}  cannot be read (ENOENT): name a file of an authority in PEM or DER`,
    `${folder}  cannot be read (EISDIR): name a file of an authority in PEM or DER`,
  ]);
});

test('the resolver that was named is the one that is asked, until the time is over', async () => {
  const world = await startWorld({ zone: { 'x.test': [{ type: 'A', data: '192.0.2.9' }] } });
  const { open, sendAddress } = await networkOf({ resolver: `127.0.0.1:${world.dns.port}`, timeout: '5' });
  expect(sendAddress).toBe(false);
  expect(await open().dns('x.test', 'A')).toMatchObject({ records: ['192.0.2.9'] });
  expect(await open(AbortSignal.abort()).dns('x.test', 'A')).toEqual({ status: 'failed', failure: 'timed-out' });
});
