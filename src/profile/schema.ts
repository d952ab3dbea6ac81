import * as z from 'zod/mini';
import type { Language, OwnText } from '../model/account.ts';
import { asciiDomain } from '../model/address.ts';
import { isWildcard } from '../model/wildcard.ts';
import { languages } from '../words/languages.ts';
import { loginRule, RULE } from './login-schema.ts';
import { onboarding } from './onboarding-schema.ts';
import { brand, support } from './page-schema.ts';
import {
  domainPattern,
  httpsUrl,
  httpsUrlOrNone,
  localized,
  NONE,
  noneTwice,
  refusedAs,
  refusedWith,
  singleLine,
  siteAddress,
  unique,
} from './schema-parts.ts';
import { incoming, outgoing } from './server-schema.ts';
import { authority, davService, directoryService, exchangeService } from './service-schema.ts';

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
const domainName = z.string().check(
  z.refine((text) => text.includes('*') || asciiDomain(text) !== undefined, refusedAs('profile.domain')),
  refusedWith((text) => {
    if (!text.includes('*') || isWildcard(text)) return undefined;
    return { code: /^\*\.[^.*]+$/.test(text) ? 'profile.wildcard-top' : 'profile.wildcard' };
  }),
  z.meta({ pattern: domainPattern }),
  z.describe('A domain; "*.example.org" for all below it, where no longer name fits; "*" for every domain'),
);
const pages = {
  webmail: httpsUrl,
  portal: httpsUrl.check(z.describe('Where a person activates and manages the account')),
  passwordRecovery: httpsUrl.check(z.describe('Where a lost password is recovered')),
};
const services = {
  calendar: davService.check(z.describe('CalDAV')),
  contacts: davService.check(z.describe('CardDAV')),
  exchange: exchangeService.check(z.describe('Exchange: ActiveSync for phones, web services (EWS) for Mac')),
  directory: directoryService.check(z.describe('LDAP directory of the people')),
};
const identityProvider = z.strictObject({
  issuer: httpsUrl,
  authorizationUrl: httpsUrl,
  tokenUrl: httpsUrl,
  scope: singleLine,
});
const appPassword = z.strictObject({
  url: httpsUrl.check(z.describe('Where a person makes an app password')),
  note: z.optional(localized.check(z.describe('What to know of it, such as which switch comes first'))),
});
const documentation = z.array(z.strictObject({ url: httpsUrl, title: localized }));
const shared = {
  oauth2: z.optional(
    identityProvider.check(
      z.describe(
        'Identity provider of your own (OAuth 2.0, RFC 6749). Most programs sign in only to large providers that they know; for Exchange, Apple devices are told of this one',
      ),
    ),
  ),
  certificateAuthority: z.optional(
    authority.check(
      z.describe('Certificate, PEM, of the authority that issued those of the servers, where it is not a public one'),
    ),
  ),
  documentation: z.optional(documentation),
};

/** What a domain has not, though its provider has it. */
const none = z.literal(NONE);
const orNone = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(z.union([none, schema]).check(z.describe('In place of the provider’s; none: this domain has none')));
const pageOrNone = z.optional(
  httpsUrlOrNone.check(z.describe('In place of the provider’s; none: this domain has none')),
);

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
    oauth2: orNone(identityProvider),
    appPassword: orNone(appPassword),
    certificateAuthority: orNone(authority),
    documentation: orNone(documentation),
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
  id: identifier.check(z.describe('Identifier of the profile: lower-case letters, digits and hyphens')),
  name: singleLine.check(z.describe('Name of the mail service, as people know it')),
  shortName: shortText.check(z.describe('At most 20 characters, for lists and folder panes')),
  organization: singleLine.check(z.describe('Who runs it')),
  identifier: reverseDns.check(
    z.describe(
      'Reverse domain name, such as org.example. With the address it makes a mailbox one and the same on every device: never change it, or people get a second account. (id may change.)',
    ),
  ),
  languages: z
    .array(language)
    .check(z.minLength(1), noneTwice, unique, z.describe('Languages of the people, the preferred one first')),
  example: z.optional(singleLine.check(z.describe('An address or login of nobody, for examples'))),
  domains: z
    .array(domain)
    .check(
      z.minLength(1),
      unique,
      z.describe('Domains of the addresses: a name, or a name with what this domain has in place of the provider’s'),
    ),
  login: z.optional(
    loginRule.check(
      z.describe(`Login rule, such as {local}@login.example.org. Without it: the address. A rule is a text ${RULE}`),
    ),
  ),
  incoming: z.optional(
    z
      .array(incoming)
      .check(
        z.minLength(1),
        z.describe('IMAP and POP3 servers, most preferred first; with outgoing. Without both: exchange is enough'),
      ),
  ),
  outgoing: z.optional(
    z.array(outgoing).check(z.minLength(1), z.describe('Submission servers, most preferred first; with incoming')),
  ),
  calendar: z.optional(services.calendar),
  contacts: z.optional(services.contacts),
  exchange: z.optional(services.exchange),
  directory: z.optional(services.directory),
  ...shared,
  webmail: z.optional(pages.webmail),
  portal: z.optional(pages.portal),
  passwordRecovery: z.optional(pages.passwordRecovery),
  support: z.optional(
    support.check(z.describe('Who helps people: on every page, with at least one way to reach them')),
  ),
  appPassword: z.optional(
    appPassword.check(
      z.describe('Programs take an app password, not that of the account: said at every step that asks for a password'),
    ),
  ),
  site: z.optional(
    siteAddress.check(
      z.describe('The https address under which your people find facteur serve, such as https://mail.example.org'),
    ),
  ),
  brand: z.optional(brand.check(z.describe('How the pages look: a colour, a logo'))),
  texts: z.optional(
    ownTexts.check(
      z.describe('Texts of your own in the place of ours, in the languages of your people; each key says ours'),
    ),
  ),
  onboarding: z.optional(
    onboarding.check(z.describe('How a person gets the account, and back into it: a page of its own')),
  ),
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
