import type { RequestListener } from 'node:http';

/**
 * Answers the requests of one connection one after the other, and others in between. Node hands over all that one piece of a connection brings at once: some
 * hundred requests, sent without waiting for answers (RFC 9112 §9.3.2), would keep everybody waiting until the last of them is answered, and all their answers
 * in memory.
 */
export function inTurn(listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    // Node gives the connection to one answer at a time.
    if (outgoing.socket !== null) {
      listener(incoming, outgoing);
      return;
    }
    outgoing.once('socket', () => {
      setImmediate(() => {
        if (!outgoing.destroyed) listener(incoming, outgoing);
      });
    });
  };
}
