import type { Context } from '../../template/context.ts';
import { defineClient, type FormatInput, planned, type Support } from '../client.ts';
import { scriptFormats } from '../linux/script-formats.ts';
import { guides } from './guides.ts';
import { type GearyPlan, identityContext, planAccount } from './keyfile.ts';
import { type OwnWords, words } from './words.ts';

const support: readonly Support[] = [
  { product: 'Geary 43', evidence: 'tested' },
  { product: 'Geary 44, 46', evidence: 'documented' },
];

/** Geary: a folder with a file of its own for each account. Which one is its first is an order, and nothing else makes one the default. */
export const geary = defineClient({
  id: 'geary',
  title: 'Geary',
  devices: ['linux'],
  words,
  inFiles: ['script'],
  guides,
  formats: [
    planned(
      planAccount,
      scriptFormats<GearyPlan, OwnWords>({
        client: 'geary',
        support,
        closed: 'Geary',
        install: { purpose: ({ words }) => words.install, context: installContext },
        remove: { purpose: ({ words }) => words.remove, context: removeContext },
      }),
    ),
  ],
});

type GearyInput = FormatInput<GearyPlan, OwnWords>;

function installContext({ account, plan, words }: GearyInput): Context {
  return {
    lines: plan.lines(),
    twice: words.script.twice,
    installed: words.script.installed({ address: account.displayAddress }),
  };
}

function removeContext({ account, plan, words }: GearyInput): Context {
  return {
    later: words.script.later,
    ...identityContext(account, plan),
  };
}
