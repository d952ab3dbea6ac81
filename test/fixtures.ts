import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type {
  Account,
  Authentication,
  IncomingServer,
  OutgoingServer,
  Person,
  Preferences,
  Server,
} from '../src/model/account.ts';
import { parseProfile } from '../src/profile/file.ts';
import type { Profile } from '../src/profile/profile.ts';
import { resolve } from '../src/resolve/resolve.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** One of the profiles that Facteur ships, read once. */
export function readProfile(id: string, folder = 'profiles'): Profile {
  const file = join(folder, `${id}.yaml`);
  const profile = shipped.get(file) ?? parseProfile(readFileSync(join(root, file), 'utf8'), file);
  shipped.set(file, profile);
  return profile;
}

const shipped = new Map<string, Profile>();

/** An account of `test/accounts`: its file's name without the extension, and the account that it resolves to. */
export interface Fixture {
  readonly name: string;
  readonly account: Account;
}

/**
 * Every account of `test/accounts`. A file has `person` and either `profile` (the id of a shipped one) or `provider`: what differs from the
 * smallest provider, below; what that has and this one has not is `null` there. They are read once: what a client has planned of one it does not plan again.
 */
export function fixtures(): readonly Fixture[] {
  all ??= readFixtures();
  return all;
}

let all: readonly Fixture[] | undefined;

function readFixtures(): Fixture[] {
  const folder = join(root, 'test/accounts');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const { person, profile, provider } = parse(readFileSync(join(folder, file), 'utf8')) as {
        person: Person;
        profile?: string;
        provider?: { readonly [Key in keyof Profile]?: Profile[Key] | null };
      };
      const used = profile === undefined ? makeProfile(withoutNulls(provider ?? {}), file) : readProfile(profile);
      return { name: file.slice(0, -'.yaml'.length), account: resolve(person, [used]).account };
    });
}

/** The accounts that a program can read and send with which proves a login in these ways. */
export function carriedBy(...ways: readonly Authentication[]): Fixture[] {
  const opens = ({ authentication }: Server) => authentication.some((each) => each === 'none' || ways.includes(each));
  return fixtures().filter(({ account: { incoming, outgoing } }) => incoming.some(opens) && outgoing.some(opens));
}

/** The account of that name in `test/accounts`, which has servers for mail. */
export function fixture(name: string): MailAccount {
  const found = fixtures().find((each) => each.name === name);
  if (found === undefined) throw new Error(`test/accounts/${name}.yaml is not there`);
  return mailAccount(found.account);
}

/** An account whose mail is read by IMAP or POP3 and sent by SMTP. */
export interface MailAccount extends Account {
  readonly incoming: Preferences<IncomingServer>;
  readonly outgoing: Preferences<OutgoingServer>;
}

/** The same account, where it is such a one. */
export function mailAccount(account: Account): MailAccount {
  const { incoming, outgoing } = account;
  if (incoming.length === 0 || outgoing.length === 0) throw new Error(`${account.address} has no servers for mail`);
  // Both lists were looked at; another object would be another account to whoever remembers what was planned.
  return account as MailAccount;
}

/** The smallest provider, with changes; through the same door as a file. */
export function makeProfile(changes: Partial<Profile>, file = 'made.yaml'): Profile {
  const smallest = {
    id: 'example',
    name: 'Example Mail',
    shortName: 'Example',
    organization: 'Example Ltd',
    identifier: 'org.example',
    languages: ['en', 'fr'],
    domains: ['example.org'],
    incoming: [{ protocol: 'imap', host: 'imap.example.org', security: 'tls' }],
    outgoing: [{ host: 'smtp.example.org', security: 'tls' }],
  };
  return parseProfile(JSON.stringify({ ...smallest, ...changes }), file);
}

/** JSON has no undefined value: such a key is not written. */
function withoutNulls(provider: object): Partial<Profile> {
  return Object.fromEntries(Object.entries(provider).map(([key, value]) => [key, value ?? undefined]));
}
