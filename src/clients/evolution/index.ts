import type { Context } from '../../template/context.ts';
import { say } from '../../words/words.ts';
import { defineClient, type FormatDefinition, type FormatInput, planned, type Support } from '../client.ts';
import { earlierSources } from '../earlier-identity.ts';
import { scriptFormats } from '../linux/script-formats.ts';
import { guides } from './guides.ts';
import { askedBy, type EvolutionPlan, endings, planSources, sources, uidOf } from './sources.ts';
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
    fileName: (account) => `autoconfig/${uidOf(account)}${endings[source]}.source`,
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
    planned(
      planSources,
      scriptFormats<EvolutionPlan, OwnWords>({
        client: 'evolution',
        support,
        closed: 'Evolution',
        install: {
          purpose: ({ words }) => ({
            title: words.install.title,
            use: (plan) => {
              const { asks, login } = askedBy(plan);
              return words.install.use({ asks: say(words.asks[asks], { login }) });
            },
          }),
          context: installContext,
        },
        remove: { purpose: ({ words }) => words.remove, context: removeContext },
      }),
    ),
    planned(planSystem, system),
  ],
});

type EvolutionInput = FormatInput<EvolutionPlan, OwnWords>;

function installContext({ account, plan, words }: EvolutionInput): Context {
  const { asks, login } = askedBy(plan);
  return {
    sources: sources.map((source) => ({ key: source, ending: endings[source], lines: plan.lines()[source] })),
    primary: account.role === 'primary',
    installed: words.script.installed({
      address: account.displayAddress,
      asks: say(words.script.asks[asks], { login }),
    }),
  };
}

function removeContext({ account, plan }: EvolutionInput): Context {
  return {
    addressLine: plan.lines().identity.find((line) => line.startsWith('Address=')) ?? '',
    keys: sources.map((source) => ({ key: source, ending: endings[source] })),
    uid: uidOf(account),
    formerUids: earlierSources(account),
  };
}
