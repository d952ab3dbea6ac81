import { parse } from 'plist';
import { line, meaning, needed, only, type Reader } from './service.ts';

/** Apple’s words (Device Management, `Mail`, `CalDAV`, `CardDAV`, `LDAP`, `ExchangeActiveSync`, `ExchangeWebServices`). */
const WAY = {
  EmailAuthPassword: 'password',
  EmailAuthCRAMMD5: 'cram-md5',
  EmailAuthNTLM: 'ntlm',
  EmailAuthNone: 'none',
};
const ACCOUNT_TYPE = { EmailTypeIMAP: 'imap', EmailTypePOP: 'pop3' };

type Payload = Readonly<Record<string, unknown>>;

/** Every service of a configuration profile. */
export const readMobileconfig: Reader = (files) => {
  // What is no list of payloads throws in the loop.
  const { PayloadContent } = parse(only(files)) as unknown as { readonly PayloadContent: readonly Payload[] };
  return PayloadContent.flatMap((payload) => payloads[String(payload.PayloadType)]?.(payload) ?? []);
};

const payloads: Readonly<Record<string, (payload: Payload) => string[]>> = {
  'com.apple.mail.managed': (payload) =>
    (['Incoming', 'Outgoing'] as const).map((direction) => {
      const value = (name: string) => payload[`${direction}MailServer${name}`];
      const port = Number(needed(value('PortNumber'), 'port'));
      return line({
        protocol: direction === 'Outgoing' ? 'smtp' : meaning(ACCOUNT_TYPE, payload.EmailAccountType),
        host: needed(value('HostName'), 'host'),
        port,
        security: spoken(value('UseSSL'), port),
        authentication: meaning(WAY, value('Authentication')),
        login: String(value('Username') ?? ''),
      });
    }),
  'com.apple.caldav.account': (payload) => [dav('caldav', 'CalDAV', payload)],
  'com.apple.carddav.account': (payload) => [dav('carddav', 'CardDAV', payload)],
  'com.apple.webClip.managed': ({ URL: url }) => [`webmail ${needed(url, 'URL')}`],
  'com.apple.eas.account': (payload) => [exchange('activesync', payload)],
  'com.apple.ews.account': (payload) => [exchange('ews', payload)],
};

/** Mail knows one switch for both, and tells them apart by the port. */
function spoken(ssl: unknown, port: number): string {
  if (ssl !== true) return 'none';
  return [993, 995, 465].includes(port) ? 'tls' : 'starttls';
}

function dav(protocol: string, prefix: string, payload: Payload): string {
  const value = (name: string) => payload[`${prefix}${name}`];
  return line({
    protocol,
    host: needed(value('HostName'), 'host'),
    // Without one it begins where the host says.
    port: `${needed(value('Port'), 'port')}${value('PrincipalURL') ?? ''}`,
    security: value('UseSSL') === true ? 'tls' : 'none',
    authentication: '',
    login: needed(value('Username'), 'login'),
  });
}

function exchange(protocol: string, payload: Payload): string {
  return line({
    protocol,
    host: needed(payload.Host, 'host'),
    port: String(payload.Port ?? 443),
    security: payload.SSL === true ? 'tls' : 'none',
    authentication: payload.OAuth === true ? 'oauth2' : 'password',
    login: needed(payload.UserName, 'login'),
  });
}
