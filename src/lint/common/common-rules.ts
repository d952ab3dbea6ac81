import type { KindId } from '../../read/file-kind.ts';
import { defineRules, type Rule, type RuleOf, type RuleText } from '../lint-rule.ts';
import { commonFrames as frames } from './common-frames.ts';
import { type FileSays, NOTHING_SAID, type SaidName, type SaidPerson } from './file-says.ts';
import { mayHavePassword, passwordPlaces } from './password-places.ts';
import type { en } from './words.en.ts';
import { commonWords } from './words.ts';

/** What rules for files of every kind look at. */
export interface CommonFacts {
  readonly kind: KindId;
  /** In which offsets count. */
  readonly text: string;
  readonly says: FileSays;
  /** What the files before it said. */
  readonly before: SaidBefore;
}

/** What is kept of the files of a run: as little as tells two of them apart, for there may be many. */
export interface SaidBefore {
  /** By the login in lower case. */
  readonly logins: ReadonlyMap<string, SaidPerson & { readonly file: string }>;
  /** Domains of addresses. */
  readonly domains: ReadonlySet<string>;
  /** People whose login is not their address, by its domain, and by the host that it is for. */
  readonly byLoginDomain: ReadonlyMap<string, SaidPerson & { readonly file: string }>;
  readonly byHost: ReadonlyMap<string, SaidPerson & { readonly file: string }>;
  readonly namedDomains: ReadonlyMap<string, { readonly file: string }>;
  readonly addressHosts: ReadonlyMap<string, { readonly file: string }>;
}

type Rules<Words extends Readonly<Record<string, RuleText>>> = {
  readonly [N in keyof Words]: RuleOf<CommonFacts, Words[N]>;
};

const privacyRules: Rules<(typeof en)['privacy']> = {
  'password-in-artifact': {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'RFC 3986 §3.2.1 for URLs; whoever has the file has the mailbox',
    bad: '"IMAP Password"=hex:02,68,00,75,00,6e,00',
    good: '"IMAP User"="ada@login.example"',
    frame: frames.registryAccount,
    *find({ kind, text }) {
      for (const { at, what } of passwordPlaces(kind, text)) yield { at, what };
    },
  },
};

const profileRules: Rules<(typeof en)['login']> = {
  'login-case': {
    severity: 'warning',
    hurts: { person: 'wrong-login' },
    source: 'RFC 4954 §4 and RFC 9051 §6.2.2 leave it to the server, and most take both for one',
    bad: 'ada@example.org Ada@login.example\nadam@example.org ada@login.example',
    good: 'ada@example.org ada@login.example\nadam@example.org adam@login.example',
    frame: frames.people,
    *find({ says: { people = [] }, before }) {
      for (const { address, login, at, anybody } of people) {
        const other = before.logins.get(login.toLowerCase());
        if (anybody === true || other === undefined || other.login === login) continue;
        if (other.address.toLowerCase() !== address.toLowerCase())
          yield { at, value: login, other: other.login, file: other.file };
      }
    },
  },
};

const regRules: Rules<(typeof en)['reg']> = {
  'login-domain': {
    severity: 'error',
    hurts: { outlook: 'in-vain' },
    source: 'Microsoft, “Unexpected Autodiscover behavior” (KB 2212902): Outlook looks for the domain of the address',
    bad: 'login.example',
    good: 'example.org',
    frame: frames.registryDomain,
    *find({ says: { people = [], namedDomains = [] }, before }) {
      for (const { name, at } of namedDomains) {
        const domain = name.toLowerCase();
        const person = before.byLoginDomain.get(domain);
        if (person !== undefined && !before.domains.has(domain))
          yield { at, field: name, value: name, domain: domainOf(person.address), file: person.file };
      }
      const own = new Set(people.map(({ address }) => domainOf(address)));
      for (const { login, address, at } of people) {
        const named = before.namedDomains.get(domainOf(login));
        if (named === undefined || own.has(domainOf(login)) || before.domains.has(domainOf(login))) continue;
        yield { at, value: domainOf(login), domain: domainOf(address), file: named.file };
        return;
      }
    },
  },
};

const paccRules: Rules<(typeof en)['pacc']> = {
  'login-differs': {
    severity: 'error',
    hurts: { pacc: 'wrong-login' },
    source: 'draft-ietf-mailmaint-pacc: the user name is the address',
    bad: 'ada@login.example',
    good: 'ada@example.org',
    frame: frames.paccAndPerson,
    *find({ says: { people = [], addressHosts = [] }, before }) {
      for (const { name, at } of addressHosts) {
        const person = before.byHost.get(name.toLowerCase());
        if (person === undefined) continue;
        yield { at, host: name, file: person.file };
        return;
      }
      for (const person of people) {
        const named = differs(person) ? before.addressHosts.get(person.host.toLowerCase()) : undefined;
        if (named === undefined) continue;
        yield { at: person.at, host: person.host, file: named.file };
        return;
      }
    },
  },
};

const ofPrivacy: readonly Rule<CommonFacts>[] = defineRules('privacy', commonWords.privacy, privacyRules);
const ofProfiles: readonly Rule<CommonFacts>[] = defineRules('profile', commonWords.login, profileRules);
const ofRegistry: readonly Rule<CommonFacts>[] = defineRules('reg', commonWords.reg, regRules);
const ofPacc: readonly Rule<CommonFacts>[] = defineRules('pacc', commonWords.pacc, paccRules);

/** Rules for files of every kind, and for what several say together: told of the later one. */
export const commonRules = [...ofPrivacy, ...ofProfiles, ...ofRegistry, ...ofPacc];

const ofSeveral = [...ofProfiles, ...ofRegistry, ...ofPacc];

/** Those that can find something: most files are of no person, and have no place for a password. */
export function commonRulesFor({ kind, text, says }: CommonFacts): readonly Rule<CommonFacts>[] {
  const privacyRelevant = mayHavePassword(kind, text) ? ofPrivacy : [];
  return says === NOTHING_SAID ? privacyRelevant : [...privacyRelevant, ...ofSeveral];
}

/** Remembers what files have said. */
export function makeMemory(): { readonly before: SaidBefore; readonly keep: (file: string, says: FileSays) => void } {
  const logins = new Map<string, SaidPerson & { file: string }>();
  const domains = new Set<string>();
  const byLoginDomain = new Map<string, SaidPerson & { file: string }>();
  const byHost = new Map<string, SaidPerson & { file: string }>();
  const namedDomains = new Map<string, { file: string }>();
  const addressHosts = new Map<string, { file: string }>();
  const named = (into: Map<string, { file: string }>, names: readonly SaidName[], file: string) => {
    for (const { name } of names) into.set(name.toLowerCase(), { file });
  };
  return {
    before: { logins, domains, byLoginDomain, byHost, namedDomains, addressHosts },
    keep(file, { people = [], namedDomains: domainsNamed = [], addressHosts: hosts = [] }) {
      named(namedDomains, domainsNamed, file);
      named(addressHosts, hosts, file);
      for (const person of people) {
        const said = { ...person, file };
        if (person.anybody !== true && !logins.has(person.login.toLowerCase()))
          logins.set(person.login.toLowerCase(), said);
        domains.add(domainOf(person.address));
        if (!differs(person)) continue;
        if (person.login.includes('@')) byLoginDomain.set(domainOf(person.login), said);
        byHost.set(person.host.toLowerCase(), said);
      }
    },
  };
}

function differs({ address, login }: SaidPerson): boolean {
  return address.toLowerCase() !== login.toLowerCase();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
