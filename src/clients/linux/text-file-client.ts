import { isProblem, type Problem } from '../../errors.ts';
import type {
  Account,
  Authentication,
  IncomingServer,
  Language,
  MailServer,
  OutgoingServer,
} from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { linesOf, renderLines } from '../../template/fill.ts';
import type { TemplateName } from '../../template/templates.generated.ts';
import { type Bound, bind, filled, joined, part, type Translations, type Tree } from '../../words/words.ts';
import { type Choice, chooseAmong, choosePair, methodOf, type Pair, shown } from '../choose.ts';
import { type Client, defineClient, type FormatInput, planned, type Quote, type Support } from '../client.ts';
import { type KeyringService, storeCommand } from './keyring.ts';
import { accountId } from './script.ts';
import { type ScriptedClient, scriptFormats } from './script-formats.ts';
import { problem, words as shared } from './words.ts';

/** A server that a program reads from or sends through, and its word for proving the login; empty where the server asks for none. */
export type Reading = Choice<IncomingServer, string>;
export type Sending = Choice<OutgoingServer, string>;

/** The servers that a program uses; none of the direction that it does not care about. */
interface Used {
  readonly incoming?: Reading;
  readonly outgoing?: Sending;
}

/** The ways to prove a login that a program's file has words for; the words are its own. */
export type Mechanisms = Readonly<Partial<Record<Authentication, string>>>;

/** What a program can do with servers. */
export interface Skills {
  readonly title: string;
  readonly mechanisms: Mechanisms;
  /** The servers that it can read from, by IMAP; absent: all. */
  readonly reads?: (server: IncomingServer) => boolean;
  /** The servers that it can send through; absent: all. */
  readonly sends?: (server: OutgoingServer) => boolean;
}

/** What people are told of the files of such a program: its own words, so that a provider may tell it of one program in another way than of the others. */
const purposes = part(part(shared, 'terminal'), 'purposes');

/** Where a person who does it by hand puts the configuration; and what the program's own scripts say, beside what all of them say. */
type ProgramWords = { readonly place: string; readonly script?: { readonly [key: string]: Tree } };
type Own = (typeof purposes)['en'] & ProgramWords;

/** A program of the terminal: one text file, and the scripts that place it and take it away. */
export interface Program<Plan extends Used> {
  readonly id: ScriptedClient;
  readonly title: string;
  readonly words: Translations<ProgramWords>;
  readonly support: readonly Support[];
  /** The program's own configuration of this account. */
  readonly config: TemplateName;
  readonly configName: string;
  readonly plan: (account: Account) => Plan | Problem;
  /** The command with which a person uses the account of this name. */
  readonly start: (account: string) => string;
  /** What the configuration shows. `keyring`: passwords come from the desktop's keyring; otherwise the program asks. */
  readonly context: (account: Account, plan: Plan, keyring: boolean) => Context;
  /** It asks for no password: without the keyring there is no configuration. */
  readonly needsKeyring?: true;
  /** What it cannot carry beyond what its notation refuses. */
  readonly refuses?: (account: Account) => Problem | undefined;
  /** Further values that the scripts need. */
  readonly script?: (account: Account) => Context;
  /** What `install.sh` says that no other program's does. */
  readonly says?: (language: Language) => Context;
}

/** The client that a program is. Its scripts hold the configuration: what that cannot carry they cannot either. */
export function textFileClient<Plan extends Used>(program: Program<Plan>): Client {
  const { id, title, support, config, configName, plan } = program;
  const words: Translations<Own> = joined(program.words, purposes);
  return defineClient({
    id,
    title,
    devices: ['linux'],
    terminal: true,
    words,
    inFiles: ['script'],
    formats: [
      planned(plan, [
        ...scriptFormats<Plan, Own>({
          client: id,
          support,
          needs: ['config'],
          start: program.start,
          install: {
            purpose: ({ account, words }) =>
              filled(words.install, { program: title, primary: account.role === 'primary' }),
            context: (input) => installContext(program, input),
          },
          remove: {
            purpose: ({ words }) => filled(words.remove, { program: title }),
            context: ({ account }) => ({ ...program.script?.(account) }),
          },
        }),
        {
          id: 'config',
          support,
          audience: 'user',
          template: config,
          mediaType: 'text/plain; charset=utf-8',
          purpose: ({ words }) => ({
            title: words.config.title({ program: title }),
            use: (plan) => words.config.use({ place: placeIn(words), keyring: proves(plan) }),
          }),
          fileName: () => configName,
          refuses: ({ account }) => program.refuses?.(account),
          context: ({ account, plan }) => program.context(account, plan, true),
        },
      ]),
    ],
  });
}

