import type { Account } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { filled } from '../../words/words.ts';
import type { FormatDefinition } from '../client.ts';
import { identityOf, upperCase } from '../identity.ts';
import type { LocalPlan } from './autodiscover.ts';
import { netlogonPath, pathEnding } from './place.ts';
import { SWITCHES } from './scripts.ts';
import { localXmlByGroupPolicy } from './support.ts';
import type { OwnWords } from './words.ts';

/*
 * Group Policy Preferences (MS-GPPREF 28.0): what `install.cmd` sets, as two files for the nodes Registry and Files of a GPO's user configuration.
 *
 * - `action="R"` and `removePolicy="1"`: Windows takes the value, or the file, back when the item no longer applies to the person (2.2.1.1.3; the console allows it
 *   with Replace only). That is the removal, and like remove.reg it does not know whether a value had been there before.
 *   It does not hold where profiles roam: the list of what to remove stays on each computer (Microsoft KB 3060859). The text for administrators says so.
 * - `userContext="1"`: as the person, without a right of the computer; only then are variables of the person, as %LocalAppData%, those of the person.
 * - A GPO has many people, and this file points Outlook to the login of one. So each item has the condition that the person's entry in the Active Directory has
 *   the address (2.2.1.22, FilterLdap): for everybody else nothing happens. The directory compares without regard to case, so that
 *   SMTP:, a primary address, cannot be told from smtp:, a secondary one; where logins and addresses differ, ours is often the secondary one. So both count, and the text says so.
 * - `bypassErrors="1"`, as the console sets it by itself: an error here does not keep Windows from the items of others.
 * - `changed` and `image` are for the console's eyes and optional. A `uid` comes from what the item sets.
 */

/** The path that install.cmd writes, as Windows puts it together for each person. */
const localPath = (account: Account) => `%LocalAppData%${pathEnding(account)}`;

export const groupPolicy: readonly FormatDefinition<LocalPlan, OwnWords>[] = [
  {
    id: 'gpo-registry',
    devices: ['windows'],
    template: 'outlook/registry.xml',
    mediaType: 'text/xml; charset=utf-8',
    audience: 'admin',
    support: localXmlByGroupPolicy,
    purpose: ({ words }) => words.groupPolicyRegistry,
    needs: ['autodiscover'],
    fileName: () => 'Registry.xml',
    context: ({ account }) => {
      const paths = ['15.0', '16.0'].map((version) => ({
        key: keyOf(version, 'AutoDiscover'),
        name: account.domain,
        type: 'REG_SZ',
        value: localPath(account),
      }));
      const switches = SWITCHES.map(({ version, key, name }) => ({
        key: keyOf(version, key),
        name,
        type: 'REG_DWORD',
        value: '00000001',
      }));
      return {
        items: [...paths, ...switches].map((item) => ({ ...item, uid: uidOf(account, `${item.key}\\${item.name}`) })),
        search: searchOf(account),
      };
    },
  },
  {
    id: 'gpo-files',
    devices: ['windows'],
    template: 'outlook/files.xml',
    mediaType: 'text/xml; charset=utf-8',
    audience: 'admin',
    support: localXmlByGroupPolicy,
    purpose: ({ words, account }) => filled(words.groupPolicyFiles, { path: netlogonPath(account) }),
    needs: ['autodiscover'],
    fileName: () => 'Files.xml',
    context: ({ account }) => ({
      from: netlogonPath(account),
      target: localPath(account),
      uid: uidOf(account, 'autodiscover.xml'),
      search: searchOf(account),
    }),
  },
];

function keyOf(version: string, key: string): string {
  return `Software\\Microsoft\\Office\\${version}\\Outlook\\${key}`;
}

function uidOf(account: Account, what: string): string {
  return `{${derive(upperCase, identityOf(account).uuid(`group-policy/${what}`))}}`;
}

/**
 * The logged-on person, if theirs is the address. %LogonUser% is the name in sAMAccountName (the console's help, "Preference process variables"). An address in an
 * internationalised domain may stand there in either form.
 */
function searchOf({ address, displayAddress }: Account): string {
  const forms = [...new Set([address, displayAddress])].map(searchValue);
  const theirs = forms.map((value) => `(mail=${value})(proxyAddresses=smtp:${value})`).join('');
  return `(&(objectCategory=person)(objectClass=user)(sAMAccountName=%LogonUser%)(|${theirs}))`;
}

/** RFC 4515 §3 lets every byte be written as \XX: so also a percent sign, which Windows would take for a variable's. */
function searchValue(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9@._+-]/.test(character) ? character : `\\${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}
