import type { Duplex } from 'node:stream';

/** How often connections that are overdue are looked for, in milliseconds. */
const LOOK_EVERY = 250;

/** Cuts connections that are not done in time, whatever they are doing. */
export interface Deadlines {
  /** From now on the connection has so many milliseconds; a second one takes the place of the first. */
  readonly set: (connection: Duplex, milliseconds: number) => void;
  readonly clear: (connection: Duplex) => void;
  readonly end: () => void;
}

/**
 * Node's own time-outs are for a request that comes slowly, and for silence. They do not hold while TLS is agreed on (a byte a second is no silence), nor for
 * who takes an answer byte by byte.
 * @param cut hears of each connection that was cut
 */
export function deadlines(cut: () => void, now = () => performance.now()): Deadlines {
  const ends = new Map<Duplex, number>();
  const timer = setInterval(() => {
    const at = now();
    for (const [connection, end] of ends) {
      if (!connection.destroyed && end > at) continue;
      ends.delete(connection);
      if (connection.destroyed) continue;
      connection.destroy();
      cut();
    }
  }, LOOK_EVERY);
  timer.unref();
  return {
    set: (connection, milliseconds) => {
      ends.set(connection, now() + milliseconds);
    },
    clear: (connection) => {
      ends.delete(connection);
    },
    end: () => clearInterval(timer),
  };
}