/** Plans for a program that reads and sends. */
export function readsAndSends(skills: Skills) {
  return (account: Account): Pair<string, string> | Problem =>
    choosePair(account, {
      incoming: readingOf(skills),
      outgoing: sendingOf(skills),
      refusal: refusalOf(skills),
    });
}

/** Plans for one that only reads. */
export function reads(skills: Skills) {
  return (account: Account): { readonly incoming: Reading } | Problem => {
    const found = chooseAmong(account, account.incoming, { wordOf: readingOf(skills), refusal: refusalOf(skills) });
    return isProblem(found) ? found : { incoming: found[0] };
  };
}

/** Plans for one that only sends. */
export function sends(skills: Skills) {
  return (account: Account): { readonly outgoing: Sending } | Problem => {
    const found = chooseAmong(account, account.outgoing, { wordOf: sendingOf(skills), refusal: refusalOf(skills) });
    return isProblem(found) ? found : { outgoing: found[0] };
  };
}

/** A login as the user of a URL: what is more than a letter, a digit or one of `-._` is percent-encoded (RFC 3986 §3.2.1), `@` too. */
export function urlUser(login: string): string {
  if (!login.isWellFormed()) return login;
  return encodeURIComponent(login).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function installContext<Plan extends Used>(
  program: Program<Plan>,
  { account, plan, language, quote }: FormatInput<Plan, Own> & { readonly quote: Quote },
): Context {
  const words = scriptTexts(language);
  const { title } = program;
  const store = (service: KeyringService, choice: Reading | Sending | undefined) =>
    choice !== undefined && choice.method !== '' ? [storeCommand(service, choice.server)] : [];
  const start = program.start(accountId(account));
  return {
    primary: account.role === 'primary',
    lines: {
      keyring: linesOf(quote('config').bytes()),
      prompt: program.needsKeyring ? [] : renderLines(program.config, program.context(account, plan, false)),
    },
    store: [...store('imap', plan.incoming), ...store('smtp', plan.outgoing)],
    done: words.done({ program: title, start }),
    storeText: words.store,
    promptText: words.prompt({ program: title }),
    keyringMissing: words.keyringMissing,
    defaultKept: words.defaultKept({ program: title }),
    taken: words.taken({ account: accountId(account) }),
    ...program.says?.(language),
  };
}

function scriptTexts(language: Language) {
  return bind(shared[language], language).terminal;
}

/** Does the program prove a login anywhere? */
function proves({ incoming, outgoing }: Used): boolean {
  return [incoming, outgoing].some((choice) => choice !== undefined && choice.method !== '');
}

/** `place` takes no value in any program's words. */
function placeIn(words: Bound<ProgramWords>): string {
  return String(words.place);
}

function readingOf({ mechanisms, reads = () => true }: Skills) {
  return (server: IncomingServer) =>
    server.protocol === 'imap' && reads(server) ? methodOf(mechanisms, server) : undefined;
}

function sendingOf({ mechanisms, sends = () => true }: Skills) {
  return (server: OutgoingServer) => (sends(server) ? proof(mechanisms, server) : undefined);
}

/** A server that asks for no login will do for sending. */
function proof(mechanisms: Mechanisms, server: MailServer): string | undefined {
  return methodOf(mechanisms, server) ?? (server.authentication.includes('none') ? '' : undefined);
}

function refusalOf({ title: program, mechanisms }: Skills) {
  return (servers: readonly MailServer[]): Problem => {
    const { hosts } = shown(servers);
    const spoken = servers.filter(({ protocol }) => protocol !== 'pop3');
    if (spoken.length === 0) return problem('terminal.pop3', { program, hosts });
    // A way to prove the login there is, or none is asked for: what is left is the connection.
    if (spoken.some((server) => proof(mechanisms, server) !== undefined)) {
      return problem('terminal.plain-text', { program, hosts });
    }
    return problem('terminal.sign-in', { program, hosts, methods: shown(spoken).methods });
  };
}
