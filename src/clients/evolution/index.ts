import type { Context } from '../../template/context.ts';
import { type Asked, defineClient, type FormatDefinition, planned, type Support } from '../client.ts';
import { scriptContext, scriptWords } from '../linux/script.ts';
import { guides } from './guides.ts';
import { type EvolutionPlan, planSources, sources, uidsOf } from './sources.ts';
import { planSystem, type SystemPlan, systemContext } from './system-sources.ts';
import { type OwnWords, words } from './words.ts';

const support: readonly Support[] = [
  { product: 'Evolution Data Server 3.46', evidence: 'tested' },
  { product: 'Evolution 3.46+', evidence: 'documented' },
];

/** The same three files for every person of a computer. */
const system = sources.map(
  (source): FormatDefinition<SystemPlan, OwnWords> => ({
    id: `autoconfig-${source}`,
    template: `evolution/${source}.keyfile`,
    mediaType: 'text/plain; charset=utf-8',
    audience: 'admin',
    companion: source !== 'account',
    support,
    purpose: ({ words }) => words.autoconfig,
    fileName: (account) => `autoconfig/${uidsOf(account)[source]}.source`,
    context: systemContext,
  }),
);

/**
 * Evolution: three files of its own for each account, which its data server reads from a folder (`evolution/sources`). The server adds keys of its own to
 * them, so an installer puts only ours in place and leaves the rest.
 */
export const evolution = defineClient({
  id: 'evolution',
  title: 'Evolution',
  devices: ['linux'],
  words,
  inFiles: ['script'],
  guides,
  formats: [
    planned(planSources, [
      {
        id: 'install',
        template: 'evolution/install.sh',
        mediaType: 'text/x-shellscript; charset=utf-8',
        audience: 'user',
        support,
        purpose: ({ words }) => words.install,
        fileName: () => 'install.sh',
        context: installContext,
      },
      {
        id: 'remove',
        template: 'evolution/remove.sh',
        mediaType: 'text/x-shellscript; charset=utf-8',
        audience: 'user',
        support,
        purpose: ({ words }) => words.remove,
        fileName: () => 'remove.sh',
        context: removeContext,
      },
    ]),
    planned(planSystem, system),
  ],
});

type AskedEvolution = Asked<EvolutionPlan, OwnWords>;

function installContext(asked: AskedEvolution): Context {
  const { account, plan, words } = asked;
  const uids = uidsOf(account);
  return {
    sources: sources.map((source) => ({ key: source, uid: uids[source], lines: plan.lines()[source] })),
    primary: account.role === 'primary' && { account: uids.account, identity: uids.identity },
    installed: words.script.installed({ address: account.displayAddress }),
    ...removeContext(asked),
  };
}

function removeContext({ account, language }: AskedEvolution): Context {
  const uids = uidsOf(account);
  return {
    running: scriptWords(language).running({ program: 'Evolution' }),
    keys: sources.map((source) => ({ key: source, uid: uids[source] })),
    uid: uids,
    ...scriptContext('evolution', account, language),
  };
}
