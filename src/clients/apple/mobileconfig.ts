import type { Account, Language } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { languages, listed } from '../../words/languages.ts';
import { clientWords } from '../client.ts';
import { identify } from './payload-identity.ts';
import { framed, type Payloads, summary } from './payloads.ts';
import { words } from './words.ts';

/** Values of TargetDeviceType (TopLevel.yaml). On an iPhone it also spares people with a watch the question which device is meant. */
const deviceType = { ios: 1, macos: 5 } as const;

/** What the template writes: the profile around its payloads. Without `only`, it is for every device. */
export function mobileconfigContext(
  account: Account,
  language: Language,
  payloads: Payloads,
  only?: 'ios' | 'macos',
): Context {
  const { provider, role, displayAddress } = account;
  const { services, logins } = summary(payloads);
  const byPage = Object.values(payloads).some((payload) => payload.byPage === true);
  const identity = identify(account);
  const own = (reader: Language) => clientWords('apple', words, reader, provider.texts);
  const payload = (name: keyof Payloads) => framed(payloads, name, account, identity, own(language));
  const values = (reader: Language) => {
    const { service, certificate, signIn } = own(reader);
    return {
      address: displayAddress,
      services: listed(
        services.map((each) => service[each]),
        reader,
      ),
      logins: listed(logins, reader),
      signIn: byPage ? signIn.browser : signIn.password,
      // A profile makes no account the default one; who has no other need not be told.
      additional: role === 'additional',
      certificate: payloads.authority === undefined ? '' : certificate({ authority: provider.organization }),
    };
  };
  const consents = languages.map((reader) => ({ reader, text: own(reader).consent(values(reader)) }));
  const { identifier, uuid } = identity.mobileconfig;
  return {
    identifier,
    uuid,
    displayName: `${provider.name} – ${displayAddress}`,
    description: own(language).description(values(language)),
    organization: provider.organization,
    deviceType: only !== undefined && deviceType[only],
    // A device shows the text of its own language, else the default (TopLevel.yaml, ConsentText): the person's.
    consents: [
      ...consents.filter(({ reader }) => reader === language).map(({ text }) => ({ reader: 'default', text })),
      ...consents,
    ],
    authority: payload('authority'),
    mail: payload('mail'),
    calendar: payload('calendar'),
    contacts: payload('contacts'),
    activeSync: payload('activeSync'),
    webServices: payload('webServices'),
    directory: payload('directory'),
    webmail: payload('webmail'),
  };
}
