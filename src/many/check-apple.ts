import { parse } from 'plist';
import { readAs } from './check-fault.ts';
import type { Connection, Meaning } from './check-meaning.ts';
import { xmlTree } from './check-settings.ts';

type Payload = Readonly<Record<string, unknown>>;

/** A configuration profile (Apple, Device Management: the payloads by their type). */
export function profileMeaning(text: string): Meaning {
  xmlTree(text);
  const payloads = readAs('plist', () => {
    // Whatever it is: a list, or the loop throws.
    const { PayloadContent: content } = parse(text) as unknown as { readonly PayloadContent: readonly Payload[] };
    return content.map((payload) => ({ payload, read: readers[String(payload.PayloadType)] }));
  });
  const said = payloads.flatMap(({ payload, read }) => (read === undefined ? [] : [read(payload)]));
  const addresses = payloads.flatMap(({ payload }) =>
    'EmailAddress' in payload ? [String(payload.EmailAddress)] : [],
  );
  const connections = said.flat();
  // Services beside a mailbox that the profile does not have name no address.
  const hasMailbox = connections.some(({ service }) => service === 'incoming' || service === 'exchange');
  return { connections, ...((hasMailbox || addresses.length > 0) && { addresses }) };
}

const readers: Readonly<Record<string, (payload: Payload) => Connection[]>> = {
  'com.apple.mail.managed': (payload) =>
    (['Incoming', 'Outgoing'] as const).map((direction) => {
      const value = (name: string) => payload[`${direction}MailServer${name}`];
      const type = { EmailTypeIMAP: 'imap', EmailTypePOP: 'pop3' }[String(payload.EmailAccountType)] ?? '';
      return {
        service: direction === 'Incoming' ? 'incoming' : 'outgoing',
        protocol: direction === 'Incoming' ? type : 'smtp',
        ...at(value('HostName'), value('PortNumber'), value('UseSSL')),
        ...as(value('Username')),
        open: value('Authentication') === 'EmailAuthNone',
      };
    }),
  'com.apple.caldav.account': (payload) => [dav('calendar', 'CalDAV', payload)],
  'com.apple.carddav.account': (payload) => [dav('contacts', 'CardDAV', payload)],
  'com.apple.eas.account': exchange,
  'com.apple.ews.account': exchange,
  'com.apple.ldap.account': (payload) => [
    {
      service: 'directory',
      host: String(payload.LDAPAccountHostName ?? ''),
      security: payload.LDAPAccountUseSSL === true ? 'encrypted' : 'none',
      ...as(payload.LDAPAccountUserName),
    },
  ],
};

function dav(service: 'calendar' | 'contacts', prefix: string, payload: Payload): Connection {
  const value = (name: string) => payload[`${prefix}${name}`];
  return { service, ...at(value('HostName'), value('Port'), value('UseSSL')), ...as(value('Username')) };
}

function exchange(payload: Payload): Connection[] {
  const security = payload.SSL === true ? 'encrypted' : 'none';
  return [{ service: 'exchange', host: String(payload.Host ?? ''), security, ...as(payload.UserName) }];
}

/** One switch stands for TLS and STARTTLS. */
function at(host: unknown, port: unknown, ssl: unknown) {
  return { host: String(host ?? ''), port: Number(port ?? 0), security: ssl === true ? 'encrypted' : 'none' } as const;
}

function as(login: unknown) {
  return login === undefined ? {} : { login: String(login) };
}
