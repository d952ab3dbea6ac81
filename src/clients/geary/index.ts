import type { Context } from '../../template/context.ts';
import { type Asked, defineClient, planned, type Support } from '../client.ts';
import { scriptContext, scriptWords } from '../linux/script.ts';
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
  formats: [
    planned(planAccount, [
      {
        id: 'install',
        template: 'geary/install.sh',
        mediaType: 'text/x-shellscript; charset=utf-8',
        audience: 'user',
        support,
        purpose: ({ words }) => words.install,
        fileName: () => 'install.sh',
        context: installContext,
      },
      {
        id: 'remove',
        template: 'geary/remove.sh',
        mediaType: 'text/x-shellscript; charset=utf-8',
        audience: 'user',
        support,
        purpose: ({ words }) => words.remove,
        fileName: () => 'remove.sh',
        context: removeContext,
      },
    ]),
  ],
});

type AskedGeary = Asked<GearyPlan, OwnWords>;

function installContext(asked: AskedGeary): Context {
  const { account, words } = asked;
  return {
    lines: asked.plan.lines(),
    twice: words.script.twice,
    installed: words.script.installed({ address: account.displayAddress }),
    ...removeContext(asked),
  };
}

function removeContext({ account, plan, words, language }: AskedGeary): Context {
  return {
    running: scriptWords(language).running({ program: 'Geary' }),
    later: words.script.later,
    ...scriptContext('geary', account, language),
    ...identityContext(account, plan),
  };
}
