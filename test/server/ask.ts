import { createApp } from '../../src/server/app/app.ts';
import { makeProfile, readProfile } from '../fixtures.ts';

/**
 * Sends a request and gives the answer: from an application in this process, or from a server that listens and is told scheme and host of the URL.
 * Redirects are not followed.
 */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** What the suites ask for: CNRS, the university, a provider whose logins are the addresses, and one that no password opens. */
export const profiles = [
  readProfile('cnrs'),
  readProfile('universite'),
  makeProfile({ id: 'plain', domains: ['example.org'] }),
  makeProfile({
    id: 'token',
    domains: ['token.example'],
    incoming: [{ protocol: 'imap', host: 'imap.token.example', security: 'tls', authentication: ['oauth2'] }],
    outgoing: [{ host: 'smtp.token.example', security: 'tls', authentication: ['oauth2'] }],
  }),
];

/** The canonical host of the suites. */
export const CANONICAL = 'config.example.net';

/** The moment that the application of these tests has. */
export const NOON = new Date('2026-11-22T12:00:00.123Z');

/** The application that the suites ask where no other is given. */
export const app = createApp({ profiles: () => profiles, canonicalHost: CANONICAL, now: () => NOON });

const SCHEMA = 'http://schemas.microsoft.com/exchange/autodiscover';

/** Namespaces of requests and answers. */
export const namespaces = {
  outlookRequest: `${SCHEMA}/outlook/requestschema/2006`,
  outlook: `${SCHEMA}/outlook/responseschema/2006a`,
  mobileRequest: `${SCHEMA}/mobilesync/requestschema/2006`,
  mobile: `${SCHEMA}/mobilesync/responseschema/2006`,
  response: `${SCHEMA}/responseschema/2006`,
} as const;

/** The body that Thunderbird sends (153, ExchangeAutoDiscover.sys.mjs), which differs from Outlook's in white space only. */
export function autodiscoverBody(address: string, schema: string = namespaces.outlook): string {
  return `<?xml version="1.0" encoding="utf-8"?>
    <Autodiscover xmlns="${namespaces.outlookRequest}">
      <Request>
        <EMailAddress>${address}</EMailAddress>
        <AcceptableResponseSchema>${schema}</AcceptableResponseSchema>
      </Request>
    </Autodiscover>`;
}

/** Where plain XML Autodiscover is. */
export const AUTODISCOVER = 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml';

/** A POST of plain XML Autodiscover. */
export function post(body: BodyInit, init: RequestInit = {}, url = AUTODISCOVER) {
  const headers = { 'Content-Type': 'text/xml', ...init.headers };
  return new Request(url, { method: 'POST', redirect: 'manual', ...init, headers, body });
}
