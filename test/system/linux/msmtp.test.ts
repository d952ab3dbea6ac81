import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/model/account.ts';
import { has } from '../programs.ts';
import { type Home, makeHome } from './home.ts';
import { staff } from './provider.ts';
import { scriptsIn, scriptsOf } from './scripts.ts';
import { msmtpSettings } from './settings.ts';

/* What the real msmtp makes of our account in a file that a person has written. */

/** What msmtp 1.8.23 lets a person say for all accounts, and what our account must not take. */
const leaking = [
  ...['protocol lmtp', 'port 24', 'domain labo.example', 'from moi@labo.example', 'allow_from_override off'],
  ...['auto_from on', 'maildomain labo.example', 'set_from_header on', 'undisclosed_recipients on'],
  ...['remove_bcc_headers off', 'dsn_notify failure', 'dsn_return full', 'source_ip 192.0.2.1', 'socket /tmp/x'],
  ...['proxy_host proxy.labo.example', 'auth ntlm', 'user moi', 'password theirs', 'passwordeval echo theirs'],
  ...['ntlmdomain LABO', 'tls off', 'tls_starttls off', 'tls_certcheck off', 'tls_trust_file ~/labo.pem'],
  ...[
    'tls_crl_file ~/labo.crl',
    'tls_key_file ~/labo.key',
    'tls_cert_file ~/labo.crt',
    'tls_host_override labo.example',
  ],
  ...['tls_priorities NORMAL:-VERS-ALL', 'tls_min_dh_prime_bits 512'],
  `tls_fingerprint ${Array(32).fill('00').join(':')}`,
];

const [one, primary] = [staff('additional'), staff('primary')];

describe.skipIf(!has('msmtp'))('msmtp', () => {
  let home: Home;
  beforeEach(() => {
    home = makeHome();
    home.program('secret-tool', '#!/bin/sh\nprintf secret\n');
  });
  afterEach(() => home.remove());

  const scripts = scriptsIn(() => home);
  const install = (account: Account) => scripts.install('msmtp', account);
  const remove = (account: Account) => scripts.remove('msmtp', account);

  /** It refuses a password in a file that others may read. */
  function putFile(text: string): void {
    home.put('.msmtprc', text);
    chmodSync(join(home.path, '.msmtprc'), 0o600);
  }

  const unnamed = 'host smtp.labo.example\nfrom moi@labo.example\n';
  test.each([
    ['that no line names', unnamed],
    ['that no line names, behind a remark and defaults', `# moi\n\n${unnamed}account b : default\n`],
    ['with blanks and quotes around its name', `account labo\n${unnamed}\taccount "default": labo\n`],
    ['in lines that Windows wrote', `account default\r\n${unnamed.replaceAll('\n', '\r\n')}`],
    ['that a program names', `eval echo account default\n${unnamed}`],
  ])('an account %s stays the default one', (_, text) => {
    putFile(text);
    const before = msmtpSettings(home);
    expect(install(primary)).toContain('had an account already');
    expect(msmtpSettings(home)).toEqual(before);
    expect(msmtpSettings(home, ['-a', one.address])).toMatchObject({ from: one.address });
  });

  test('what only looks like a default account is none', () => {
    putFile('#account default\ndefaults\nauth on\n\naccount defaults\nhost x\neval echo password secret\n');
    install(primary);
    expect(msmtpSettings(home)).toMatchObject({ from: one.address });
  });

  test('takes nothing from what another account has as a default', () => {
    install(one);
    const alone = msmtpSettings(home, ['-a', one.address]);
    remove(one);
    putFile(`defaults\n${leaking.join('\n')}\n\naccount labo\nhost smtp.labo.example\n`);
    install(one);
    expect(msmtpSettings(home, ['-a', 'labo'])).toMatchObject({
      protocol: 'lmtp',
      maildomain: 'labo.example',
      socket: '/tmp/x',
    });
    const ours = msmtpSettings(home, ['-a', one.address]);
    // Nothing is made of it while auto_from is off.
    expect({ ...ours, maildomain: '' }).toEqual({ ...alone, maildomain: '' });
    expect(ours).toMatchObject({ auto_from: 'off', from: one.address, maildomain: '', tls_trust_file: 'system' });
  });

  test.each(['account default : prenom.nom@cnrs.fr', 'account mine: "labo", prenom.nom@cnrs.fr\nfrom x@cnrs.fr'])(
    'goes only once no other account is made from it: %j',
    (text) => {
      putFile('account labo\nhost smtp.labo.example\n');
      install(one);
      const installed = home.read('.msmtprc');
      putFile(`${installed}${text}\n`);
      const { status, stderr } = home.run(scriptsOf('msmtp', one).remove);
      expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/msmtprc: our account .*\n$/) });
      expect(home.read('.msmtprc')).toBe(`${installed}${text}\n`);
      putFile(installed);
      remove(one);
      expect(msmtpSettings(home, ['-a', 'labo'])).toMatchObject({ host: 'smtp.labo.example' });
    },
  );

  test('keeps where the person wants its log', () => {
    putFile('defaults\nlogfile /tmp/msmtp.log\n');
    install(one);
    expect(msmtpSettings(home, ['-a', one.address])).toMatchObject({ logfile: '/tmp/msmtp.log' });
  });

  test('an older release gets no command that it would refuse the file for, and a newer one all that the person sets', () => {
    home.program(
      'msmtp',
      '#!/bin/sh\ngrep -q socket "$(echo "$1" | cut -d = -f 2-)" && echo "unknown command socket"\n',
    );
    putFile('defaults\nfrom_full_name Moi\n');
    install(one);
    expect(home.read('.msmtprc')).not.toMatch(/^socket/m);
    expect(home.read('.msmtprc')).toMatch(/^tls_host_override$[\s\S]*^from_full_name$/m);
  });
});
