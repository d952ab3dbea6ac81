import { expect, test } from 'vitest';
import { probeText } from '../../src/check/check-rule.ts';
import { makeWorld } from '../../src/check/check-world.ts';
import { loginProbes } from '../../src/check/login-probes.ts';
import { readProfile } from '../fixtures.ts';
import type { MailBehaviour } from './mail-servers.ts';
import { rightWorld } from './right-world.ts';

/* A server may say back what it was told, and whoever reads the report is to learn no password from it. */

const password = 'Pass"w\\ord 1';
const address = { local: 'prenom.nom', domain: 'cnrs.fr', text: 'prenom.nom@cnrs.fr' };
const login = 'prenom.nom@ods.services';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const secrets = [
  password,
  'Pass\\"w\\\\ord 1',
  base64(password),
  base64(`\0${login}\0${password}`),
  base64(`\0${address.text}\0${password}`),
  login,
  address.text,
];

async function reportOf(change: Partial<MailBehaviour>): Promise<string> {
  const said = await rightWorld(readProfile('cnrs'), ['cnrs.fr'], { mail: (usual) => ({ ...usual, ...change }) });
  const order = said.order();
  const [domain] = said.domains;
  if (domain === undefined) throw new Error('no domain');
  const probes = await loginProbes({ domain, address, password }, makeWorld(order), order.net);
  expect(probes.some(({ status }) => status === 'fault')).toBe(true);
  return JSON.stringify(probes.map((probe) => [probe, probeText(probe, 'en')]));
}

test.each(secrets)(
  'of what a server says back in its refusal, nothing that was told to it is shown: %j',
  async (secret) => {
    const report = await reportOf({ refusal: `NO ${secret} is not known` });
    expect(report).toContain('is not known');
    expect(report).not.toContain(JSON.stringify(secret).slice(1, -1));
  },
);

test('a password that a server says back when it refuses a sender is not shown', async () => {
  const report = await reportOf({
    takes: (name) => name === login,
    maySend: () => false,
    refusedSender: `553 5.7.1 not owned, ${password} ${base64(password)}`,
  });
  expect(report).toContain('not owned');
  expect(report).not.toContain(JSON.stringify(password).slice(1, -1));
  expect(report).not.toContain(base64(password));
});
