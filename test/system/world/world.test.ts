import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../fixtures.ts';
import { whenCutShort } from '../ending.ts';
import { canRunMail } from '../mail/mail.ts';
import { has } from '../programs.ts';

/* `facteur check` against real servers: BIND with the zone of `facteur dns`, nginx in front of `facteur serve`, Dovecot and Postfix (inside.ts). */

interface Found {
  readonly code: number;
  readonly ok?: boolean;
  readonly probes?: readonly {
    readonly rule: string;
    readonly status: string;
    readonly severity: string;
    readonly place: string;
    readonly what: string;
    readonly remedy?: string;
    readonly found?: string;
  }[];
}

const canRun = canRunMail && has('named') && has('nginx') && has('unshare') && has('ip');

describe.skipIf(!canRun)('the world of a provider on this computer', () => {
  let results: Readonly<Record<string, Found>> = {};

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-world-'));
    const args = [
      '-n',
      '-m',
      '--kill-child',
      '--fork',
      '--pid',
      '--mount-proc',
      process.execPath,
      '--import',
      'tsx',
      join(root, 'test/system/world/inside.ts'),
      folder,
    ];
    const child = spawn('unshare', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const withdraw = whenCutShort(() => child.kill('SIGKILL'));
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    await new Promise((resolve) => child.once('close', resolve));
    withdraw();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(out, err).toMatch(/^\{/);
    results = (JSON.parse(out) as { results: Record<string, Found> }).results;
  }, 240_000);

  const faults = (name: string) => (results[name]?.probes ?? []).filter(({ status }) => status === 'fault');
  const rules = (name: string) =>
    [
      ...new Set(
        faults(name)
          .filter(({ severity }) => severity !== 'note')
          .map(({ rule }) => rule),
      ),
    ].sort();

  test('nothing is wrong', () => {
    expect(faults('right')).toEqual([]);
    expect(results.right).toMatchObject({ code: 0, ok: true });
    // Nothing was passed over.
    const looked = new Set(results.right?.probes?.filter(({ status }) => status === 'ok').map(({ rule }) => rule));
    for (const rule of [
      'dns/name-missing',
      'dns/srv-login',
      'tls/name-mismatch',
      'autoconfig/other-login',
      'autodiscover/other-login',
      'imap/method-absent',
      'smtp/injection',
      'smtp/auth-before-tls',
      'privacy/enumeration',
      'http/cacheable',
    ])
      expect(looked, rule).toContain(rule);
  });

  test('the servers take the login of the rule and not the address, and it may send as the address', () => {
    expect(results.login).toMatchObject({ code: 0, ok: true });
    const told = faults('login').map(({ rule, place }) => `${rule} ${place}`);
    expect(told).toEqual([
      'login/address-refused imap imap.cnrs.fr:993',
      'login/address-refused smtp smtp.cnrs.fr:587',
    ]);
    const held = results.login?.probes?.filter(({ status }) => status === 'ok').map(({ rule }) => rule);
    expect(held).toContain('login/login-refused');
    expect(held).toContain('smtp/sender-refused');
    expect(JSON.stringify(results.login)).not.toMatch(/prenom\.nom|mot de passe/);
  });

  test('a wrong password is tried at one server alone', () => {
    expect(results.wrongPassword?.code).toBe(1);
    expect(rules('wrongPassword')).toEqual(['login/login-refused']);
    expect(faults('wrongPassword')).toHaveLength(1);
  });

  test('nothing is wrong with the files of facteur publish either, which take no POST', () => {
    expect(rules('files')).toEqual([]);
    expect(results.files).toMatchObject({ code: 0, ok: true });
  });

  test('a certificate that has ended, and one of another name, are found', () => {
    expect(rules('expired')).toEqual(['tls/expired']);
    expect(rules('otherName')).toEqual(['tls/name-mismatch']);
    expect(faults('otherName')[0]?.found).toBe('www.cnrs.fr');
  });

  test('a record that is missing and one of the last provider are found', () => {
    expect(rules('zone')).toEqual(['dns/name-missing', 'dns/srv-stale']);
    expect(faults('zone').map(({ remedy }) => remedy)).toEqual([
      'add to the zone: autoconfig.cnrs.fr. 3600 IN CNAME config.ods.services.',
      'put in its place: _imaps._tcp.cnrs.fr. 3600 IN SRV 0 0 0 .',
    ]);
  });

  test('the block that the report has for Dovecot makes it take the address, and a sender that Postfix refuses is found', () => {
    expect(faults('remedied').map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      'login/address-accepted imap imap.cnrs.fr:993',
      'login/address-accepted smtp smtp.cnrs.fr:587',
      'smtp/sender-refused smtp smtp.cnrs.fr:587',
    ]);
    expect(faults('remedied')[2]?.remedy).toContain('smtpd_sender_login_maps');
  });

  test('Postfix without STARTTLS and Dovecot without a way for passwords are found', () => {
    expect(rules('servers')).toEqual(['imap/login-disabled', 'smtp/no-starttls']);
  });
});
