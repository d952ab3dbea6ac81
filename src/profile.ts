import * as z from 'zod/mini';
import type { Authentication, Language, Preferences, Security } from './account.ts';
import { asciiDomain, asciiHost } from './address.ts';
import type { problem } from './errors.ts';
import { isLoginRule } from './rule.ts';

/**
 * What one YAML file in `profiles/` says: an organisation's mail service. The schema is the door: what passes it is
 * trusted everywhere else. Custom checks carry a problem code in `params`, so that the reader of the file
 * (`profile-file.ts`) can say it in the person's language with line and column.
 */

/** The default port of each protocol for each way to protect it (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409). */
export const defaultPorts = {
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
  smtp: { tls: 465, starttls: 587, none: 587 },
} as const satisfies Record<string, Record<Security, number>>;

const said = (code: Parameters<typeof problem>[0]) => ({ params: { code } });

const singleLine = z.string().check(
  z.refine((text) => text.trim() !== '', said('profile.empty-text')),
  z.refine((text) => !/[\p{Cc}\u2028\u2029]|\p{Cs}/u.test(text), said('profile.control-character')),
);
const shortText = singleLine.check(z.refine((text) => [...text].length <= 20, said('profile.short-text')));
const language = z.enum(['fr', 'en'] as const satisfies readonly Language[]);
const identifier = z.string().check(z.refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), said('profile.id')));
const reverseDns = z
  .string()
  .check(z.refine((text) => /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text), said('profile.identifier')));
const httpsUrl = z.string().check(z.refine(isHttpsUrl, said('profile.https-url')));
const loginRule = z.string().check(z.refine(isLoginRule, said('profile.login-rule')));
const host = z.string().check(z.refine((text) => asciiHost(text) !== undefined, said('profile.host')));
const domainName = z.string().check(z.refine((text) => asciiDomain(text) !== undefined, said('profile.domain')));
const port = z
  .number()
  .check(z.refine((number) => Number.isInteger(number) && number >= 1 && number <= 65535, said('profile.port')));
const eachOnce = z.refine<readonly string[]>((list) => new Set(list).size === list.length, said('profile.twice'));
const localized = z.strictObject({ fr: singleLine, en: singleLine });

const security = z.enum(['tls', 'starttls', 'none'] as const satisfies readonly Security[]);
const authentication = z.enum([
  'password',
  'cram-md5',
  'ntlm',
  'gssapi',
  'oauth2',
  'none',
] as const satisfies readonly Authentication[]);

const server = {
  host,
  port: z.optional(port),
  security,
  /** Without it, a server with `security: none` is refused: its password would cross the network in clear. */
  allowPlainText: z.optional(z.boolean()),
  authentication: z.optional(z.array(authentication).check(z.minLength(1), eachOnce)),
  login: z.optional(loginRule),
};
const plainTextIsMeant = z.refine<{ security: Security; allowPlainText?: boolean | undefined }>(
  (server) => server.security !== 'none' || server.allowPlainText === true,
  { path: ['security'], ...said('profile.plain-text') },
);
const incomingProves = z.refine<{ authentication?: Authentication[] | undefined }>(
  (server) => !server.authentication?.includes('none'),
  { path: ['authentication'], ...said('profile.incoming-without-login') },
);
const incoming = z
  .strictObject({ protocol: z.enum(['imap', 'pop3']), ...server })
  .check(plainTextIsMeant, incomingProves);
const outgoing = z.strictObject(server).check(plainTextIsMeant);

const davService = z.strictObject({ url: httpsUrl, login: z.optional(loginRule) });
const exchangeService = z
  .strictObject({
    host,
    activeSync: z.optional(z.boolean()),
    webServices: z.optional(z.boolean()),
    login: z.optional(loginRule),
  })
  .check(
    z.refine((service) => service.activeSync === true || service.webServices === true, said('profile.exchange-empty')),
  );

const domain = z.union([domainName, z.strictObject({ name: domainName, login: z.optional(loginRule) })]);

export const profileSchema = z.strictObject({
  /** For editors only. */
  $schema: z.optional(z.string()),
  id: identifier,
  name: singleLine,
  shortName: shortText,
  organization: singleLine,
  identifier: reverseDns,
  languages: z.array(language).check(z.minLength(1), eachOnce),
  /** An address or login of nobody, for examples. */
  example: z.optional(singleLine),
  domains: z.array(domain).check(z.minLength(1)),
  login: z.optional(loginRule),
  incoming: z.array(incoming).check(z.minLength(1)),
  outgoing: z.array(outgoing).check(z.minLength(1)),
  calendar: z.optional(davService),
  contacts: z.optional(davService),
  exchange: z.optional(exchangeService),
  oauth2: z.optional(
    z.strictObject({ issuer: httpsUrl, authorizationUrl: httpsUrl, tokenUrl: httpsUrl, scope: singleLine }),
  ),
  webmail: z.optional(httpsUrl),
  portal: z.optional(httpsUrl),
  passwordRecovery: z.optional(httpsUrl),
  documentation: z.optional(z.array(z.strictObject({ url: httpsUrl, title: localized }))),
});

/** A valid profile, as written. */
export type Profile = z.infer<typeof profileSchema>;
export type ProfileServer = Profile['outgoing'][number];

/** A domain of a profile: its ASCII name, the name as people write it, and its own login rule if it has one. */
export interface ProfileDomain {
  readonly name: string;
  readonly displayName: string;
  readonly login: string | undefined;
}

/** The mail domains of a profile, in its order. */
export function domainsOf(profile: Profile): ProfileDomain[] {
  return profile.domains.map((entry) => {
    const { name, login } = typeof entry === 'string' ? { name: entry, login: undefined } : entry;
    // The schema has let only names pass that have an ASCII form.
    return { name: asciiDomain(name) as string, displayName: name.toLowerCase(), login };
  });
}

/** A list that the schema has found to be not empty. */
export function preferences<T>(list: readonly T[]): Preferences<T> {
  return list as Preferences<T>;
}

/** Stricter than a browser, which reads `https:example.org` and `https:/\example.org` too: other readers do not. */
function isHttpsUrl(text: string): boolean {
  if (!/^https:\/\/[^\s\p{C}"<>\\^`{|}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && asciiHost(hostname) !== undefined;
}
