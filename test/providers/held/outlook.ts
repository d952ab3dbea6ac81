import { XMLParser } from 'fast-xml-parser';
import { parse } from 'plist';
import { readIni } from '../../readers/ini.ts';
import { line, meaning, needed, only, type Reader } from './service.ts';

const parser = new XMLParser({ parseTagValue: false, htmlEntities: true, isArray: (name) => name === 'Protocol' });

/** [MS-OXDSCLI] 2.2.4.1.1.2: what of a protocol a program reads. */
interface Protocol {
  readonly Type: string;
  readonly Server: string;
  readonly Port: string;
  readonly LoginName?: string;
  readonly SPA: string;
  readonly Encryption: string;
  readonly AuthRequired: string;
}

interface Answer {
  readonly Autodiscover: { readonly Response: { readonly Account: { readonly Protocol: readonly Protocol[] } } };
}

const ENCRYPTION = { SSL: 'tls', TLS: 'starttls', None: 'none' };

/** The answer for Outlook on Windows, which install.cmd and the rest place. */
export const readAutodiscover: Reader = (files) => {
  // An answer without one of these throws at the first step.
  const { Protocol } = (parser.parse(only(files)) as Answer).Autodiscover.Response.Account;
  return Protocol.map((each) =>
    line({
      protocol: each.Type.toLowerCase(),
      host: each.Server,
      port: each.Port,
      security: meaning(ENCRYPTION, each.Encryption),
      authentication: way(each.AuthRequired === 'on', each.SPA === 'on'),
      login: each.LoginName ?? '',
    }),
  );
};

/** A profile file (.prf). */
export const readPrf: Reader = (files) => {
  const account = readIni(only(files)).get('Account1');
  const value = (name: string) => account?.get(name);
  const reading = value('IMAPServer') === undefined ? 'POP3' : 'IMAP';
  return [
    line({
      protocol: reading.toLowerCase(),
      host: needed(value(`${reading}Server`), 'server'),
      port: needed(value(`${reading}Port`), 'port'),
      security: value(`${reading}UseSSL`) === '1' ? 'tls' : 'none',
      authentication: way(true, value(`${reading}UseSPA`) === '1'),
      login: needed(value(`${reading}UserName`), 'login'),
    }),
    line({
      protocol: 'smtp',
      host: needed(value('SMTPServer'), 'server'),
      port: needed(value('SMTPPort'), 'port'),
      security: meaning({ 0: 'none', 1: 'tls', 2: 'starttls' }, value('SMTPSecureConnection')),
      authentication: way(value('SMTPUseAuth') === '1', value('SMTPUseSPA') === '1'),
      login: value('SMTPUserName') ?? '',
    }),
  ];
};

function way(asked: boolean, secure: boolean): string {
  if (!asked) return 'none';
  return secure ? 'ntlm' : 'password';
}

const OUTLOOK = 'com.microsoft.outlook.EmailProfile.';
const ACCOUNT_TYPE = { BasicAuth: 'password', ModernAuth: 'oauth2' };

/** App configuration of Outlook for Android and iOS; modern authentication finds the host by itself. */
export const readOutlookAndroid: Reader = (files) => outlookApp(managed(only(files)));
// Our plist is a dictionary, or `needed` finds nothing in it.
export const readOutlookIos: Reader = (files) => outlookApp(new Map(Object.entries(parse(only(files)) as object)));

function outlookApp(values: ReadonlyMap<string, unknown>): string[] {
  const authentication = meaning(ACCOUNT_TYPE, values.get(`${OUTLOOK}AccountType`));
  const host = values.get(`${OUTLOOK}ServerHostName`);
  return [
    activeSync(
      authentication === 'oauth2' ? String(host ?? '-') : needed(host, 'host'),
      needed(values.get(`${OUTLOOK}EmailUPN`), 'login'),
      authentication,
    ),
  ];
}

/** Gmail’s managed configuration, and Nine’s. */
export const readGmail: Reader = (files) => {
  const values = managed(only(files));
  const types = String(values.get('exchange_authentication_type') ?? '');
  const login = needed(values.get('exchange_username'), 'login');
  return [
    activeSync(needed(values.get('exchange_host'), 'host'), login, /modern/i.test(types) ? 'oauth2' : 'password'),
  ];
};

export const readNine: Reader = (files) => {
  const values = managed(only(files));
  const login = needed(values.get('AppServiceUsername'), 'login');
  return [activeSync(needed(values.get('AppServiceHost'), 'host'), login, 'password')];
};

function activeSync(host: string, login: string, authentication: string): string {
  return line({ protocol: 'activesync', host, port: 443, security: 'tls', authentication, login });
}

interface ManagedConfiguration {
  readonly managedProperty: readonly ({ readonly key: string } & Readonly<Record<string, unknown>>)[];
}

function managed(text: string): ReadonlyMap<string, unknown> {
  // Anything else throws at the first step.
  const { managedProperty } = JSON.parse(text) as ManagedConfiguration;
  return new Map(
    managedProperty.map(({ key, ...value }) => {
      const [one] = Object.values(value);
      return [key, one];
    }),
  );
}
