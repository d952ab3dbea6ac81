import { type Problem, problem } from '../../errors.ts';
import type { Account, Login } from '../../model/account.ts';
import { substitute } from '../../model/rule.ts';
import { defineFormat } from '../client.ts';
import { discoveryFault } from '../thunderbird-android/discovery.ts';
import { readers, variables } from './autoconfig-text.ts';
import { refusesCharacters } from './characters.ts';
import { clientConfig, listedServers, refusesMisreading } from './client-config.ts';
import { refusesOAuth2 } from './oauth2.ts';

/**
 * One domain's clientConfig, with variables for the login: for the folder `isp` beside the program, which Thunderbird asks first
 * (FetchConfig.sys.mjs, fromDisk), and for a server that is not told the address. Holds nothing of the person.
 */
export const isp = defineFormat({
  id: 'isp',
  template: 'thunderbird/config.xml',
  mediaType: 'text/xml; charset=utf-8',
  audience: 'admin',
  support: [
    { product: 'Thunderbird 140', evidence: 'tested' },
    { product: 'Thunderbird 153', evidence: 'tested' },
    { product: 'Thunderbird 149–156', evidence: 'documented' },
    // From a server only.
    {
      product: 'Thunderbird for Android, K-9 Mail',
      when: 'foundOnAndroid',
      evidence: 'documented',
      holds: (account) => discoveryFault(listedServers(account, usernames(account))) === undefined,
    },
    { product: 'Evolution', evidence: 'documented' },
    { product: 'KMail', evidence: 'documented' },
    { product: 'Nextcloud Mail', evidence: 'documented' },
    { product: 'Delta Chat', evidence: 'documented' },
    // The first knows no variable inside a longer text (Misc.java), the others put the address in as the login (see `config`).
    { product: 'FairEmail', when: 'otherLogin', evidence: 'refused' },
    { product: 'Geary, aerc', when: 'otherLogin', evidence: 'refused' },
  ],
  purpose: ({ thunderbird }, { domain }) => thunderbird.isp({ file: `${domain}.xml`, domain }),
  fileName: ({ domain }) => `${domain}.xml`,
  refuses: (account) =>
    refusesOAuth2(account) ??
    refusesCharacters(account, 'set-up') ??
    refusesOwnLogin(account) ??
    refusesMisreading(account, usernames(account), readers.domain),
  context: (account) => clientConfig(account, usernames(account)),
});

function usernames({ domain }: Account) {
  // What has no rule is refused.
  return ({ login, loginRule }: Login): string => substitute(loginRule ?? login, { ...variables, domain });
}

function refusesOwnLogin(account: Account): Problem | undefined {
  const own = ownLogin(account);
  return own === undefined ? undefined : problem('thunderbird.own-login', { value: own });
}

/** The login of this person that no rule gives. */
export function ownLogin({ incoming, outgoing }: Account): string | undefined {
  return [...incoming, ...outgoing].find(({ loginRule }) => loginRule === undefined)?.login;
}
