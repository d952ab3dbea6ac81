import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The requests of one connection that are not answered yet. */
type Open = Map<ServerResponse, IncomingMessage>;

export interface InTurn {
  readonly listener: RequestListener;
  /** Calls back when each request that has come in whole, or whose answer has begun, is answered: at once where there is none. */
  readonly afterAnswers: (connection: Duplex, then: () => void) => void;
}

/** Hears when a connection is given to an answer, and when the last one is over. */
export interface Turns {
  readonly begins: (connection: Duplex) => void;
  readonly ends: (connection: Duplex) => void;
}

/**
 * Answers the requests of one connection one after the other, and others in between. Node hands over all that one piece of a connection brings at once: some
 * hundred requests, sent without waiting for answers (RFC 9112 §9.3.2), would keep everybody waiting until the last of them is answered, and all their answers
 * in memory.
 */
export function inTurn(listener: RequestListener, turns: Turns): InTurn {
  const unanswered = new WeakMap<Duplex, Open>();
  const waiting = new WeakMap<Duplex, () => void>();
  const openOf = (connection: Duplex): Open => {
    const known = unanswered.get(connection);
    if (known !== undefined) return known;
    const open: Open = new Map();
    unanswered.set(connection, open);
    return open;
  };
  const answer: RequestListener = (incoming, outgoing) => {
    turns.begins(incoming.socket);
    listener(incoming, outgoing);
  };
  const over = (connection: Duplex, open: Open, outgoing: ServerResponse) => {
    open.delete(outgoing);
    if (open.size === 0) turns.ends(connection);
    const then = waiting.get(connection);
    if (then === undefined || hasAnswers(open)) return;
    waiting.delete(connection);
    then();
  };
  return {
    listener: (incoming, outgoing) => {
      const { socket } = incoming;
      const open = openOf(socket);
      open.set(outgoing, incoming);
      // It comes once by itself.
      outgoing.on('close', () => over(socket, open, outgoing));
      // Node gives the connection to one answer at a time.
      if (outgoing.socket !== null) {
        answer(incoming, outgoing);
        return;
      }
      outgoing.once('socket', () => {
        setImmediate(() => {
          if (!outgoing.destroyed) answer(incoming, outgoing);
        });
      });
    },
    afterAnswers: (connection, then) => {
      const open = unanswered.get(connection);
      if (open === undefined || !hasAnswers(open)) then();
      else waiting.set(connection, then);
    },
  };
}

/** One whose request will never be whole gets none. */
function hasAnswers(open: Open): boolean {
  return [...open].some(([outgoing, incoming]) => incoming.complete || outgoing.headersSent);
}
