import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Login } from '../../model/account.ts';
import { hasFilter, substitute } from '../../model/rule.ts';
import { filled } from '../../words/words.ts';
import { type FormatDefinition, planFor } from '../client.ts';
import { discoveryFault } from '../thunderbird-android/discovery.ts';
import { readers, variables } from './autoconfig-text.ts';
import { refusesCharacters } from './characters.ts';
import { clientConfig, listedServers, refusesMisreading } from './client-config.ts';
import { planServers, type ThunderbirdPlan } from './servers.ts';
import { type OwnWords, problem } from './words.ts';

/**
 * One domain's clientConfig, with variables for the login: for the folder `isp` beside the program, which Thunderbird asks first
 * (FetchConfig.sys.mjs, fromDisk), and for a server that is not told the address. Holds nothing of the person.
 */
export const isp: FormatDefinition<ThunderbirdPlan, OwnWords> = {
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
      holds: (account) => {
        const plan = planFor(planServers, account);
        return !isProblem(plan) && discoveryFault(listedServers(account, plan, usernames(account))) === undefined;
      },
    },
    { product: 'Evolution', evidence: 'documented' },
    { product: 'KMail', evidence: 'documented' },
    { product: 'Nextcloud Mail', evidence: 'documented' },
    { product: 'Delta Chat', evidence: 'documented' },
    // The first knows no variable inside a longer text (Misc.java), the others put the address in as the login (see `config`).
    { product: 'FairEmail', when: 'otherLogin', evidence: 'refused' },
    { product: 'Geary, aerc', when: 'otherLogin', evidence: 'refused' },
  ],
  purpose: ({ words, account: { domain } }) => filled(words.isp, { file: `${domain}.xml`, domain }),
  fileName: ({ domain }) => `${domain}.xml`,
  refuses: ({ account, plan }) =>
    refusesCharacters(account, 'set-up') ??
    refusesOwnLogin(account) ??
    refusesFilter(account) ??
    refusesMisreading(account, plan, usernames(account), readers.domain),
  context: ({ account, plan }) => clientConfig(account, plan, usernames(account)),
};

function usernames({ domain }: Account) {
  // What has no rule is refused, and so is one for which there are no variables.
  return ({ login, loginRule = login }: Login): string => substitute(loginRule, { ...variables, domain }) ?? login;
}

function refusesOwnLogin(account: Account): Problem | undefined {
  const own = ownLogin(account);
  return own === undefined ? undefined : problem('thunderbird.own-login', { value: own });
}

/** The variables would give the address as it is typed, and not what a filter makes of it. */
function refusesFilter({ incoming, outgoing }: Account): Problem | undefined {
  const rule = [...incoming, ...outgoing].map(({ loginRule = '' }) => loginRule).find(hasFilter);
  return rule === undefined ? undefined : problem('thunderbird.filter', { rule });
}

/** The login of this person that no rule gives. */
export function ownLogin({ incoming, outgoing }: Account): string | undefined {
  return [...incoming, ...outgoing].find(({ loginRule }) => loginRule === undefined)?.login;
}
