import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Login } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { type FormatDefinition, planFor } from '../client.ts';
import { misreading, readers, variables } from './autoconfig-text.ts';
import { refusesCharacters } from './characters.ts';
import { clientConfig, refusesMisreading } from './client-config.ts';
import { planServers, type ThunderbirdPlan } from './servers.ts';
import type { OwnWords } from './words.ts';

/** One person's clientConfig, for a server that is told the address: the login stands in it as it is. */
export const config: FormatDefinition<ThunderbirdPlan, OwnWords> = {
  id: 'config',
  template: 'thunderbird/config.xml',
  mediaType: 'text/xml; charset=utf-8',
  audience: 'server',
  support: [
    { product: 'Thunderbird 140', evidence: 'tested' },
    { product: 'Thunderbird 153', evidence: 'tested' },
    { product: 'Thunderbird 149–156', evidence: 'documented' },
    { product: 'Evolution', evidence: 'documented' },
    { product: 'Nextcloud Mail', evidence: 'documented' },
    { product: 'Delta Chat', evidence: 'documented' },
    // It takes the last login of the file for all servers (EmailProvider.java).
    { product: 'FairEmail', when: 'oneLogin', evidence: 'documented' },
    // They do not tell the server the address, so they are given the file with variables: format `isp`.
    { product: 'Thunderbird for Android, K-9 Mail', evidence: 'refused' },
    { product: 'KMail', evidence: 'refused' },
    // They take the servers, but put the address in as the login (Geary, accounts-autoconfig.vala; aerc since 0.21, its wizard).
    { product: 'Geary, aerc', when: 'otherLogin', evidence: 'refused' },
  ],
  purpose: ({ words, account: { provider, domain } }) => ({
    title: words.config.title,
    use: words.config.use({ site: provider.site ?? '', domain }),
  }),
  fileName: () => 'config-v1.1.xml',
  refuses: ({ account }) => refusesConfig(account),
  context: ({ account, plan }) => clientConfig(account, plan, usernames(account)),
};

/** The login itself; or, where a reader would misread that, a variable which gives it: so `007` comes through where it is the local part. */
function usernames({ address, local, domain, name = '' }: Account) {
  return ({ login }: Login): string => derive(usernameOf, [login, address, local, domain, name].join('\n'));
}

/** @param of the login and the person, a line each: what all of it comes from */
function usernameOf(of: string): string {
  const [login = '', address = '', local = '', domain = '', name = ''] = of.split('\n');
  const gives = (text: string) =>
    misreading(text, login, { address, local, domain, name }, readers.person) === undefined;
  return gives(login) ? login : (Object.values(variables).find(gives) ?? login);
}

/** Would Thunderbird get this file's settings right? */
export function takesConfig(account: Account): boolean {
  return refusesConfig(account) === undefined;
}

/** Every page asks that has a way which leads through the file. */
function refusesConfig(account: Account): Problem | undefined {
  const judged = planFor(judgeConfig, account);
  return isProblem(judged) ? judged : undefined;
}

function judgeConfig(account: Account): ThunderbirdPlan | Problem {
  const plan = planFor(planServers, account);
  if (isProblem(plan)) return plan;
  const refusal =
    refusesCharacters(account, 'set-up') ?? refusesMisreading(account, plan, usernames(account), readers.person);
  return refusal ?? plan;
}
