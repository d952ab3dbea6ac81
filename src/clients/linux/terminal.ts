import { renderTemplate } from '../../artifacts/render.ts';
import { type Problem, problem, UnrepresentableError } from '../../errors.ts';
import type { Account, Authentication, IncomingServer, OutgoingServer } from '../../model/account.ts';
import type { TemplateName } from '../../template/templates.generated.ts';
import type { Catalogue } from '../../words/index.ts';
import { type Client, type Context, defineClient, defineFormat, type Support } from '../client.ts';
import { candidates, usableServers } from '../usable-servers.ts';
import { type KeyringService, storeCommand } from './keyring.ts';
import { accountId, scriptContext } from './script.ts';

/** The servers that a program of the terminal uses; `undefined` for the direction that it does not care about. */
export interface Used {
  readonly incoming: IncomingServer | undefined;
  readonly outgoing: OutgoingServer | undefined;
}

/** The ways to prove a login that a program's file has words for; the words are its own. */
export type Mechanisms = Readonly<Partial<Record<Authentication, string>>>;

/** A program of the terminal: one text file, and the scripts that place it and take it away. */
export interface Program {
  readonly id: 'neomutt' | 'mutt' | 'msmtp' | 'isync' | 'aerc' | 'himalaya';
  readonly title: string;
  readonly support: readonly Support[];
  /** The program's own configuration of this account. */
  readonly config: TemplateName;
  readonly configName: string;
  readonly install: TemplateName;
  readonly remove: TemplateName;
  /** It reads mail, by IMAP, from servers that these hold for. */
  readonly reads?: (server: IncomingServer) => boolean;
  /** It sends mail, through servers that these hold for. */
  readonly sends?: (server: OutgoingServer) => boolean;
  readonly mechanisms: Mechanisms;
  /** What the configuration shows. `keyring`: passwords come from the desktop's keyring; otherwise the program asks. */
  readonly context: (account: Account, used: Used, keyring: boolean) => Context;
  /** What it cannot carry beyond what its notation refuses. */
  readonly refuses?: (account: Account, used: Used) => Problem | undefined;
  /** Further values that the scripts need. */
  readonly script?: (account: Account) => Context;
}

/** The client that a program is. */
export function terminalClient(program: Program): Client {
  const { id, title, support, config, configName } = program;
  const refuses = (account: Account) => refusal(program, account);
  const shared = { support, refuses, audience: 'user' } as const;
  return defineClient({
    id,
    title,
    devices: ['linux'],
    formats: [
      defineFormat({
        ...shared,
        id: 'install',
        template: program.install,
        mediaType: SCRIPT,
        purpose: ({ terminal }, account) =>
          terminal.install({
            program: title,
            start: start(terminal, program, account),
            primary: account.role === 'primary',
          }),
        fileName: () => 'install.sh',
        context: (account, texts) => installContext(program, account, texts),
      }),
      defineFormat({
        ...shared,
        id: 'remove',
        template: program.remove,
        mediaType: SCRIPT,
        purpose: ({ terminal }) => terminal.remove({ program: title }),
        fileName: () => 'remove.sh',
        context: (account, texts) => ({ ...scriptContext(id, account, texts), ...program.script?.(account) }),
      }),
      defineFormat({
        ...shared,
        id: 'config',
        template: config,
        mediaType: 'text/plain; charset=utf-8',
        purpose: ({ terminal }) => terminal.config({ program: title, place: terminal.places[id] }),
        fileName: () => configName,
        context: (account) => program.context(account, use(program, account), true),
      }),
    ],
  });
}

/** The word of a program for the first way to prove a login that it knows; empty where none is asked for. */
export function mechanismOf(mechanisms: Mechanisms, { authentication }: OutgoingServer): string {
  return authentication.map((each) => mechanisms[each]).find((word) => word !== undefined) ?? '';
}

/** Is a login asked for there, as far as the program is concerned? */
export function hasLogin(mechanisms: Mechanisms, server: OutgoingServer): boolean {
  return mechanismOf(mechanisms, server) !== '';
}

