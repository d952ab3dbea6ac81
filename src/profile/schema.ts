import * as z from 'zod/mini';
import type { Authentication, Language, OwnText, Security } from '../model/account.ts';
import { asciiDomain } from '../model/address.ts';
import { ANY_DOMAIN, hostIn } from '../model/domain-host.ts';
import { ASK, RULE_PATTERN, ruleFault } from '../model/rule.ts';
import { isWildcard } from '../model/wildcard.ts';
import { languages } from '../words/languages.ts';
import { isAuthority, isSelfIssued } from './certificate.ts';
import { onboarding } from './onboarding-schema.ts';
import {
  domainPattern,
  eachOnce,
  hostInPattern,
  httpsUrl,
  httpsUrlOrNone,
  LOGO_PATH,
  localized,
  mailAddress,
  NONE,
  personUrl,
  phoneNumber,
  refusedAs,
  refusedWith,
  SHOWN,
  singleLine,
  siteAddress,
  told,
  toldOf,
  unique,
} from './schema-parts.ts';

/**
 * What one YAML file in `profiles/` says: an organisation's mail service. The schema is the door: what passes it is
 * trusted everywhere else. Custom checks carry a problem code in `params`, so that the reader of the file
 * (`profile-file.ts`) can say it in the person's language with line and column.
 */

