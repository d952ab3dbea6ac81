import * as z from 'zod/mini';
import type { Authentication } from '../model/account.ts';
import { isAuthority, isSelfIssued } from './certificate.ts';
import { loginRule, ownRule, RULE } from './login-schema.ts';
import { noneTwice, personUrl, refusedAs, SHOWN, singleLine, unique } from './schema-parts.ts';
import { host, isProtected, plainTextIsMeant, port, security, sendsNoPassword, server } from './server-schema.ts';

/** What a mailbox may have beside mail, and how its servers are trusted. */

export const davService = z.strictObject({
  url: personUrl.check(
    z.describe(
      'https address; {domain} may stand in its host, and {local}, {address}, {login} in its path, where that is the person’s own',
    ),
  ),
  login: z.optional(ownRule),
});
export const exchangeService = z
  .strictObject({
    host,
    activeSync: z.optional(z.boolean()),
    webServices: z.optional(z.boolean()),
    authentication: z.optional(
      z
        .array(z.enum(['password', 'oauth2'] as const satisfies readonly Authentication[]))
        .check(
          z.minLength(1),
          noneTwice,
          unique,
          z.describe(
            'How the login is proved to Exchange, most preferred first; oauth2 is modern authentication, as with Microsoft 365. Without it: [password]',
          ),
        ),
    ),
    login: z.optional(ownRule),
  })
  .check(
    z.refine(
      (service) => service.activeSync === true || service.webServices === true,
      refusedAs('profile.exchange-empty'),
    ),
    z.meta({
      anyOf: (['activeSync', 'webServices'] as const).map((offer) => ({
        properties: { [offer]: { const: true } },
        required: [offer],
      })),
    }),
  );

const distinguishedName = singleLine.check(
  z.refine((text) => /^[A-Za-z0-9.-]+\s*=/.test(text), refusedAs('profile.search-base')),
  z.meta({ pattern: `^[A-Za-z0-9.-]+\\s*=${SHOWN}*$` }),
);
export const directoryService = z
  .strictObject({
    host,
    port: z.optional(port.check(z.describe('Without it: 636 for tls, 389 otherwise'))),
    security,
    allowPlainText: server.allowPlainText,
    searchBases: z
      .array(distinguishedName)
      .check(z.minLength(1), noneTwice, unique, z.describe('Where to search, such as ou=people,dc=example,dc=org')),
    login: z.optional(
      loginRule.check(
        z.describe(
          `Login rule of the directory, such as uid={local},ou=people,dc=example,dc=org. Without it: the rule of the domain. A rule is a text ${RULE}`,
        ),
      ),
    ),
    authentication: z.optional(
      z
        .array(z.enum(['password', 'none']))
        .check(
          z.minLength(1),
          noneTwice,
          unique,
          z.describe('none: it answers whoever asks, without a login; most preferred first. Without it: [password]'),
        ),
    ),
  })
  .check(
    plainTextIsMeant,
    // Without a password, too: what is looked up can be read on the way, and what is found changed.
    z.refine((directory) => isProtected(directory) || !sendsNoPassword(directory), {
      path: ['security'],
      ...refusedAs('profile.plain-text-directory'),
    }),
    z.refine((directory) => directory.login === undefined || !sendsNoPassword(directory), {
      path: ['login'],
      ...refusedAs('profile.directory-login'),
    }),
    z.meta({
      if: { properties: { security: { const: 'none' } }, required: ['security'] },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { properties: { allowPlainText: { const: true } }, required: ['allowPlainText'] },
      not: {
        properties: { login: true, authentication: { items: { const: 'none' }, minItems: 1 } },
        required: ['login', 'authentication'],
      },
    }),
  );
export const authority = z.string().check(
  z.refine(isAuthority, refusedAs('profile.authority')),
  z.refine((pem) => !isAuthority(pem) || isSelfIssued(pem), refusedAs('profile.authority-issued')),
  z.meta({ pattern: '^\\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*$' }),
);
