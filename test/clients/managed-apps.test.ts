import { parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import type { Client } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixture, fixtures, makeProfile } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { readConfiguration } from '../readers/managed-configuration.ts';

/*
 * The files for device management that set up Exchange ActiveSync. Only one account of test/accounts has it, so the others get it here, with a login of their own
 * that has every character of theirs.
 */
const HOST = 'eas.example.org';
const all = fixtures().map(({ name, account }) => ({ name, account: withActiveSync(account) }));

/** (`{f}` in the hostile one is refused, see below; without the second brace it is no variable.) */
function withActiveSync(account: Account) {
  const plain = (text: string) => text.replaceAll('}', '');
  const login = `eas-${plain(account.login)}`;
  const authentication = ['password'] as const;
  const exchange = { host: HOST, authentication, activeSync: true, webServices: false, login, loginRule: undefined };
  return { ...account, address: plain(account.address), exchange };
}

const FORMATS = [
  ['android', 'gmail-managed'],
  ['outlook', 'android-managed'],
  ['outlook', 'ios-managed'],
  ['nine', 'managed'],
] as const;

function textOf(account: Account, [clientId, formatId]: (typeof FORMATS)[number]): string {
  const client = clients.find(({ id }) => id === clientId);
  const format = client?.formats('en').find(({ id }) => id === formatId);
  if (client === undefined || format === undefined) throw new Error(`${clientId}/${formatId} is not there`);
  const [artifact] = renderFormat(client, format, account);
  return new TextDecoder('utf-8', { fatal: true }).decode(artifact?.bytes);
}

const outlookKeys = ({ address, exchange, provider, displayAddress }: Account) => ({
  'com.microsoft.outlook.EmailProfile.EmailAccountName': `${provider.shortName} – ${displayAddress}`,
  'com.microsoft.outlook.EmailProfile.EmailAddress': address,
  'com.microsoft.outlook.EmailProfile.EmailUPN': exchange?.login,
  'com.microsoft.outlook.EmailProfile.ServerHostName': HOST,
  'com.microsoft.outlook.EmailProfile.AccountType': 'BasicAuth',
  'com.microsoft.outlook.EmailProfile.ServerAuthentication': 'Username and Password',
});

describe.each(all)('$name', ({ account }) => {
  const { address, exchange } = account;

  test('Gmail has address, server and the login of Exchange', () => {
    expect(readConfiguration(textOf(account, ['android', 'gmail-managed']))).toEqual({
      productId: 'app:com.google.android.gm',
      values: {
        email_address: address,
        exchange_host: HOST,
        exchange_username: exchange.login,
        exchange_ssl_required: true,
        exchange_trust_all_certificates: false,
      },
    });
  });

  test('Outlook has the same keys on Android and on iOS', () => {
    expect(readConfiguration(textOf(account, ['outlook', 'android-managed']))).toEqual({
      productId: 'app:com.microsoft.office.outlook',
      values: outlookKeys(account),
    });
    expect(parsePlist(textOf(account, ['outlook', 'ios-managed']))).toEqual(outlookKeys(account));
  });

  test('Nine Work has address, server and login', () => {
    expect(readConfiguration(textOf(account, ['nine', 'managed']))).toEqual({
      productId: 'app:com.ninefolders.hd3.work',
      values: {
        AppServicePublisher: 'Android Enterprise',
        AppServiceHost: HOST,
        AppServicePort: 443,
        AppServiceUseSSL: 'true',
        AppUserEmail: address,
        AppServiceUsername: exchange.login,
      },
    });
  });

  test('no file holds a password or the login of another service', () => {
    for (const format of FORMATS) {
      const text = textOf(account, format);
      expect(text.replace('Username and Password', '')).not.toMatch(/passw/i);
      expect(text).not.toContain(account.incoming[0]?.host ?? 'imap');
    }
  });
});

test('the login is that of Exchange, which is not the address', () => {
  const account = fixture('university');
  expect(account.exchange?.login).not.toBe(account.address);
  expect(textOf(account, ['android', 'gmail-managed'])).toContain(
    '"exchange_username", "valueString": "jeanne.martin"',
  );
});

describe('a provider without ActiveSync', () => {
  const managed: readonly Client[] = clients.map((client) => ({
    ...client,
    formats: (language) =>
      client.formats(language).filter(({ id }) => FORMATS.some(([c, f]) => c === client.id && f === id)),
  }));

  test.each([
    ['no Exchange at all', fixture('plain')],
    [
      'web services only',
      {
        ...fixture('plain'),
        exchange: {
          authentication: ['password'] as const,
          host: HOST,
          activeSync: false,
          webServices: true,
          login: 'a',
          loginRule: undefined,
        },
      },
    ],
  ])('%s: nothing is made, and nothing is said', (_, account) => {
    expect(render(account, managed)).toEqual({ artifacts: [], leftOut: [] });
  });
});

describe('what a console would take for a variable', () => {
  const profile = makeProfile({
    exchange: { authentication: ['password'] as const, host: HOST, activeSync: true, webServices: false },
  });

  test.each(['{{mail}}', '%emailaddress%', '$emailaddress$', '$' + '{EMAIL}', '{EmailAddress}'])(
    '%s is refused',
    (login) => {
      const { account } = resolve({ address: 'a@example.org', login }, [profile]);
      for (const format of FORMATS) expect(() => textOf(account, format)).toThrow(UnrepresentableError);
    },
  );

  test.each(['a%b', 'a$b', 'a{b', 'a}b', 'DOMAIN\\user'])('%s is not', (login) => {
    const { account } = resolve({ address: 'a@example.org', login }, [profile]);
    for (const format of FORMATS)
      expect(textOf(account, format)).toContain(format[1] === 'ios-managed' ? login : JSON.stringify(login));
  });
});