const shortText = singleLine.check(
  z.refine((text) => [...text].length <= 20, refusedAs('profile.short-text')),
  z.meta({ maxLength: 20 }),
);
const language = z.enum(languages);
const identifier = z.string().check(
  z.refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), refusedAs('profile.id')),
  z.meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
);
const reverseDns = z.string().check(
  z.refine((text) => /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text), refusedAs('profile.identifier')),
  z.meta({ pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$' }),
);
/** A rule that gives the login, or that none does. */
const loginRule = z.string().check(
  refusedWith((text) => {
    const fault = text === ASK ? undefined : ruleFault(text);
    return fault && toldOf(fault);
  }),
  z.meta({ pattern: `^(?:${ASK}|${RULE_PATTERN})$` }),
);
/** For editors, a line for each thing that a rule may have. */
const RULE = `with what stands for the person:
{local}: the part of the address before the @
{address}: the address
{domain}: the domain of the address, beside one of these two
{local|lower}: in lower case
{local|untagged}: without “+tag”
{local|replace:.:_}: with “_” for each “.”; up to 16 characters each, the second may be empty
{address|…}: the same for the address; filters stand one behind the other, as in {local|untagged|lower}, untagged before replace
ask, alone: no rule gives the login, so each person says it`;
const host = z.string().check(
  z.refine((text) => hostIn(text, ANY_DOMAIN) !== undefined, refusedAs('profile.host')),
  z.meta({ pattern: hostInPattern }),
);
const domainName = z.string().check(
  z.refine((text) => text.includes('*') || asciiDomain(text) !== undefined, refusedAs('profile.domain')),
  z.refine((text) => !text.includes('*') || isWildcard(text), refusedAs('profile.wildcard')),
  z.meta({ pattern: domainPattern }),
  told('A domain; "*.example.org" for all below it, where no longer name fits; "*" for every domain'),
);
const port = z.number().check(
  z.refine((number) => Number.isInteger(number) && number >= 1 && number <= 65535, refusedAs('profile.port')),
  z.meta({ type: 'integer', minimum: 1, maximum: 65535 }),
);
const security = z.enum(['tls', 'starttls', 'none'] as const satisfies readonly Security[]);
const authentication = z.enum([
  'password',
  'cram-md5',
  'ntlm',
  'gssapi',
  'oauth2',
  'certificate',
  'none',
] as const satisfies readonly Authentication[]);

const ownRule = loginRule.check(
  told(`Login rule of this service alone. Without it: the rule of the domain. A rule is a text ${RULE}`),
);

/** What decides whether a password goes over the connection in clear. */
interface Connection {
  readonly security: Security;
  readonly allowPlainText?: boolean | undefined;
  readonly authentication?: readonly Authentication[] | undefined;
}

/** By TLS, or not and that is meant. */
function isProtected({ security, allowPlainText }: Connection): boolean {
  return security !== 'none' || allowPlainText === true;
}

function sendsNoPassword({ authentication }: Connection): boolean {
  return authentication?.every((each) => each === 'none') === true;
}

const server = {
  host: host.check(
    told('Host name, such as imap.example.org, or mail.{domain} for the name of each domain of the addresses'),
  ),
  port: z.optional(
    port.check(told('Without it: the usual port of the protocol for this security (993, 995, 465, 587 …)')),
  ),
  security: security.check(
    told('tls: TLS from the start; starttls: TLS after STARTTLS; none: in clear, with allowPlainText'),
  ),
  /** Without it, a server with `security: none` is refused: its password would cross the network in clear. */
  allowPlainText: z.optional(
    z
      .boolean()
      .check(
        told('Permits security: none, which sends the password in clear; not needed where no password is asked for'),
      ),
  ),
  authentication: z.optional(
    z
      .array(authentication)
      .check(
        z.minLength(1),
        eachOnce,
        unique,
        told(
          'How the login is proved, most preferred first: oauth2 before password, where a server takes both; certificate: by a certificate of the person (TLS). Without it: [password]',
        ),
      ),
  ),
  login: z.optional(ownRule),
};
const plainTextIsMeant = z.refine<Connection>((server) => isProtected(server) || sendsNoPassword(server), {
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
const incoming = z
  .strictObject({ protocol: z.enum(['imap', 'pop3']), ...server })
  .check(plainTextIsMeant, certificateNeedsTls, incomingProves, plainTextIsMeantToo, incomingProvesToo);
const outgoing = z.strictObject(server).check(plainTextIsMeant, certificateNeedsTls, plainTextIsMeantToo);

const davService = z.strictObject({
  url: personUrl.check(
    told(
      'https address; {domain} may stand in its host, and {local}, {address}, {login} in its path, where that is the person’s own',
    ),
  ),
  login: z.optional(ownRule),
});
const exchangeService = z
  .strictObject({
    host,
    activeSync: z.optional(z.boolean()),
    webServices: z.optional(z.boolean()),
    authentication: z.optional(
      z
        .array(z.enum(['password', 'oauth2'] as const satisfies readonly Authentication[]))
        .check(
          z.minLength(1),
          eachOnce,
          unique,
          told(
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
const directoryService = z
  .strictObject({
    host,
    port: z.optional(port.check(told('Without it: 636 for tls, 389 otherwise'))),
    security,
    allowPlainText: server.allowPlainText,
    searchBases: z
      .array(distinguishedName)
      .check(z.minLength(1), eachOnce, unique, told('Where to search, such as ou=people,dc=example,dc=org')),
    login: z.optional(
      loginRule.check(
        told(
          `Login rule of the directory, such as uid={local},ou=people,dc=example,dc=org. Without it: the rule of the domain. A rule is a text ${RULE}`,
        ),
      ),
    ),
    authentication: z.optional(
      z
        .array(z.enum(['password', 'none']))
        .check(
          z.minLength(1),
          eachOnce,
          unique,
          told('none: it answers whoever asks, without a login; most preferred first. Without it: [password]'),
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
const authority = z.string().check(
  z.refine(isAuthority, refusedAs('profile.authority')),
  z.refine((pem) => !isAuthority(pem) || isSelfIssued(pem), refusedAs('profile.authority-issued')),
  z.meta({ pattern: '^\\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----\\s*$' }),
);

const support = z
  .strictObject({
    name: z.optional(singleLine.check(told('What it is called, such as Help desk'))),
    email: z.optional(mailAddress),
    url: z.optional(httpsUrl.check(told('Its page, or a form'))),
    phone: z.optional(phoneNumber),
  })
  .check(
    z.refine(({ email, url, phone }) => (email ?? url ?? phone) !== undefined, refusedAs('profile.support-empty')),
    z.meta({ anyOf: ['email', 'url', 'phone'].map((way) => ({ required: [way] })) }),
  );

const brand = z
  .strictObject({
    colour: z.optional(
      z.string().check(
        z.refine((text) => /^#[0-9a-f]{6}$/i.test(text), refusedAs('profile.colour')),
        z.meta({ pattern: '^#[0-9A-Fa-f]{6}$' }),
        told('Colour of links and buttons, such as "#1f3f77", in quotes; it must be readable on the pages'),
      ),
    ),
    logo: z.optional(
      z.string().check(
        z.refine((text) => new RegExp(LOGO_PATH, 'u').test(text), refusedAs('profile.logo-path')),
        z.meta({ pattern: LOGO_PATH }),
        told('A PNG or SVG file beside this one, of 50 kB at most; it stands at the top of every page'),
      ),
    ),
  })
  .check(
    z.refine(({ colour, logo }) => (colour ?? logo) !== undefined, refusedAs('profile.brand-empty')),
    z.meta({ minProperties: 1 }),
  );

const pages = {
  webmail: httpsUrl,
  portal: httpsUrl.check(told('Where a person activates and manages the account')),
  passwordRecovery: httpsUrl.check(told('Where a lost password is recovered')),
};
const services = {
  calendar: davService.check(told('CalDAV')),
  contacts: davService.check(told('CardDAV')),
  exchange: exchangeService.check(told('Exchange: ActiveSync for phones, web services (EWS) for Mac')),
  directory: directoryService.check(told('LDAP directory of the people')),
};
const shared = {
  oauth2: z.optional(
    z
      .strictObject({ issuer: httpsUrl, authorizationUrl: httpsUrl, tokenUrl: httpsUrl, scope: singleLine })
      .check(
        told(
          'Identity provider of your own (OAuth 2.0, RFC 6749). Most programs sign in only to large providers that they know; for Exchange, Apple devices are told of this one',
        ),
      ),
  ),
  certificateAuthority: z.optional(
    authority.check(
      told('Certificate, PEM, of the authority that issued those of the servers, where it is not a public one'),
    ),
  ),
  documentation: z.optional(z.array(z.strictObject({ url: httpsUrl, title: localized }))),
};

/** What a domain has not, though its provider has it. */
const none = z.literal(NONE);
const orNone = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(z.union([none, schema]).check(told('In place of the provider’s; none: this domain has none')));
const pageOrNone = z.optional(httpsUrlOrNone.check(told('In place of the provider’s; none: this domain has none')));

const domain = z.union([
  domainName,
  z.strictObject({
    name: domainName,
    login: z.optional(loginRule),
    incoming: orNone(z.array(incoming).check(z.minLength(1))),
    outgoing: orNone(z.array(outgoing).check(z.minLength(1))),
    calendar: orNone(davService),
    contacts: orNone(davService),
    exchange: orNone(exchangeService),
    directory: orNone(directoryService),
    webmail: pageOrNone,
    portal: pageOrNone,
    passwordRecovery: pageOrNone,
    ...shared,
  }),
]);

/** Which keys there are is known above this room: `texts.ts` holds them against our words before anybody reads them. */
const ownText = z.unknown() as z.ZodMiniType<OwnText>;
const ownTexts = z.strictObject({ fr: z.optional(ownText), en: z.optional(ownText) } satisfies Record<
  Language,
  unknown
>);

export const profileSchema = z.strictObject({
  /** For editors only. */
  $schema: z.optional(z.string()),
  id: identifier.check(told('Identifier of the profile: lower-case letters, digits and hyphens')),
  name: singleLine.check(told('Name of the mail service, as people know it')),
  shortName: shortText.check(told('At most 20 characters, for lists and folder panes')),
  organization: singleLine.check(told('Who runs it')),
  identifier: reverseDns.check(
    told(
      'Reverse domain name, such as org.example. With the address it makes a mailbox one and the same on every device: never change it, or people get a second account. (id may change.)',
    ),
  ),
  languages: z
    .array(language)
    .check(z.minLength(1), eachOnce, unique, told('Languages of the people, the preferred one first')),
  example: z.optional(singleLine.check(told('An address or login of nobody, for examples'))),
  domains: z
    .array(domain)
    .check(
      z.minLength(1),
      unique,
      told('Domains of the addresses: a name, or a name with what this domain has in place of the provider’s'),
    ),
  login: z.optional(
    loginRule.check(
      told(`Login rule, such as {local}@login.example.org. Without it: the address. A rule is a text ${RULE}`),
    ),
  ),
  incoming: z.optional(
    z
      .array(incoming)
      .check(
        z.minLength(1),
        told('IMAP and POP3 servers, most preferred first; with outgoing. Without both: exchange is enough'),
      ),
  ),
  outgoing: z.optional(
    z.array(outgoing).check(z.minLength(1), told('Submission servers, most preferred first; with incoming')),
  ),
  calendar: z.optional(services.calendar),
  contacts: z.optional(services.contacts),
  exchange: z.optional(services.exchange),
  directory: z.optional(services.directory),
  ...shared,
  webmail: z.optional(pages.webmail),
  portal: z.optional(pages.portal),
  passwordRecovery: z.optional(pages.passwordRecovery),
  support: z.optional(support.check(told('Who helps people: on every page, with at least one way to reach them'))),
  appPassword: z.optional(
    z
      .strictObject({
        url: httpsUrl.check(told('Where a person makes an app password')),
        note: z.optional(localized.check(told('What to know of it, such as which switch comes first'))),
      })
      .check(
        told('Programs take an app password, not that of the account: said at every step that asks for a password'),
      ),
  ),
  site: z.optional(
    siteAddress.check(
      told('The https address under which your people find facteur serve, such as https://mail.example.org'),
    ),
  ),
  brand: z.optional(brand.check(told('How the pages look: a colour, a logo'))),
  texts: z.optional(
    ownTexts.check(told('Texts of your own in the place of ours, in the languages of your people; each key says ours')),
  ),
  onboarding: z.optional(onboarding.check(told('How a person gets the account, and back into it: a page of its own'))),
});

/** A valid profile, as written. */
export type WrittenProfile = z.infer<typeof profileSchema>;

/** The file of a logo as the profile names it, and the picture in it as a `data:` URL. */
export interface LogoFile {
  readonly file: string;
  readonly picture: string;
}

/** A valid profile, with what it has beside its own file. */
export type Profile = Omit<WrittenProfile, 'brand'> & {
  readonly brand?: { readonly colour?: string | undefined; readonly logo?: LogoFile | undefined } | undefined;
};
