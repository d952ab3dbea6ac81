import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
