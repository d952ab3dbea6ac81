import { createApp } from '../../src/server/app.ts';
import { makeProfile, readProfile } from '../fixtures.ts';

/** Sends a request and gives the answer: an application in this process, or a server that listens. Redirects are not followed. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** What the suites ask for: CNRS, the university, and a provider whose logins are the addresses and whose ports are the usual ones. */
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

/** A moment for answers that name one. */
export const NOON = new Date('2026-11-22T12:00:00.123Z');

/** The application that the suites ask where no other is given. */
export const app = createApp({ profiles: () => profiles, canonicalHost: CANONICAL, now: () => NOON });
