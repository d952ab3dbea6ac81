import { readAccountrc } from '../../read/accountrc-file.ts';
import { personSaid } from '../common/file-says.ts';
import { defineKind, type View } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { unixWords } from '../unix/words.ts';
import { clawsAccountRules } from './claws-account-rules.ts';
import { type ClawsService, clawsAccounts, defaultAccount } from './claws-accounts.ts';
import { asksOfCertificates, type ClawsFacts, clawsEntry, clawsText, isNewer } from './claws-facts.ts';
import { clawsServiceRules } from './claws-service-rules.ts';

/** Judges accounts of Claws Mail. */
export const accountrcKind = defineKind<ClawsFacts>({
  id: 'accountrc',
  read(content) {
    const read = readAccountrc(content.text ?? '');
    return { content, file: read, accounts: clawsAccounts(read) };
  },
  text: ({ content }) => content.text ?? '',
  says: ({ accounts }) => ({
    people: accounts.flatMap((account) => {
      const address = clawsText(account, 'address');
      const { incoming, group } = account;
      return personSaid(address, incoming?.login, incoming?.host, clawsEntry(account, 'user_id')?.at ?? group.at);
    }),
  }),
  views: { 'claws-mail': clawsView },
  rules: defineRules('accountrc', unixWords.accountrc, { ...clawsAccountRules, ...clawsServiceRules }),
});

/** What becomes of the account that the program opens with. */
function clawsView({ accounts, file: { groups } }: ClawsFacts): View {
  const account = defaultAccount(accounts);
  if (account === undefined) return { outcome: 'refuses' };
  const { incoming, outgoing } = account;
  // It asks before it has read any of them.
  const asks = accounts.some(isNewer) || asksOfCertificates(account);
  const view = { incoming: viewed(incoming), outgoing: viewed(outgoing) } as const;
  const several = groups.length > 1 ? { account: groups.indexOf(account.group) + 1 } : {};
  return { outcome: asks ? 'asks' : 'takes', ...several, ...view };
}

function viewed(service: ClawsService | undefined): View['incoming'] {
  if (service === undefined) return undefined;
  const { keys: _, written: __, isPortSet: ___, ...server } = service;
  return server;
}
