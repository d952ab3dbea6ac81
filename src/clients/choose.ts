import { isProblem, type Problem, problem } from '../errors.ts';
import type { Account, IncomingServer, MailServer, OutgoingServer, Preferences, Server } from '../model/account.ts';
import { candidates, usableServers } from './usable-servers.ts';

/** A server, and the client's word for the first way of proving the login that both know. */
export interface Choice<S extends Server, Word> {
  readonly server: S;
  readonly method: Word;
}

/** The one server for reading and the one for sending that most clients have room for in an account. */
export interface Pair<Reading, Sending> {
  readonly incoming: Choice<IncomingServer, Reading>;
  readonly outgoing: Choice<OutgoingServer, Sending>;
}

/** What a client can do with the servers of one direction. */
export interface Ability<S extends MailServer, Word> {
  /** Its word for how it would prove the login there; `undefined` where it cannot use the server. */
  readonly wordOf: (server: S) => Word | undefined;
  /** What to say where it can use none of these. */
  readonly refusal: (servers: readonly S[]) => Problem;
}

/** What a client can do with servers. */
export interface Abilities<Reading, Sending> {
  readonly incoming: Ability<IncomingServer, Reading>['wordOf'];
  readonly outgoing: Ability<OutgoingServer, Sending>['wordOf'];
  /** What to say where it can use none of these, which are all of one direction. */
  readonly refusal: (servers: readonly MailServer[]) => Problem;
}

/** The servers of each direction that a client can use, the one to set up first standing first. */
export interface Usable<Reading, Sending> {
  readonly incoming: Preferences<Choice<IncomingServer, Reading>>;
  readonly outgoing: Preferences<Choice<OutgoingServer, Sending>>;
}

/** All servers that a client can use, or why there are none of one direction. */
export function chooseAll<Reading, Sending>(
  account: Account,
  { incoming, outgoing, refusal }: Abilities<Reading, Sending>,
): Usable<Reading, Sending> | Problem {
  const reading = chooseAmong(account, account.incoming, { wordOf: incoming, refusal });
  if (isProblem(reading)) return reading;
  const sending = chooseAmong(account, account.outgoing, { wordOf: outgoing, refusal });
  return isProblem(sending) ? sending : { incoming: reading, outgoing: sending };
}

/** The first server for reading and the first for sending that a client can use, or why there are none. */
export function choosePair<Reading, Sending>(
  account: Account,
  able: Abilities<Reading, Sending>,
): Pair<Reading, Sending> | Problem {
  const found = chooseAll(account, able);
  return isProblem(found) ? found : { incoming: found.incoming[0], outgoing: found.outgoing[0] };
}

/** The servers of one direction that a client can use, or why there are none. */
export function chooseAmong<S extends MailServer, Word>(
  account: Account,
  servers: readonly S[],
  { wordOf, refusal }: Ability<S, Word>,
): Preferences<Choice<S, Word>> | Problem {
  const [first, ...further] = chooseServers(servers, wordOf);
  if (first !== undefined) return [first, ...further];
  return onExchangeAlone(account) ?? refusal(candidates(servers));
}

/** Why a client that reads by IMAP or POP3, or sends by SMTP, has nothing to do with this mailbox; `undefined` where there are servers for that. */
export function onExchangeAlone({ incoming, exchange }: Account): Problem | undefined {
  // A mailbox without servers has Exchange: the reader of profiles lets no other pass.
  if (incoming.length > 0 || exchange === undefined) return undefined;
  const { host, login, activeSync } = exchange;
  return problem('account.exchange-alone', { value: host, login, activeSync: activeSync ? 1 : 0 });
}

/** All servers of one direction for which the client has a word, the one to set up first. */
export function chooseServers<S extends MailServer, Word>(
  servers: readonly S[],
  wordOf: (server: S) => Word | undefined,
): readonly Choice<S, Word>[] {
  return usableServers(servers, (server) => wordOf(server) !== undefined).flatMap((server) => {
    const method = wordOf(server);
    return method === undefined ? [] : [{ server, method }];
  });
}

/** The word for the first way of proving the login that the server takes and the client has a word for. */
export function methodOf<Word>(
  words: { readonly [Way in Server['authentication'][number]]?: Word | undefined },
  { authentication }: Server,
): Word | undefined {
  return authentication.map((each) => words[each]).find((word) => word !== undefined);
}

/** Servers as a refusal shows them: their hosts, and in which ways they let people in. `methods` names the protocol too where a client's answer hangs on it. */
export function shown(servers: readonly MailServer[]) {
  const ways = servers.flatMap(({ authentication }) => authentication);
  const spoken = servers.flatMap((server) =>
    server.authentication.map((each) => (server.protocol === 'smtp' ? each : `${server.protocol} ${each}`)),
  );
  const listed = (list: readonly string[]) => [...new Set(list)].join(', ');
  return { hosts: listed(servers.map(({ host }) => host)), methods: listed(ways), spoken: listed(spoken) };
}
