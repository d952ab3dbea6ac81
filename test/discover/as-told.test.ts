import { expect, test } from 'vitest';
import { programsNamed, simulate } from '../../src/cli/discover-as.ts';
import { simulatedJson, simulatedLines } from '../../src/discover/as/simulated-text.ts';
import { simulatorIds } from '../../src/discover/as/simulators.ts';
import { subjectOf } from '../../src/discover/subject.ts';
import { InputError } from '../../src/errors.ts';
import { readProfile } from '../fixtures.ts';
import { configOf, netOf, server, type World, XML } from './world.ts';

/* How `discover --as` tells what it has found, and what it holds against the profile. */

const cnrs = readProfile('cnrs');
const domain = 'cnrs.fr';
const autoconfig = `https://autoconfig.${domain}/mail/config-v1.1.xml`;
const right = (login: string) =>
  configOf(domain, '', '', [
    server('imap', 'imap.cnrs.fr', 993, 'SSL', login),
    server('smtp', 'smtp.cnrs.fr', 587, 'STARTTLS', login),
  ]);
const world = (body: string): World => ({ domain, web: { [autoconfig]: { status: 200, type: XML, body } } });

function told(who: string, body: string, ...programs: Parameters<typeof programsNamed>[0]) {
  const subject = subjectOf(who, false);
  const order = { who, subject, programs: programsNamed(programs, 'en'), followHttp: false, profiles: [cnrs] };
  return simulate(netOf([world(body)]), order);
}

test('a login that is the profile’s is right, and another is wrong, with what is meant', async () => {
  const [good] = await told('prenom.nom@cnrs.fr', right('%EMAILLOCALPART%@ods.services'), 'thunderbird');
  expect(good && simulatedLines(good, 'en').join('\n')).toContain('Right for the profile cnrs.');
  const [wrong] = await told('prenom.nom@cnrs.fr', right('%EMAILADDRESS%'), 'thunderbird');
  expect(wrong && simulatedLines(wrong, 'en').join('\n')).toContain(
    'Wrong for the profile cnrs: receives: login prenom.nom@cnrs.fr, where prenom.nom@ods.services is meant; sends: login prenom.nom@cnrs.fr, where prenom.nom@ods.services is meant.',
  );
});

test('a domain alone is told with the variable of a rule', async () => {
  const [found] = await told(domain, right('%EMAILLOCALPART%@ods.services'), 'evolution');
  expect(found?.end.incoming?.login).toBe('{local}@ods.services');
  expect(found?.fit).toEqual({ profile: 'cnrs', faults: [] });
});

test('a wrong port and a missing server are named', async () => {
  const body = configOf(domain, '', '', [
    server('imap', 'imap.cnrs.fr', 143, 'STARTTLS', '%EMAILLOCALPART%@ods.services'),
  ]);
  const [found] = await told('prenom.nom@cnrs.fr', body, 'evolution');
  expect(found?.fit?.faults.map(({ direction, field }) => `${direction} ${field}`)).toEqual([
    'incoming port',
    'incoming security',
    'outgoing missing',
  ]);
});

test('a program that tries several logins is right where the profile’s is one of them', async () => {
  const [found] = await told('prenom.nom@cnrs.fr', right('prenom.nom@ods.services'), 'fairemail');
  expect(found?.end.incoming?.tries).toEqual(['prenom.nom@ods.services', 'prenom.nom@cnrs.fr', 'prenom.nom']);
  expect(found?.fit?.faults).toEqual([]);
});

test('the JSON has the shape that scripts rely on', async () => {
  const [found] = await told('prenom.nom@cnrs.fr', right('%EMAILLOCALPART%@ods.services'), 'thunderbird');
  expect(found && simulatedJson(found, 'en')).toMatchObject({
    outcome: 'configured',
    login: 'prenom.nom@ods.services',
    incoming: { protocol: 'imap', host: 'imap.cnrs.fr', port: 993, security: 'tls', authentication: 'password' },
    outgoing: { host: 'smtp.cnrs.fr', port: 587, security: 'starttls' },
    profile: { id: 'cnrs', right: true, faults: [] },
    doubts: [],
  });
  const { steps } = (found && simulatedJson(found, 'en')) as { steps: { asks: string; gets: string; then: string }[] };
  expect([steps[0]?.asks, steps[0]?.then]).toEqual([
    'asks these 4 places at once',
    'takes number 1, that of autoconfig.cnrs.fr',
  ]);
  expect(steps[0]?.gets).toContain(
    'IMAP imap.cnrs.fr:993 TLS, SMTP smtp.cnrs.fr:587 STARTTLS, login prenom.nom@ods.services',
  );
});

test('every program is told in both languages, without a hole', async () => {
  const all = await told('prenom.nom@cnrs.fr', right('%EMAILADDRESS%'), 'all');
  expect(all.map(({ id }) => id)).toEqual([...simulatorIds]);
  for (const each of all)
    for (const language of ['en', 'fr'] as const) {
      const text = simulatedLines(each, language).join('\n');
      expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}/);
      expect(text.split('\n').length).toBeGreaterThan(2);
    }
});

test('what strangers write does not steer the terminal', async () => {
  const [found] = await told('prenom.nom@cnrs.fr', right('a\u202e\u009b31m'), 'thunderbird');
  expect(found && simulatedLines(found, 'en').join('')).not.toMatch(/[\u202e\u009b]/);
});

test('a name that is no program’s is refused, with the one that was meant', () => {
  expect(() => programsNamed(['thunderbrid'], 'en')).toThrow(InputError);
  expect(() => programsNamed(['thunderbrid'], 'en')).toThrow(/thunderbird\?/);
});
