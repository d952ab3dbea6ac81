import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dnsFormats } from '../../src/publish/dns-formats/index.ts';
import { facteur, temporaryFolder } from './terminal.ts';

/** A profile file with these lines. */
function profileWith(lines: string): string {
  const file = join(temporaryFolder(), 'made.yaml');
  const rest = `id: made
name: Made
shortName: Made
organization: Made
identifier: org.example.made
languages: [en]
incoming: [{ protocol: imap, host: imap.example.org, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]
`;
  writeFileSync(file, `${rest}${lines}\n`);
  return file;
}

describe('facteur dns', () => {
  test('shows each record with what it is for, and each that is left out, in both languages', async () => {
    const english = await facteur(['dns', 'cnrs.fr', '--server', 'config.ods.services']);
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toContain('autoconfig.cnrs.fr.  3600  CNAME  config.ods.services.');
    expect(english.out).toContain('denied (target “.”): the login ({local}@ods.services) is not the address');
    const french = await facteur(['dns', 'cnrs.fr', '--server', 'config.ods.services', '--lang', 'fr']);
    expect(french.out).toContain('{local}@ods.services');
    expect(french.out).not.toMatch(/the login|Left out/);
  });

  test('answers a script with names, values, codes and, where a format is asked for, its text', async () => {
    const args = [
      'dns',
      'Universite.Example.',
      '--server',
      'c.example.org',
      '--ttl',
      '300',
      '--format',
      'bind',
      '--json',
    ];
    const { domains, text, warnings } = JSON.parse((await facteur(args)).out);
    expect(warnings).toEqual([]);
    expect(text).toContain('$ORIGIN universite.example.\n');
    expect(domains[0].domain).toBe('universite.example');
    expect(domains[0].records).toContainEqual(
      expect.objectContaining({ name: '_imaps._tcp.universite.example.', ttl: 300, port: 993, code: 'imaps' }),
    );
    expect(domains[0].leftOut[0]).toMatchObject({ name: '_autodiscover._tcp.universite.example.' });
  });

  test('takes the host of site in the profile, and says what to give where there is none', async () => {
    const site = profileWith('domains: [example.org]\nsite: https://mail.example.org/');
    expect((await facteur(['dns', '--profile', site])).out).toContain('CNAME  mail.example.org.');
    const { code, out, err } = await facteur(['dns', '--profile', profileWith('domains: [example.org]')]);
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 0, lines: 1 });
    expect(err).toContain('--server config.example.org');
    expect(out).not.toContain('CNAME');
  });

  test('wants the zones of a wildcard named, and knows them when they are', async () => {
    const profile = profileWith('domains: ["*.example.edu", example.org]\nsite: https://mail.example.org/');
    const all = await facteur(['dns', '--profile', profile]);
    expect(all.err).toContain('facteur dns physics.example.edu');
    expect(all.out).toContain('example.org');
    expect(all.out).not.toContain('example.edu');
    expect((await facteur(['dns', 'a.example.edu', '--profile', profile])).out).toContain('autoconfig.a.example.edu.');
    expect((await facteur(['dns', '*.example.edu', '--profile', profile])).code).toBe(2);
    expect((await facteur(['dns', '--profile', profileWith('domains: ["*"]')])).code).toBe(2);
  });

  describe('of several zones', () => {
    const profile = () => profileWith('domains: [example.org, example.net]\nsite: https://mail.example.org/');

    test.each(['octodns', 'route53'])('%s has a file for each, and says so where none is asked for', async (format) => {
      const args = ['dns', '--profile', profile(), '--format', format];
      expect(await facteur(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--out.*--zone/) });
      const out = join(temporaryFolder(), 'zones');
      expect((await facteur([...args, '--out', out])).code).toBe(0);
      const extension = format === 'octodns' ? 'yaml' : 'json';
      expect(readdirSync(out).sort()).toEqual([`example.net.${extension}`, `example.org.${extension}`]);
      const { zones } = JSON.parse((await facteur([...args, '--json'])).out);
      for (const { zone, text } of zones) expect(readFileSync(join(out, `${zone}.${extension}`), 'utf8')).toBe(text);
      expect(JSON.parse((await facteur([...args, '--out', out, '--json'])).out).zones).toEqual([
        { zone: 'example.org', path: join(out, `example.org.${extension}`), change: 'unchanged' },
        { zone: 'example.net', path: join(out, `example.net.${extension}`), change: 'unchanged' },
      ]);
    });

    test('a file with other content is named and stays, but with --force, and then nothing else is written', async () => {
      const out = temporaryFolder();
      writeFileSync(join(out, 'example.net.yaml'), 'mine');
      const args = ['dns', '--profile', profile(), '--format', 'octodns', '--out', out];
      expect(await facteur(args)).toMatchObject({ code: 2, err: expect.stringContaining('example.net.yaml') });
      expect(readdirSync(out)).toEqual(['example.net.yaml']);
      expect((await facteur([...args, '--force'])).code).toBe(0);
      expect(readFileSync(join(out, 'example.net.yaml'), 'utf8')).not.toContain('mine');
    });
  });

  describe('in a zone above the domain', () => {
    const domains = ['example.edu', 'dr2.example.edu', 'dr10.example.edu', 'example.net'];
    const profile = () => profileWith(`domains: [${domains.join(', ')}]\nsite: https://mail.example.org/`);

    test.each(Object.keys(dnsFormats))('%s has names relative to the zone, and one file for all', async (format) => {
      const out = temporaryFolder();
      const zones = ['--zone', 'example.edu', '--zone', 'Example.Net.'];
      const args = ['dns', '--profile', profile(), '--format', format, '--out', out, ...zones];
      expect((await facteur(args)).code).toBe(0);
      expect(readdirSync(out)).toHaveLength(2);
      const [file = ''] = readdirSync(out).filter((name) => name.startsWith('example.edu.'));
      const text = readFileSync(join(out, file), 'utf8');
      const relative = ['bind', 'octodns', 'dnscontrol'].includes(format);
      for (const name of ['autoconfig', 'autoconfig.dr2', 'autoconfig.dr10'])
        expect(text).toMatch(
          new RegExp(`(?<![\\w.])${relative ? name : `${name}.example.edu`}(?![\\w]|\\.dr|\\.example\\.edu\\.example)`),
        );
      expect(text).not.toContain('example.edu.example.edu');
      expect(text.match(/\$ORIGIN|D_EXTEND\(/g)?.length ?? 1).toBe(1);
    });

    test('octoDNS’ keys stand in natural order, without which it reads none of them', async () => {
      const args = [
        'dns',
        ...domains.slice(0, 3),
        '--profile',
        profile(),
        '--format',
        'octodns',
        '--zone',
        'example.edu',
      ];
      const { out } = await facteur(args);
      const keys = Object.keys(parse(out)).filter((key) => key.startsWith('autoconfig'));
      expect(keys).toEqual(['autoconfig', 'autoconfig.dr2', 'autoconfig.dr10']);
    });

    test('a domain in none of the zones is named', async () => {
      const answer = await facteur(['dns', '--profile', profile(), '--zone', 'example.edu']);
      expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^example\.net is in none/) });
      expect((await facteur(['dns', '--profile', profile(), '--zone', 'not a zone'])).code).toBe(2);
      // Two domains may end alike.
      expect((await facteur(['dns', 'example.net', '--profile', profile(), '--zone', 'ample.net'])).code).toBe(2);
    });
  });

  test.each([
    [['cnrs.fr', '--server', 'https://config.example.org/'], 'write config.example.org'],
    [['cnrs.fr', '--server', '192.0.2.1'], 'is not a host name'],
    [['cnrs.fr', '--ttl', '1h'], 'from 60 to 86400'],
    [['cnrs.fr', '--ttl', '59'], 'from 60 to 86400'],
    [['marie@cnrs.fr'], 'write cnrs.fr'],
    [['cnrs.rf'], 'did you mean cnrs.fr?'],
    [['nowhere.example'], '--profile'],
    [['cnrs.fr', 'universite.example', '--format', 'route53'], 'cnrs.fr and universite.example'],
    [['cnrs.fr', '--format', 'zone'], 'terraform-cloudflare'],
    [['cnrs.fr', '--ttl', '60', '--ttl', '90'], '--ttl'],
  ])('refuses %j in one line that says what to give', async (args, part) => {
    const { code, out, err } = await facteur(['dns', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').filter((line) => !line.startsWith('warning'))).toEqual([expect.stringContaining(part)]);
  });

  test.each(Object.keys(dnsFormats))('writes %s when it is asked to, and help names it', async (format) => {
    const { code, out } = await facteur(['dns', 'cnrs.fr', '--server', 'c.example.org', '--format', format]);
    expect(code).toBe(0);
    expect(out).toContain('c.example.org');
    expect((await facteur(['dns', '--help'])).out).toContain(`"${format}"`);
  });

  test('names what Route 53 is to set beside the change, which has no comments', async () => {
    const { out, err } = await facteur(['dns', 'cnrs.fr', '--server', 'c.example.org', '--format', 'route53']);
    expect(JSON.parse(out).Comment.length).toBeLessThanOrEqual(256);
    expect(err).toContain('autoconfig CNAME, autodiscover CNAME');
  });
});
