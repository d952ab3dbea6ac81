import { type Problem, problem } from '../errors.ts';
import type { Account, IncomingServer, OutgoingServer, Server } from '../model/account.ts';
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

/** What a client can do with servers. */
export interface Abilities<Reading, Sending> {
  /** Its word for how it would prove the login there; `undefined` where it cannot use the server. */
  readonly incoming: (server: IncomingServer) => Reading | undefined;
  readonly outgoing: (server: OutgoingServer) => Sending | undefined;
  /** What to say where it can use none of these, which are all of one direction that it is asked about. */
  readonly refusal: (servers: readonly (IncomingServer | OutgoingServer)[]) => Problem;
}

/** The first server for reading and the first for sending that a client can use, or why there are none. */
export function choosePair<Reading, Sending>(
  account: Account,
  able: Abilities<Reading, Sending>,
): Pair<Reading, Sending> | Problem {
  const { incoming, outgoing } = account;
  const elsewhere = onExchangeAlone(account);
  if (elsewhere !== undefined) return elsewhere;
  const reading = chooseServer(incoming, able.incoming);
  if (reading === undefined) return able.refusal(candidates(incoming));
  const sending = chooseServer(outgoing, able.outgoing);
  if (sending === undefined) return able.refusal(candidates(outgoing));
  return { incoming: reading, outgoing: sending };
}

/** Why a client that reads by IMAP or POP3, or sends by SMTP, has nothing to do with this mailbox; `undefined` where there are servers for that. */
export function onExchangeAlone({ incoming, exchange }: Account): Problem | undefined {
  // A mailbox without servers has Exchange: the reader of profiles lets no other pass.
  if (incoming.length > 0 || exchange === undefined) return undefined;
  const { host, login, activeSync } = exchange;
  return problem('account.exchange-alone', { value: host, login, activeSync: activeSync ? 1 : 0 });
}

/** The first server of one direction for which the client has a word. */
export function chooseServer<S extends IncomingServer | OutgoingServer, Word>(
  servers: readonly S[],
  wordOf: (server: S) => Word | undefined,
): Choice<S, Word> | undefined {
  return chooseServers(servers, wordOf)[0];
}

/** All servers of one direction for which the client has a word, the one to set up first. */
export function chooseServers<S extends IncomingServer | OutgoingServer, Word>(
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
export function shown(servers: readonly (IncomingServer | OutgoingServer)[]) {
  const ways = servers.flatMap(({ authentication }) => authentication);
  const spoken = servers.flatMap((server) =>
    server.authentication.map((each) => ('protocol' in server ? `${server.protocol} ${each}` : each)),
  );
  const joined = (list: readonly string[]) => [...new Set(list)].join(', ');
  return { hosts: joined(servers.map(({ host }) => host)), methods: joined(ways), spoken: joined(spoken) };
}
