import type { Context } from '../../template/context.ts';
import { linesOf } from '../../template/fill.ts';
import { defineClient, type FormatInput, planned, type Quote, type Support } from '../client.ts';
import { scriptFormats } from '../linux/script-formats.ts';
import { accountContext, type ClawsPlan, planServers } from './accountrc.ts';
import { guides } from './guides.ts';
import { type OwnWords, words } from './words.ts';

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
  words,
  inFiles: ['script'],
  guides,
  formats: [
    planned<ClawsPlan, OwnWords>(planServers, [
      ...scriptFormats<ClawsPlan, OwnWords>({
        client: 'claws-mail',
        support,
        closed: 'Claws Mail',
        install: { purpose: ({ words }) => words.install, context: installContext },
        remove: { purpose: ({ words }) => words.remove, context: removeContext },
      }),
      {
        id: 'accountrc',
        template: 'claws-mail/account.accountrc',
        mediaType: 'text/plain; charset=utf-8',
        audience: 'admin',
        support: [{ product: 'Claws Mail 4.1–4.3', evidence: 'documented' }],
        purpose: ({ words }) => words.accountrc,
        fileName: () => 'accountrc',
        context: accountContext,
      },
    ]),
  ],
});

type ClawsInput = FormatInput<ClawsPlan, OwnWords> & { readonly quote: Quote };

function installContext(input: ClawsInput): Context {
  const { account, words } = input;
  // The number in the first line is for the script to choose.
  const [, ...lines] = accountLines(input);
  const nameLine = lines.find((line) => line.startsWith('account_name=')) ?? '';
  return {
    lines,
    accountName: nameLine.slice('account_name='.length),
    primary: account.role === 'primary',
    first: words.script.first,
    twice: words.script.twice,
    installed: words.script.installed({ address: account.displayAddress }),
  };
}

function removeContext(input: ClawsInput): Context {
  const { account, words } = input;
  const lines = accountLines(input);
  const lineOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`)) ?? '';
  return {
    unproven: words.script.unproven,
    addressLine: `address=${account.address}`,
    loginLine: lineOf('user_id'),
    serverLine: lineOf('receive_server'),
  };
}

/** The lines of the file that the scripts merge: both need them. */
function accountLines({ plan, quote }: ClawsInput): readonly string[] {
  const lines = read.get(plan) ?? linesOf(quote('accountrc').bytes());
  read.set(plan, lines);
  return lines;
}

const read = new WeakMap<ClawsPlan, readonly string[]>();
