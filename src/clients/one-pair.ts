import { type Problem, UnrepresentableError } from '../errors.ts';
import type { Account, Authentication, IncomingServer, OutgoingServer, Server } from '../model/account.ts';
import { candidates, usableServers } from './usable-servers.ts';

/** A server, and the client's word for the first way of proving the login that both know. */
export interface Choice<S extends Server, Word> {
  readonly server: S;
  readonly method: Word;
}

/** The one server for reading and the one for sending that an account has room for in most clients. */
export interface Pair<Reading, Sending> {
  readonly incoming: Choice<IncomingServer, Reading>;
  readonly outgoing: Choice<OutgoingServer, Sending>;
}

/** What a client calls each way of proving a login; `undefined` where it has none. */
export type Words<Word> = Readonly<Record<Authentication, Word | undefined>>;

interface Known<Reading, Sending> {
  readonly incoming: Readonly<Record<IncomingServer['protocol'], Words<Reading>>>;
  readonly outgoing: Words<Sending>;
  /** What to say where no server of a direction can be used. */
  readonly refusal: (details: { hosts: string; methods: string }) => Problem;
}

/** Chooses among the servers of an account for a client that knows these words. */
export function choosePair<Reading, Sending>(known: Known<Reading, Sending>) {
  const wordOf = <Word>(words: Words<Word>, { authentication }: Server) =>
    authentication.map((each) => words[each]).find((word) => word !== undefined);

  const choose = ({ incoming, outgoing }: Account): Pair<Reading, Sending> | Problem => {
    const reading = first(incoming, (server) => wordOf(known.incoming[server.protocol], server));
    if (reading === undefined) return known.refusal(described(incoming));
    const sending = first(outgoing, (server) => wordOf(known.outgoing, server));
    if (sending === undefined) return known.refusal(described(outgoing));
    return { incoming: reading, outgoing: sending };
  };

  return {
    /** Why the client cannot take the account. */
    refuses(account: Account): Problem | undefined {
      const pair = choose(account);
      return 'code' in pair ? pair : undefined;
    },
    /** @throws UnrepresentableError where `refuses` has a reason */
    pairOf(account: Account): Pair<Reading, Sending> {
      const pair = choose(account);
      if ('code' in pair) throw new UnrepresentableError(pair);
      return pair;
    },
  };
}

function first<S extends IncomingServer | OutgoingServer, Word>(
  servers: readonly S[],
  wordOf: (server: S) => Word | undefined,
): Choice<S, Word> | undefined {
  const [server] = usableServers(servers, (each) => wordOf(each) !== undefined);
  const method = server && wordOf(server);
  return server === undefined || method === undefined ? undefined : { server, method };
}

function described(servers: readonly (IncomingServer | OutgoingServer)[]) {
  const asked = candidates(servers);
  const ways = asked.flatMap((server) =>
    server.authentication.map((each) => ('protocol' in server ? `${server.protocol} ${each}` : each)),
  );
  return { hosts: [...new Set(asked.map(({ host }) => host))].join(', '), methods: [...new Set(ways)].join(', ') };
}
