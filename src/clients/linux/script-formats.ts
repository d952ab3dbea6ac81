import type { Account, Language } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import type { TemplateName } from '../../template/templates.generated.ts';
import type { FormatDefinition, FormatInput, OwnWords, Quote } from '../client.ts';
import { runOf } from './run-script.ts';
import { accountId, scriptContext, scriptWords } from './script.ts';

/** The clients with both scripts among their templates. */
export type ScriptedClient = Both<TemplateName>;
type Both<Name> = Name extends `${infer Client}/install.sh`
  ? `${Client}/remove.sh` extends TemplateName
    ? Client
    : never
  : never;

/** What a client says of its scripts. */
export interface Scripts<Plan, Own extends OwnWords> {
  readonly client: ScriptedClient;
  readonly support: FormatDefinition<Plan, Own>['support'];
  readonly needs?: readonly string[];
  /** The program that has to be closed before either runs, where one has to. */
  readonly closed?: string;
  /** The command with which a person uses the account of this name, of a program of the terminal. */
  readonly start?: (account: string) => string;
  readonly install: Script<Plan, Own>;
  /** What `remove.sh` shows, `install.sh` shows too: both find the account in the same way. */
  readonly remove: Script<Plan, Own>;
}

interface Script<Plan, Own extends OwnWords> {
  readonly purpose: FormatDefinition<Plan, Own>['purpose'];
  /** What it shows beside what all scripts for Linux do (`scriptContext`). */
  readonly context: (input: FormatInput<Plan, Own> & { readonly quote: Quote }) => Context;
}

/** The two scripts of a client: one puts the account in its place, and the other takes it away. */
export function scriptFormats<Plan extends object, Own extends OwnWords>(
  scripts: Scripts<Plan, Own>,
): readonly FormatDefinition<Plan, Own>[] {
  const { client, support, needs = [], closed, start, install, remove } = scripts;
  const facts = { mediaType: 'text/x-shellscript; charset=utf-8', audience: 'user', support, needs } as const;
  const shared = (account: Account, language: Language) => ({
    ...(closed !== undefined && { running: scriptWords(language).running({ program: closed }) }),
    ...scriptContext(client, account, language),
  });
  return [
    {
      ...facts,
      id: 'install',
      template: `${client}/install.sh`,
      purpose: install.purpose,
      fileName: () => 'install.sh',
      run: (account, language) => ({
        ...runOf(client, 'install', account, language),
        ...(start !== undefined && { use: start(accountId(account)) }),
      }),
      context: (input) => ({
        ...install.context(input),
        ...remove.context(input),
        ...shared(input.account, input.language),
      }),
    },
    {
      ...facts,
      id: 'remove',
      template: `${client}/remove.sh`,
      purpose: remove.purpose,
      fileName: () => 'remove.sh',
      run: (account, language) => runOf(client, 'remove', account, language),
      context: (input) => ({ ...remove.context(input), ...shared(input.account, input.language) }),
    },
  ];
}
