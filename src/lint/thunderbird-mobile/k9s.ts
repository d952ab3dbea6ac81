import { personSaid } from '../common/file-says.ts';
import { defineKind, type View } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { importView, methodsOfModel, securitiesOfModel } from './import-view.ts';
import { k9sAccountRules } from './k9s-account-rules.ts';
import { type K9sFacts, type K9sServerFacts, k9sFacts } from './k9s-facts.ts';
import { k9sFileRules } from './k9s-file-rules.ts';
import { k9sWords } from './k9s-words.ts';

const rules: readonly Rule<K9sFacts>[] = defineRules('k9s', k9sWords, { ...k9sFileRules, ...k9sAccountRules });

/** Judges settings files of Thunderbird for Android and K-9 Mail (`.k9s`). */
export const k9sKind = defineKind<K9sFacts>({
  id: 'k9s',
  read: k9sFacts,
  text: ({ content, xml }) => (xml.kind === 'document' ? xml.text : (content.text ?? '').replace(/\r\n?/g, '\n')),
  says: ({ servers }) => ({
    people: servers
      .filter(({ direction }) => direction === 'incoming')
      .flatMap(({ account: { identities }, login, host, at }) => {
        const email = identities[0]?.children.find(({ name }) => name === 'email');
        return personSaid(email?.text, login, host, at('username'));
      }),
  }),
  rules,
  views: { 'thunderbird-android': viewOf },
});

/** The first account that the app takes: it leaves others out without a word. Of a file with a document type nothing is known. */
function viewOf(facts: K9sFacts): View | undefined {
  if (facts.xml.kind === 'fault' && facts.xml.what === 'doctype') return undefined;
  for (const account of facts.accounts.slice(0, MOST_ACCOUNTS)) {
    const own = facts.servers.filter((server) => server.account === account);
    const view = importView(rules, { ...facts, accounts: [account], servers: own }, own.map(viewed));
    if (view.outcome !== 'refuses') return { ...view, account: account.number };
  }
  return { outcome: 'refuses' };
}

/** Somebody with more mailboxes asks for a view of none. */
const MOST_ACCOUNTS = 100;

function viewed({
  direction,
  protocol,
  type = '',
  host,
  port,
  security = '',
  authentication = '',
  login,
}: K9sServerFacts) {
  return {
    direction,
    server: {
      protocol: protocol ?? type.toLowerCase(),
      host,
      port: port === -1 ? undefined : port,
      // Before version 92 any other word becomes this one.
      security: securitiesOfModel[security] ?? 'tls',
      authentication: methodsOfModel[authentication],
      login,
    },
  };
}
