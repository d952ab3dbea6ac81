import { describe, expect, test } from 'vitest';
import { probeText } from '../../src/check/check-rule.ts';
import { makeWorld } from '../../src/check/check-world.ts';
import { loginProbes } from '../../src/check/login-probes.ts';
import { addressOf } from '../../src/model/address.ts';
import { readProfile } from '../fixtures.ts';
import { makeCertificate } from '../net/certificates.ts';
import type { MailBehaviour } from './mail-servers.ts';
import { rightWorld } from './right-world.ts';

const LOGIN = 'prenom.nom@ods.services';
const ADDRESS = 'prenom.nom@cnrs.fr';

/** Tries the mailbox at servers that behave so; and how often each login was said. */
async function tried(change: (usual: MailBehaviour) => Partial<MailBehaviour>) {
  const said: string[] = [];
  const lines: string[] = [];
  const world = await rightWorld(readProfile('cnrs'), ['cnrs.fr'], {
    mail: (usual) => {
      const behaviour = { ...usual, ...change(usual) };
      return {
        ...behaviour,
        takes: (login, password) => {
          said.push(`${usual.protocol} ${login}`);
          return behaviour.takes?.(login, password) ?? false;
        },
        heard: (line, tls) => lines.push(`${tls ? 'tls' : 'clear'} ${line}`),
      };
    },
  });
  const order = world.order();
  const [domain] = world.domains;
  const address = addressOf(ADDRESS);
  if (domain === undefined || address === undefined) throw new Error('no such domain');
  const probes = await loginProbes({ domain, address, password: 'secret' }, makeWorld(order), order.net);
  const faults = probes.filter(({ status }) => status === 'fault');
  return {
    rules: faults.map(({ rule, place }) => `${rule.id} ${place.split(' ')[0]}`),
    remedies: faults.map((each) => probeText(each, 'en').remedy),
    held: probes.filter(({ status }) => status === 'ok').map(({ rule }) => rule.id),
    skipped: probes.filter(({ status }) => status === 'skipped').map(({ reason }) => reason),
    said,
    lines,
  };
}

describe('which login the servers take', () => {
  test('that of the rule alone: what would make them take the address is told', async () => {
    const { rules, remedies, said, held } = await tried(() => ({ takes: (login) => login === LOGIN }));
    expect(rules).toEqual(['login/address-refused imap', 'login/address-refused smtp']);
    expect(said).toEqual([`imap ${LOGIN}`, `imap ${ADDRESS}`, `smtp ${LOGIN}`, `smtp ${ADDRESS}`]);
    expect(held).toContain('smtp/sender-refused');
    expect(remedies[0]).toContain(
      'passdb { driver = static; args = user=%n@ods.services noauthenticate; username_filter = *@cnrs.fr }',
    );
    expect(remedies[1]).toContain('/^([^@]+)@cnrs\\.fr$/ $1@ods.services');
  });

  test('the address, too: what that opens is told', async () => {
    const { rules, held } = await tried(() => ({ takes: () => true }));
    expect(rules).toEqual(['login/address-accepted imap', 'login/address-accepted smtp']);
    expect(held).toContain('login/another-mailbox');
  });

  test('the address alone: the rule of the profile is wrong', async () => {
    const { rules, remedies } = await tried(() => ({ takes: (login) => login === ADDRESS }));
    expect(rules).toEqual(['login/rule-differs imap', 'login/rule-differs smtp']);
    expect(remedies[0]).toContain('login: "{address}"');
  });

  test('neither: no other server is tried', async () => {
    const { rules, said, skipped } = await tried(() => ({ takes: () => false }));
    expect(rules).toEqual(['login/login-refused imap']);
    expect(said).toEqual([`imap ${LOGIN}`, `imap ${ADDRESS}`]);
    expect(skipped).toEqual(['no-tries']);
  });

  test('a server that says that the mailbox is locked is asked no second time', async () => {
    const { rules, said } = await tried(() => ({ takes: () => false, refusal: 'NO [CONTACTADMIN] account locked' }));
    expect(rules).toEqual(['login/stopped imap']);
    expect(said).toEqual([`imap ${LOGIN}`]);
  });

  test('a login that IMAP takes and submission does not', async () => {
    const { rules } = await tried(({ protocol }) => ({ takes: (login) => protocol === 'imap' && login === LOGIN }));
    expect(rules).toEqual(['login/address-refused imap', 'login/services-differ smtp']);
  });

  test('address and login that open two mailboxes', async () => {
    const { rules } = await tried(() => ({ takes: () => true, uidValidity: (login) => (login === LOGIN ? 1 : 2) }));
    expect(rules).toEqual(['login/another-mailbox imap', 'login/address-accepted smtp']);
  });

  test('a sender that is refused, and nothing is sent', async () => {
    const { rules, remedies, lines } = await tried(() => ({ takes: (login) => login === LOGIN, maySend: () => false }));
    expect(rules).toEqual(['login/address-refused imap', 'login/address-refused smtp', 'smtp/sender-refused smtp']);
    expect(remedies[2]).toContain('smtpd_sender_login_maps');
    expect(lines.join('\n')).not.toMatch(/DATA|BDAT/i);
    expect(lines.filter((line) => /RSET/.test(line))).toEqual(['tls RSET']);
  });
});

test('no password is said where TLS does not stand, or with a certificate that is not good', async () => {
  const bad = await makeCertificate({ names: ['other.test'] });
  for (const change of [
    { refusesTls: true, before: [] as string[] },
    { certificate: bad },
    { afterStartTls: '250 injected\r\n' },
  ]) {
    const { skipped, said, lines } = await tried(({ protocol }) =>
      protocol === 'smtp' ? change : { certificate: bad },
    );
    expect(said).toEqual([]);
    expect(skipped).toEqual(['not-safe', 'not-safe']);
    expect(lines.join('\n')).not.toMatch(/AUTH|LOGIN/);
  }
});
