import * as z from 'zod/mini';
import type { Authentication, Security } from '../model/account.ts';
import { ANY_DOMAIN, hostIn } from '../model/domain-host.ts';
import { ownRule } from './login-schema.ts';
import { hostInPattern, noneTwice, refusedAs, unique } from './schema-parts.ts';

/** A server for mail: where it is, how the connection is protected and how a login is proved. */

export const host = z.string().check(
  z.refine((text) => hostIn(text, ANY_DOMAIN) !== undefined, refusedAs('profile.host')),
  z.meta({ pattern: hostInPattern }),
);
export const port = z.number().check(
  z.refine((number) => Number.isInteger(number) && number >= 1 && number <= 65535, refusedAs('profile.port')),
  z.meta({ type: 'integer', minimum: 1, maximum: 65535 }),
);
export const security = z.enum(['tls', 'starttls', 'none'] as const satisfies readonly Security[]);
const authentication = z.enum([
  'password',
  'cram-md5',
  'ntlm',
  'gssapi',
  'oauth2',
  'certificate',
  'none',
] as const satisfies readonly Authentication[]);

/** What decides whether a password goes over the connection in clear. */
interface Connection {
  readonly security: Security;
  readonly allowPlainText?: boolean | undefined;
  readonly authentication?: readonly Authentication[] | undefined;
}

/** By TLS, or not and that is meant. */
export function isProtected({ security, allowPlainText }: Connection): boolean {
  return security !== 'none' || allowPlainText === true;
}

export function sendsNoPassword({ authentication }: Connection): boolean {
  return authentication?.every((each) => each === 'none') === true;
}

export const server = {
  host: host.check(
    z.describe('Host name, such as imap.example.org, or mail.{domain} for the name of each domain of the addresses'),
  ),
  port: z.optional(
    port.check(z.describe('Without it: the usual port of the protocol for this security (993, 995, 465, 587 …)')),
  ),
  security: security.check(
    z.describe('tls: TLS from the start; starttls: TLS after STARTTLS; none: in clear, with allowPlainText'),
  ),
  /** Without it, a server with `security: none` is refused: its password would cross the network in clear. */
  allowPlainText: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Permits security: none, which sends the password in clear; not needed where no password is asked for',
        ),
      ),
  ),
  authentication: z.optional(
    z
      .array(authentication)
      .check(
        z.minLength(1),
        noneTwice,
        unique,
        z.describe(
          'How the login is proved, most preferred first: oauth2 before password, where a server takes both; certificate: by a certificate of the person (TLS). Without it: [password]',
        ),
      ),
  ),
  login: z.optional(ownRule),
};
export const plainTextIsMeant = z.refine<Connection>((server) => isProtected(server) || sendsNoPassword(server), {
  path: ['security'],
  ...refusedAs('profile.plain-text'),
});
/** A client shows a certificate in the handshake of TLS, and nowhere else. */
const certificateNeedsTls = z.refine<Connection>(
  ({ security, authentication }) => security !== 'none' || authentication?.includes('certificate') !== true,
  { path: ['authentication'], ...refusedAs('profile.certificate-plain-text') },
);
/** Both for editors. */
const plainTextIsMeantToo = z.meta({
  if: {
    properties: { security: { const: 'none' } },
    required: ['security'],
  },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: {
    properties: { authentication: { not: { contains: { const: 'certificate' } } } },
    anyOf: [
      { properties: { allowPlainText: { const: true } }, required: ['allowPlainText'] },
      { properties: { authentication: { items: { const: 'none' }, minItems: 1 } }, required: ['authentication'] },
    ],
  },
});
const incomingProves = z.refine<{ authentication?: Authentication[] | undefined }>(
  (server) => !server.authentication?.includes('none'),
  { path: ['authentication'], ...refusedAs('profile.incoming-without-login') },
);
const incomingProvesToo = z.meta({
  not: { properties: { authentication: { contains: { const: 'none' } } }, required: ['authentication'] },
});
export const incoming = z
  .strictObject({ protocol: z.enum(['imap', 'pop3']), ...server })
  .check(plainTextIsMeant, certificateNeedsTls, incomingProves, plainTextIsMeantToo, incomingProvesToo);
export const outgoing = z.strictObject(server).check(plainTextIsMeant, certificateNeedsTls, plainTextIsMeantToo);
