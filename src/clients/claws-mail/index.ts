import { renderLines } from '../../artifacts/render.ts';
import type { Account } from '../../model/account.ts';
import type { Catalogue } from '../../words/index.ts';
import { type Context, defineClient, defineFormat, type Support } from '../client.ts';
import { scriptContext } from '../linux/script.ts';
import { accountContext, refusesAccount } from './accountrc.ts';
import { guides } from './guides.ts';

const support: readonly Support[] = [
  { product: 'Claws Mail 4.1.1', evidence: 'tested' },
  { product: 'Claws Mail 4.2, 4.3', evidence: 'documented' },
];

/**
 * Claws Mail on Linux. Its accounts stand in one file that it writes anew whenever they are edited, so a script merges ours into it; passwords are
 * encrypted in another, which only Claws Mail can write: it asks.
 */
export const clawsMail = defineClient({
  id: 'claws-mail',
  title: 'Claws Mail',
  devices: ['linux'],
  guides,
  formats: [
    defineFormat({
      id: 'install',
      template: 'claws-mail/install.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ clawsMail }) => clawsMail.install,
      refuses: refusesAccount,
      fileName: () => 'install.sh',
      context: installContext,
    }),
    defineFormat({
      id: 'remove',
      template: 'claws-mail/remove.sh',
      mediaType: 'text/x-shellscript; charset=utf-8',
      audience: 'user',
      support,
      purpose: ({ clawsMail }) => clawsMail.remove,
      refuses: refusesAccount,
      fileName: () => 'remove.sh',
      context: removeContext,
    }),
    defineFormat({
      id: 'accountrc',
      template: 'claws-mail/account.accountrc',
      mediaType: 'text/plain; charset=utf-8',
      audience: 'admin',
      support: [{ product: 'Claws Mail 4.1–4.3', evidence: 'documented' }],
      purpose: ({ clawsMail }) => clawsMail.accountrc,
      refuses: refusesAccount,
      fileName: () => 'accountrc',
      context: accountContext,
    }),
  ],
});

function installContext(account: Account, texts: Catalogue): Context {
  const { clawsMail } = texts;
  // The number in the first line is for the script to choose.
  const [, ...lines] = renderLines('claws-mail/account.accountrc', accountContext(account));
  const nameLine = lines.find((line) => line.startsWith('account_name=')) ?? '';
  return {
    ...removeContext(account, texts),
    lines,
    accountName: nameLine.slice('account_name='.length),
    primary: account.role === 'primary',
    first: clawsMail.script.first,
    twice: clawsMail.script.twice,
    installed: clawsMail.script.installed({ address: account.displayAddress }),
  };
}

function removeContext(account: Account, texts: Catalogue): Context {
  const lines = renderLines('claws-mail/account.accountrc', accountContext(account));
  const lineOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`)) ?? '';
  return {
    ...scriptContext('claws-mail', account, texts),
    running: texts.linux.running({ program: 'Claws Mail' }),
    addressLine: `address=${account.address}`,
    loginLine: lineOf('user_id'),
    serverLine: lineOf('receive_server'),
  };
}
