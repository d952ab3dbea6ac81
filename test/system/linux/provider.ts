import type { Account, Person, Role } from '../../../src/model/account.ts';
import type { Profile } from '../../../src/profile/profile.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { type Mail, prenom } from '../mail/mail.ts';

/** A provider with the servers of a test: login ≠ address. */
export function providerOf(
  { hosts, ports }: Pick<Mail, 'hosts' | 'ports'>,
  incoming: 'imap' | 'imaps' | 'pop3s' = 'imaps',
  outgoing: 'submission' | 'submissions' = 'submission',
): Profile {
  const protocol = incoming === 'pop3s' ? 'pop3' : 'imap';
  const security = incoming === 'imap' ? 'starttls' : 'tls';
  return makeProfile({
    domains: ['cnrs.fr'],
    shortName: 'ODS',
    login: '{local}@ods.services',
    incoming: [{ protocol, host: hosts[protocol], port: ports[incoming], security }],
    outgoing: [
      {
        host: hosts.submission,
        port: ports[outgoing],
        security: outgoing === 'submission' ? 'starttls' : 'tls',
      },
    ],
  });
}

/** The person of the tests there. */
export function accountOf(profile: Profile, person: Partial<Person> = {}): Account {
  return resolve({ address: prenom.address, name: 'Prénom Nom', ...person }, [profile]).account;
}

/** The same person at a provider whose servers nobody asks. */
export function staff(role: Role): Account {
  return accountOf(makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services' }), { role, language: 'en' });
}
