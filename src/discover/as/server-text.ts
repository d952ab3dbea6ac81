import type { View, ViewedServer } from '../../lint/kind.ts';
import type { Address } from '../../model/address.ts';
import type { EndPair, EndServer } from './look-up.ts';

/** The variables of a clientConfig that a program knows. */
export type Variables = Readonly<Record<string, string>>;

/** @param told whose address it is */
export function variablesOf({ local, domain, text }: Address) {
  return { '%EMAILADDRESS%': text, '%EMAILLOCALPART%': local, '%EMAILDOMAIN%': domain } as const;
}

/** Puts values in, one variable after the other, in every place. */
export function replaced(text: string, variables: Variables): string {
  let filled = text;
  for (const [name, value] of Object.entries(variables)) filled = filled.replaceAll(name, () => value);
  return filled;
}

/** The servers of a view, with the variables of the format replaced. */
export function pairOf({ incoming, outgoing }: View, fill: { readonly host: Fill; readonly login: Fill }): EndPair {
  return { incoming: incoming && endServer(incoming, fill), outgoing: outgoing && endServer(outgoing, fill) };
}

type Fill = (text: string) => string;

function endServer(viewed: ViewedServer, fill: { readonly host: Fill; readonly login: Fill }): EndServer {
  const { protocol, host, port, security, authentication, login } = viewed;
  return {
    protocol: protocols[protocol] ?? 'exchange',
    host: fill.host(host),
    port,
    security,
    authentication,
    login: login && fill.login(login),
  };
}

const protocols: Readonly<Partial<Record<string, EndServer['protocol']>>> = {
  imap: 'imap',
  pop3: 'pop3',
  smtp: 'smtp',
};

const security = { tls: ' TLS', starttls: ' STARTTLS', none: '' } as const;

/** `IMAP imap.example.org:993 TLS`, the same in every language. */
export function serverText({ protocol, host, port, security: kept }: EndServer): string {
  return `${protocol.toUpperCase()} ${host}${port === undefined ? '' : `:${port}`}${kept === undefined ? '' : security[kept]}`;
}

export function pairText({ incoming, outgoing }: EndPair): string {
  return [incoming, outgoing].flatMap((server) => (server === undefined ? [] : [serverText(server)])).join(', ');
}
