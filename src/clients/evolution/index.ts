import type { Account } from '../../model/account.ts';
import type { Catalogue } from '../../words/index.ts';
import { type Context, defineClient, defineFormat, type Support } from '../client.ts';
import { scriptContext } from '../linux/script.ts';
import { guides } from './guides.ts';
import { refusesSources, sourceLines, sources, uidsOf } from './sources.ts';
import { autoconfigContext, refusesAutoconfig } from './system-sources.ts';

const support: readonly Support[] = [
  { product: 'Evolution Data Server 3.46', evidence: 'tested' },
  { product: 'Evolution 3.46+', evidence: 'documented' },
];

/**
 * Evolution: three files of its own for each account, which its data server reads from a folder (`evolution/sources`). The server adds keys of its own to
 * them, so an installer puts only ours in place and leaves the rest.
 */
export const evolution = defineClient({
  id: 'evolution',
  title: 'Evolution',
  devices: ['linux'],
  guides,
  formats: [
    defineFormat({
      id: 'install',
      template: 'evolution/install.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ evolution }) => evolution.install,
      refuses: refusesSources,
      fileName: () => 'install.sh',
      context: installContext,
    }),
    defineFormat({
      id: 'remove',
      template: 'evolution/remove.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ evolution }) => evolution.remove,
      refuses: refusesSources,
      fileName: () => 'remove.sh',
      context: removeContext,
    }),
    ...sources.map((source) =>
      defineFormat({
        id: `autoconfig-${source}`,
        template: `evolution/${source}.keyfile`,
        mediaType: 'text/plain; charset=utf-8',
        audience: 'admin',
        companion: source !== 'account',
        support,
        purpose: ({ evolution }) => evolution.autoconfig,
        refuses: refusesAutoconfig,
        fileName: (account) => `autoconfig/${uidsOf(account)[source]}.source`,
        context: autoconfigContext,
      }),
    ),
  ],
});

function installContext(account: Account, texts: Catalogue): Context {
  const uids = uidsOf(account);
  return {
    ...removeContext(account, texts),
    sources: sources.map((source) => ({ key: source, uid: uids[source], lines: sourceLines(account, source) })),
    primary: account.role === 'primary' && { account: uids.account, identity: uids.identity },
    installed: texts.evolution.script.installed({ address: account.displayAddress }),
  };
}

function removeContext(account: Account, texts: Catalogue): Context {
  const uids = uidsOf(account);
  return {
    ...scriptContext('evolution', account, texts),
    running: texts.linux.running({ program: 'Evolution' }),
    keys: sources.map((source) => ({ key: source, uid: uids[source] })),
    uid: uids,
  };
}
