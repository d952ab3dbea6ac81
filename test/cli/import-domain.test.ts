import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDomainSource } from '../../src/cli/domain-source.ts';
import { askWorld } from '../../src/discover/ask-world.ts';
import { domainTestimony } from '../../src/discover/discovered-testimony.ts';
import { subjectOf } from '../../src/discover/subject.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import { gather } from '../../src/import/gather.ts';
import { profileText } from '../../src/import/write-profile.ts';
import { sha256 } from '../../src/platform.ts';
import { readProfile } from '../../src/profile/file.ts';
import { clientConfig, pacc, pox } from '../discover/documents.ts';
import { startWorld, type WorldPlan, type ZoneRecord } from '../net/world.ts';
import { facteur, temporaryFolder } from './terminal.ts';

const DOMAIN = 'example.org';
const AC = `https://autoconfig.${DOMAIN}/mail/config-v1.1.xml`;
const AD = `https://autodiscover.${DOMAIN}/autodiscover/autodiscover.xml`;

const srv = (target: string, port: number): ZoneRecord => ({
  type: 'SRV',
  data: { priority: 0, weight: 1, port, target },
});
const stale = {
  [`_imaps._tcp.${DOMAIN}`]: [srv('old.example.org', 993)],
  [`_submissions._tcp.${DOMAIN}`]: [srv('old.example.org', 465)],
};

/** The profile that is made of this world. */
async function profileOf(plan: WorldPlan) {
  const world = await startWorld(plan);
  const { testimonies, warnings } = domainTestimony(await askWorld(subjectOf(DOMAIN, false), world.net(), undefined));
  const text = profileText(gather(testimonies), 'en');
  return {
    text,
    profile: readProfile(text, 'made.yaml'),
    warnings: warnings.map((each) => describeProblem(each, 'en')),
  };
}

describe('a profile of what the world answers', () => {
  test('says of each value where it comes from, and how far that is trusted', async () => {
    const { text, warnings } = await profileOf({
      zone: stale,
      pages: { [AC]: clientConfig('%EMAILLOCALPART%@ods.services') },
    });
    expect(text).toContain(`login: "{local}@ods.services" # [A] ${AC}:8`);
    expect(text).toContain(`host: imap.example.org`);
    expect(text).toContain(`  - protocol: imap # [A] ${AC}:6`);
    expect(text).not.toContain('old.example.org');
    expect(text).not.toContain('prenom.nom-facteur');
    expect(warnings).toContain(
      `warning: imap.host is “old.example.org” by _imaps._tcp.${DOMAIN}; the profile has “imap.example.org”`,
    );
    expect(warnings.some((each) => each.includes('imap.login is “{address}”'))).toBe(true);
  });

  test('has the login rule that one answer for nobody gives away', async () => {
    const { profile, text } = await profileOf({
      pages: {
        [AD]: (_, response, body) => {
          const [, address = ''] = /<EMailAddress>([^<]*)@/.exec(body) ?? [];
          response.writeHead(200, { 'Content-Type': 'text/xml' }).end(pox(undefined, `${address}@ods.services`));
        },
      },
    });
    expect(text).toContain('login: "{local}@ods.services"');
    expect(text).not.toContain('prenom.nom-facteur');
    expect(profile).toMatchObject({ profile: { domains: [DOMAIN] } });
  });

  test('is made of records where there is nothing else, and takes calendars from them', async () => {
    const { text } = await profileOf({
      zone: { ...stale, [`_caldavs._tcp.${DOMAIN}`]: [srv('dav.example.org', 443)] },
    });
    expect(text).toContain(`  - protocol: imap # [C] _imaps._tcp.${DOMAIN}\n    host: old.example.org`);
    expect(text).toContain(`# [C] _caldavs._tcp.${DOMAIN}\ncalendar:`);
  });

  test('trusts https at the domain more than records, and those more than http', async () => {
    const http = AC.replace('https', 'http');
    expect((await profileOf({ zone: stale, pages: { [http]: clientConfig() } })).text).toContain('old.example.org');
    expect((await profileOf({ pages: { [http]: clientConfig() } })).text).toContain(`# [D] ${http}`);
    const document = pacc();
    const digest = sha256(new TextEncoder().encode(document));
    const { text } = await profileOf({
      zone: { ...stale, [`_ua-auto-config.${DOMAIN}`]: [{ type: 'TXT', data: `v=UAAC1;a=sha256;d=${digest}` }] },
      pages: {
        [`https://ua-auto-config.${DOMAIN}/.well-known/user-agent-configuration.json`]: document,
        [http]: clientConfig(),
      },
    });
    expect(text).toContain(`# [A] https://ua-auto-config.${DOMAIN}/.well-known/user-agent-configuration.json`);
    expect(text).not.toContain('old.example.org');
  });
});

describe('facteur import of a domain', () => {
  test('prints a profile, and what it does not have', async () => {
    const world = await startWorld({ zone: stale });
    const flags = ['--resolver', `127.0.0.1:${world.dns.port}`, '--timeout', '10'];
    for (const who of [DOMAIN, `ada@${DOMAIN}`]) {
      const { code, out, err } = await facteur(['import', who, ...flags]);
      expect({ code, err }).toEqual({ code: 0, err: 'C: by way of MX, or of an SRV record that nobody has signed' });
      expect(out).toContain(`domains:\n  - ${DOMAIN}`);
      expect(out).not.toContain('ada');
      readProfile(out, 'made.yaml');
    }
    expect(JSON.stringify(world.dns.asked)).not.toContain('ada');
  });

  test('says in one line where there is nothing', async () => {
    const world = await startWorld({});
    const { code, out, err } = await facteur(['import', DOMAIN, '--resolver', `127.0.0.1:${world.dns.port}`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `nothing that the world answers for ${DOMAIN} says where its mail is: name a file, or see facteur discover ${DOMAIN}`,
    );
  });

  test('begins a first profile, too', async () => {
    const world = await startWorld({ zone: stale });
    const file = join(temporaryFolder(), 'first.yaml');
    const { code } = await facteur([
      'init',
      '--from',
      DOMAIN,
      '--yes',
      '--out',
      file,
      '--resolver',
      `127.0.0.1:${world.dns.port}`,
    ]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(`  - protocol: imap # [C] _imaps._tcp.${DOMAIN}`);
  });

  test('takes no file for a domain, and no name of a file that is not there', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'example.org');
    writeFileSync(file, clientConfig());
    for (const name of [
      file,
      'settings.xml',
      'provider.yaml',
      './example.org',
      'example',
      '-',
      '127.0.0.1',
      'a b@example.org',
      'profile.mobileconfig',
    ])
      expect(isDomainSource(name), name).toBe(false);
    for (const name of ['example.org', 'École.fr', 'ada@example.org', 'xn--cole-9oa.fr'])
      expect(isDomainSource(name), name).toBe(true);
    const { code, err } = await facteur(['import', 'settings.xml']);
    expect(code).toBe(2);
    expect(err).toContain('settings.xml  ');
  });
});
