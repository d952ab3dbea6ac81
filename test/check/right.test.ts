import { describe, expect, test } from 'vitest';
import { probeText } from '../../src/check/check-rule.ts';
import { parseProfile } from '../../src/profile/file.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { readProfile } from '../fixtures.ts';
import { type Page, PUBLIC } from '../net/world.ts';
import { type Change, rightWorld, wrongIn } from './right-world.ts';

/* Set-ups that are right, each in another way: nothing is wrong with them. */

const HEAD = 'name: P\nshortName: P\norganization: P\nlanguages: [en]\n';
const MAIL = (domain: string) =>
  `incoming: [{ protocol: imap, host: imap.${domain}, security: tls }]\noutgoing: [{ host: smtp.${domain}, security: starttls }]\n`;
const profile = (id: string, text: string) =>
  parseProfile(`id: ${id}\nidentifier: test.${id}\n${HEAD}${text}`, `${id}.yaml`);

const asked = profile('asked', `domains: [asked.test]\nlogin: ask\n${MAIL('asked.test')}`);
const wild = profile(
  'wild',
  `domains: ["*.wild.test", zürich.test, plain.test]\nlogin: "{local}"\n${MAIL('wild.test')}`,
);
const exchange = profile(
  'exchange',
  'domains: [exchange.test]\nexchange: { host: mail.exchange.test, activeSync: true }\n',
);
const many = profile(
  'many',
  `domains: [${Array.from({ length: 12 }, (_, index) => `d${index}.test`).join(', ')}]\nlogin: "{local}@login.test"\n${MAIL('many.test')}`,
);
const whole = profile(
  'whole',
  `domains: [whole.test]\nincoming: [{ protocol: imap, host: imap.whole.test, security: tls }, { protocol: pop3, host: pop.whole.test, security: starttls }]\noutgoing: [{ host: smtp.whole.test, security: tls }, { host: smtp.whole.test, security: starttls}]\ncalendar: { url: https://dav.whole.test/cal/ }\n`,
);

/** The files that a web server has which knows no rule: one with variables, for everybody. */
const STATIC = `<?xml version="1.0" encoding="UTF-8"?><clientConfig version="1.1"><emailProvider id="cnrs.fr"><domain>cnrs.fr</domain><displayName>CNRS</displayName><displayShortName>CNRS</displayShortName>
<incomingServer type="imap"><hostname>imap.cnrs.fr</hostname><port>993</port><socketType>SSL</socketType><authentication>password-cleartext</authentication><username>%EMAILLOCALPART%@ods.services</username></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.cnrs.fr</hostname><port>587</port><socketType>STARTTLS</socketType><authentication>password-cleartext</authentication><username>%EMAILLOCALPART%@ods.services</username></outgoingServer>
</emailProvider></clientConfig>`;
const file: Page = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/xml', 'Cache-Control': 'public, max-age=3600' }).end(STATIC);
};
const plain =
  (code: number): Page =>
  (_, response) => {
    response.writeHead(code, { 'Content-Type': 'text/html' }).end('<html><body>no</body></html>');
  };

const cases: readonly {
  readonly name: string;
  readonly profile: Profile;
  readonly domains: readonly string[];
  readonly change?: Change;
}[] = [
  { name: 'CNRS: the login is not the address', profile: readProfile('cnrs'), domains: ['cnrs.fr'] },
  {
    name: 'CNRS without a server that is known',
    profile: readProfile('cnrs'),
    domains: ['cnrs.fr'],
    change: { server: undefined },
  },
  {
    name: 'a university of three domains, one with accents',
    profile: readProfile('universite'),
    domains: ['universite.example', 'etu.universite.example', new URL('http://beaux-arts-élèves.example').hostname],
  },
  { name: 'login = address with SRV, PACC, POP3 by STARTTLS and a calendar', profile: whole, domains: ['whole.test'] },
  { name: 'each person says their login', profile: asked, domains: ['asked.test'] },
  {
    name: 'a domain of a wildcard, and one with an accent',
    profile: wild,
    domains: ['physics.wild.test', 'xn--zrich-kva.test', 'plain.test'],
  },
  { name: 'Exchange alone', profile: exchange, domains: ['exchange.test'] },
  {
    name: 'Exchange that answers Autodiscover itself',
    profile: exchange,
    domains: ['exchange.test'],
    change: {
      zone: { 'autodiscover.exchange.test': [{ type: 'A', data: '93.184.215.15' }] },
      pages: { 'https://autodiscover.exchange.test/autodiscover/autodiscover.xml': plain(401) },
    },
  },
  {
    name: 'a static site, which takes no POST',
    profile: readProfile('cnrs'),
    domains: ['cnrs.fr'],
    change: {
      pages: Object.fromEntries([
        ['https://autoconfig.cnrs.fr/mail/config-v1.1.xml', file],
        ...['autodiscover/autodiscover.xml', 'AutoDiscover/AutoDiscover.xml', 'autodiscover/autodiscover.json'].map(
          (path) => [`https://autodiscover.cnrs.fr/${path}`, plain(405)] as const,
        ),
      ]),
    },
  },
  {
    name: 'the well-known place of the domain in the stead of autoconfig.DOMAIN',
    profile: readProfile('cnrs'),
    domains: ['cnrs.fr'],
    change: {
      server: undefined,
      zone: { 'cnrs.fr': [{ type: 'A', data: PUBLIC }] },
      pages: { 'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml': file },
    },
  },
  {
    name: 'names that lead to another web server, which answers the same',
    profile: readProfile('cnrs'),
    domains: ['cnrs.fr'],
    change: { zone: { 'autoconfig.cnrs.fr': [{ type: 'A', data: '93.184.215.20' }] } },
  },
];

describe('nothing is wrong with', () => {
  test.concurrent.for(cases)('$name', async ({ profile, domains, change }, { expect }) => {
    const { faults, rules } = await wrongIn(await rightWorld(profile, domains, change));
    const told = faults.map((each) => `${each.rule.id} ${each.place} ${probeText(each, 'en').says} ${each.found}`);
    expect(rules, told.join('\n')).toEqual([]);
  });
});

test('a server for mail is looked at once, however many domains have it, and no question is asked twice', async () => {
  const domains = Array.from({ length: 12 }, (_, index) => `d${index}.test`);
  const greeted: string[] = [];
  const world = await rightWorld(many, domains, {
    mail: (usual) => ({ ...usual, heard: (line) => void greeted.push(line) }),
  });
  const { rules } = await wrongIn(world);
  expect(rules).toEqual([]);
  expect(greeted.filter((line) => line === 'f1 CAPABILITY')).toHaveLength(1);
  const lines = world.requests.map(({ line, headers, body }) => `${line} ${headers.host} ${body}`);
  expect(lines).toHaveLength(new Set(lines).size);
  // Nothing but the domains, and nobody but stand-ins.
  expect(
    lines.filter((line) => !/^\w+ https?:\/\/(?:autoconfig|autodiscover|ua-auto-config)\.d\d+\.test\//.test(line)),
  ).toEqual([]);
  const locals = new Set(
    lines.flatMap((line) =>
      [...decodeURIComponent(line).matchAll(/([\w.-]+)@d\d/gi)].map(([, local = '']) => local.toLowerCase()),
    ),
  );
  expect([...locals].sort()).toEqual(['evolutionuser', 'facteur-check', 'postmaster']);
});
