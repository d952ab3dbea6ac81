import type { Account, Login } from '../../account.ts';
import { type Problem, problem } from '../../errors.ts';
import { substitute } from '../../rule.ts';
import { defineFormat } from '../client.ts';
import { variables } from './autoconfig-text.ts';
import { refusesCharacters } from './characters.ts';
import { clientConfig, refusesMisreading } from './client-config.ts';
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
    { product: 'Thunderbird 153', evidence: 'tested' },
    { product: 'Thunderbird 149–156', evidence: 'documented' },
    // From a server only. The first takes no file in which a server is unprotected, or offers only a sign-in that it does not know.
    { product: 'Thunderbird for Android, K-9 Mail', when: 'passwordAndTls', evidence: 'documented' },
    { product: 'Evolution', evidence: 'documented' },
    { product: 'KMail', evidence: 'documented' },
    { product: 'Nextcloud Mail', evidence: 'documented' },
    { product: 'Delta Chat', evidence: 'documented' },
    // They know no variable inside a longer text (FairEmail, Misc.java; aerc, lib/autoconfig).
    { product: 'FairEmail, aerc', when: 'otherLogin', evidence: 'refused' },
    { product: 'Geary', when: 'otherLogin', evidence: 'refused' },
  ],
  purpose: ({ thunderbird }, { domain }) => thunderbird.isp({ file: `${domain}.xml`, domain }),
  fileName: ({ domain }) => `${domain}.xml`,
  refuses: (account) =>
    refusesOAuth2(account) ??
    refusesCharacters(account, 'set-up') ??
    refusesOwnLogin(account) ??
    refusesMisreading(account, usernames(account)),
  context: (account) => clientConfig(account, usernames(account)),
});

function usernames({ domain }: Account) {
  // What has no rule is refused.
  return ({ login, loginRule }: Login): string => substitute(loginRule ?? login, { ...variables, domain });
}

function refusesOwnLogin({ incoming, outgoing }: Account): Problem | undefined {
  const own = [...incoming, ...outgoing].find(({ loginRule }) => loginRule === undefined);
  return own === undefined ? undefined : problem('thunderbird.own-login', { value: own.login });
}
