import { describe, expect, test } from 'vitest';
import { startWorld, type ZoneRecord } from '../net/world.ts';
import { facteur } from './terminal.ts';

const DOMAIN = 'example.org';

/** The names stand in the DNS alone: the ports of web servers are not this process' to open. */
async function resolver(zone: Readonly<Record<string, readonly ZoneRecord[]>>): Promise<string[]> {
  const world = await startWorld({ zone });
  return ['--resolver', `127.0.0.1:${world.dns.port}`, '--timeout', '10'];
}

const srv = (target: string, port: number): ZoneRecord => ({
  type: 'SRV',
  data: { priority: 0, weight: 1, port, target },
});

describe('facteur discover', () => {
  test('prints what says where mail is, what is in the way, and what it asked', async () => {
    const flags = await resolver({
      [`_imaps._tcp.${DOMAIN}`]: [srv('imap.example.org', 993)],
      [`_pop3s._tcp.${DOMAIN}`]: [srv('.', 0)],
      'autoconfig.example.org': [{ type: 'A', data: '192.168.1.9' }],
    });
    const { code, out, err } = await facteur(['discover', `ada@${DOMAIN}`, ...flags]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('example.org: what the world answers\n\nTrust  By');
    expect(out).toContain(
      'C      SRV               _imaps._tcp.example.org\n       imap imap.example.org:993 TLS, login: the address, priority 0, weight 1',
    );
    expect(out).toContain('says that there is none (target “.”)');
    expect(out).toContain('autoconfig.example.org is at 192.168.1.9, which no public name leads to: not asked');
    expect(out).toContain('Nothing there: https://ua-auto-config.example.org');
    expect(out).toMatch(/Found: 1 of \d+ places say where mail is\./);
    expect(out).toContain('The most that can be trusted is grade C, from _imaps._tcp.example.org.');
    expect(out).toContain('were told prenom.nom-facteur@example.org, which is nobody’s');
    expect(out).toContain('No database was asked: name one with --ispdb URL.');
    expect(out).toContain('public-suffix list of 20');
    expect(out).not.toContain('ada');
    const french = await facteur(['discover', DOMAIN, ...flags, '--lang', 'fr']);
    expect(french.out).toContain('TLS, identifiant\u00a0: l’adresse, priorité 0, poids 1');
  });

  test('says the same to a script', async () => {
    const flags = await resolver({ [`_imaps._tcp.${DOMAIN}`]: [srv('imap.example.org', 993)] });
    const { code, out } = await facteur(['discover', DOMAIN, ...flags, '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ domain: DOMAIN, disagreements: [], warnings: [] });
    expect(answer.answers).toContainEqual({
      mechanism: 'srv',
      source: `_imaps._tcp.${DOMAIN}`,
      status: 'found',
      trust: 'C',
      servers: [
        {
          protocol: 'imap',
          host: 'imap.example.org',
          port: 993,
          security: 'tls',
          authentication: [],
          priority: 0,
          weight: 1,
        },
      ],
    });
    expect(answer.answers).toContainEqual({
      mechanism: 'autoconfig-https',
      source: 'https://autoconfig.example.org/mail/config-v1.1.xml',
      url: 'https://autoconfig.example.org/mail/config-v1.1.xml',
      chain: ['https://autoconfig.example.org/mail/config-v1.1.xml'],
      status: 'none',
      trust: 'A',
      problem: { code: 'discover.host-absent', message: 'there is no host autoconfig.example.org' },
    });
  });

  test('answers no where nothing is found', async () => {
    const { code, out } = await facteur(['discover', DOMAIN, ...(await resolver({}))]);
    expect(code).toBe(1);
    expect(out).toContain('Nothing that was asked says where mail is.');
  });

  test('lets nothing that a stranger wrote reach the terminal', async () => {
    const flags = await resolver({ [`_imaps._tcp.${DOMAIN}`]: [srv('\u001b[31m.example.org', 993)] });
    const { out } = await facteur(['discover', DOMAIN, ...flags]);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('leads to “\\u001b[31m.example.org:993”');
  });

  test.each<[string, string[], string]>([
    ['no domain', ['discover', 'localhost'], 'is neither a mail domain nor an address'],
    ['no address', ['discover', 'a b@example.org'], 'it has a space before the @'],
    ['an address of numbers', ['discover', '127.0.0.1'], 'is neither a mail domain nor an address'],
    [
      'a name longer than names are',
      ['discover', `${'a'.repeat(60)}.`.repeat(5)],
      'is neither a mail domain nor an address',
    ],
    ['a URL', ['discover', 'https://example.org/'], 'neither a mail domain nor an address: write example.org'],
    ['no database', ['discover', DOMAIN, '--ispdb', 'thunderbird.net'], 'in --ispdb is no https or http URL'],
    ['no resolver', ['discover', DOMAIN, '--resolver', 'dns'], 'in --resolver is no address of a DNS server'],
    ['nobody to tell', ['discover', DOMAIN, '--send-address'], '--send-address has no address to send'],
    [
      'two resolvers',
      ['discover', DOMAIN, '--resolver', '192.0.2.1', '--resolver', '192.0.2.2'],
      '--resolver is given twice',
    ],
    ['a switch with a value', ['discover', DOMAIN, '--allow-private=yes'], 'is a switch and takes no value'],
  ])('refuses %s in one line', async (_, args, line) => {
    const { code, out, err } = await facteur(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(err.split('\n')).toHaveLength(1);
  });
});