/** A login as the user of a URL: what is more than a letter, a digit or one of `-._` is percent-encoded (RFC 3986 §3.2.1), `@` too. */
export function urlUser(login: string): string {
  if (!login.isWellFormed()) return login;
  return encodeURIComponent(login).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const SCRIPT = 'text/x-shellscript; charset=utf-8';

/** What the person starts the program with afterwards. */
function start(terminal: Catalogue['terminal'], { id }: Program, account: Account): string {
  return terminal.start[id]({ id: accountId(account) });
}

function installContext(program: Program, account: Account, texts: Catalogue): Context {
  const { terminal } = texts;
  const { id, title } = program;
  const used = use(program, account);
  const lines = (keyring: boolean) =>
    new TextDecoder()
      .decode(renderTemplate(program.config, program.context(account, used, keyring)))
      .trimEnd()
      .split('\n');
  const store = (service: KeyringService, server: OutgoingServer | undefined) =>
    server !== undefined && hasLogin(program.mechanisms, server) ? [storeCommand(service, server)] : [];
  return {
    ...scriptContext(id, account, texts),
    ...program.script?.(account),
    primary: account.role === 'primary',
    lines: { keyring: lines(true), prompt: lines(false) },
    store: [...store('imap', used.incoming), ...store('smtp', used.outgoing)],
    done: terminal.done({ program: title, start: start(terminal, program, account) }),
    storeText: terminal.store,
    promptText: terminal.prompt({ program: title }),
    keyringMissing: terminal.keyringMissing,
    defaultKept: terminal.defaultKept({ program: title }),
    taken: terminal.taken({ account: accountId(account) }),
    folderTaken: terminal.folderTaken,
    toml: terminal.toml,
    quoting: terminal.quoting,
    tooOld: terminal.tooOld,
  };
}

function use(program: Program, account: Account): Used {
  const used = choose(program, account);
  if ('code' in used) throw new UnrepresentableError(used);
  return used;
}

function choose({ title, reads, sends, mechanisms }: Program, { incoming, outgoing }: Account): Used | Problem {
  const [reading] = usableServers(
    incoming,
    (server) => server.protocol === 'imap' && hasLogin(mechanisms, server) && (reads?.(server) ?? false),
  );
  const [sending] = usableServers(
    outgoing,
    (server) => (hasLogin(mechanisms, server) || server.authentication.includes('none')) && (sends?.(server) ?? false),
  );
  if (reads !== undefined && reading === undefined) return reason(title, mechanisms, candidates(incoming));
  if (sends !== undefined && sending === undefined) return reason(title, mechanisms, candidates(outgoing));
  return { incoming: reading, outgoing: sending };
}

function reason(
  program: string,
  mechanisms: Mechanisms,
  servers: readonly (IncomingServer | OutgoingServer)[],
): Problem {
  const hosts = [...new Set(servers.map(({ host }) => host))].join(', ');
  const spoken = servers.filter((server) => !('protocol' in server) || server.protocol === 'imap');
  if (spoken.length === 0) return problem('terminal.pop3', { program, hosts });
  // A way to prove the login there is, or none is asked for: what is left is the connection.
  if (spoken.some((server) => hasLogin(mechanisms, server) || server.authentication.includes('none'))) {
    return problem('terminal.plain-text', { program, hosts });
  }
  const methods = [...new Set(spoken.flatMap(({ authentication }) => authentication))].join(', ');
  return problem('terminal.sign-in', { program, hosts, methods });
}

/** The scripts hold the configuration: what that cannot carry they cannot either. */
function refusal(program: Program, account: Account): Problem | undefined {
  const used = choose(program, account);
  if ('code' in used) return used;
  const refused = program.refuses?.(account, used);
  if (refused !== undefined) return refused;
  try {
    renderTemplate(program.config, program.context(account, used, true));
    return undefined;
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem;
    throw error;
  }
}
