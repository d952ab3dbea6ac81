/** How long requests are answered in a row before others are read, in milliseconds; one that takes longer is the last of its row. */
const SLICE = 4;

/** How many times others are read before the next row is answered, at most: each takes the system a fraction of a millisecond. */
const READINGS = 128;

/** Requests that wait, of all requesters and of one. */
const MOST = { all: 1_024, each: 256 } as const;

export interface FairQueue {
  /** Takes what is to be done for a requester; `false` where too much of it waits. */
  readonly take: (requester: string, work: () => void) => boolean;
  /** A connection has come: there may be more of them. */
  readonly arrived: () => void;
}

/**
 * Answers requesters in turn. What comes while there is time is done at once; the rest waits, and each requester has one request done before any has a second. So
 * one that asks for two hundred pages waits for them, and another for one or two of those. As the system hands over one connection at a time (libuv 1.46 in
 * Node 20), all that are there are read before the next row: otherwise one would wait for a page of each that came before it.
 * @param now in milliseconds
 * @param later calls back when what has arrived in the meantime has been read
 */
export function fairQueue(now = () => performance.now(), later: (run: () => void) => void = setImmediate): FairQueue {
  const waiting = new Map<string, (() => void)[]>();
  let all = 0;
  let spent = 0;
  let scheduled = false;
  let fresh = false;
  let readings = 0;

  const run = (work: () => void) => {
    const from = now();
    work();
    spent += now() - from;
    // A turn of the event loop for each request that takes no time would cost as much as the request.
    if (spent >= SLICE / 4) schedule();
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    later(slice);
  };
  const slice = () => {
    scheduled = false;
    const reading = fresh && readings < READINGS && (all > 0 || spent >= SLICE);
    fresh = false;
    if (reading) readings++;
    else answer();
    if (reading || all > 0) schedule();
  };
  const answer = () => {
    spent = 0;
    readings = 0;
    while (spent < SLICE) {
      const [next] = waiting;
      if (next === undefined) break;
      const [requester, queue] = next;
      const [work, ...rest] = queue;
      // To the end of the row, where there is more of it.
      waiting.delete(requester);
      if (rest.length > 0) waiting.set(requester, rest);
      all--;
      if (work !== undefined) run(work);
    }
  };
  const take = (requester: string, work: () => void) => {
    fresh = true;
    if (all === 0 && spent < SLICE) {
      run(work);
      return true;
    }
    const queue = waiting.get(requester);
    if (all >= MOST.all || (queue !== undefined && queue.length >= MOST.each)) return false;
    all++;
    if (queue === undefined) waiting.set(requester, [work]);
    else queue.push(work);
    schedule();
    return true;
  };
  return {
    take,
    arrived: () => {
      fresh = true;
    },
  };
}
