import { renderLines } from '../../artifacts/render.ts';
import type { Account } from '../../model/account.ts';
import type { Catalogue } from '../../words/index.ts';
import { type Context, defineClient, defineFormat, type Support } from '../client.ts';
import { scriptContext } from '../linux/script.ts';
import { accountContext, identityContext, refusesAccount } from './keyfile.ts';

const support: readonly Support[] = [
  { product: 'Geary 43', evidence: 'tested' },
  { product: 'Geary 44, 46', evidence: 'documented' },
];

/** Geary: a folder with a file of its own for each account. Which one is its first is an order, and nothing else makes one the default. */
export const geary = defineClient({
  id: 'geary',
  title: 'Geary',
  devices: ['linux'],
  formats: [
    defineFormat({
      id: 'install',
      template: 'geary/install.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ geary }) => geary.install,
      refuses: refusesAccount,
      fileName: () => 'install.sh',
      context: installContext,
    }),
    defineFormat({
      id: 'remove',
      template: 'geary/remove.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ geary }) => geary.remove,
      refuses: refusesAccount,
      fileName: () => 'remove.sh',
      context: removeContext,
    }),
  ],
});

function installContext(account: Account, texts: Catalogue): Context {
  return {
    ...removeContext(account, texts),
    lines: renderLines('geary/geary.keyfile', accountContext(account)),
    twice: texts.geary.script.twice,
    installed: texts.geary.script.installed({ address: account.displayAddress }),
  };
}

function removeContext(account: Account, texts: Catalogue): Context {
  return {
    ...scriptContext('geary', account, texts),
    ...identityContext(account),
    running: texts.linux.running({ program: 'Geary' }),
    later: texts.geary.script.later,
  };
}
