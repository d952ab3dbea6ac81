import cluster from 'node:cluster';

/** What a process of the server is told to do. */
export type Order = 'reload' | 'stop';

/** What a worker tells its primary: it hears orders from now on. */
export const READY = 'ready';

let early = false;
const hold = () => {
  early = true;
};

/** Keeps a SIGHUP for `onOrders`: one that comes while the server starts (`systemctl reload` right after a start) would end the process. */
export function holdReload(): void {
  process.on('SIGHUP', hold);
}

/**
 * Listens for orders: the signals, or in a worker the messages of its primary. (A terminal, and systemd, signal all processes at once; the primary alone
 * decides then, or each worker would be told twice.) There is no end to it: the process ends first.
 */
export function onOrders(obey: (order: Order) => void): void {
  const stop = () => obey('stop');
  const reload = () => obey('reload');
  const ignore = () => {};
  const message = (given: unknown) => {
    if (given === 'stop' || given === 'reload') obey(given);
  };
  const { isWorker } = cluster;
  process.on('SIGTERM', isWorker ? ignore : stop).on('SIGINT', isWorker ? ignore : stop);
  process.on('SIGHUP', isWorker ? ignore : reload).off('SIGHUP', hold);
  // What it was about may have been read before.
  if (early && !isWorker) reload();
  if (!isWorker) {
    if (process.env.npm_command !== undefined) onOrphaned(stop);
    return;
  }
  // Without its primary a worker would serve on for ever.
  process.on('message', message).on('disconnect', stop);
  // What is sent before somebody listens is lost.
  process.send?.(READY);
}

/** How often it is looked whether the process that started this one is still there, in milliseconds. */
const LOOK_EVERY = 250;

/** `npx` and `npm start` hand a signal on to the shell between them and us, which ends without a word to us (npm 11). */
function onOrphaned(stop: () => void): void {
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(timer);
    stop();
  }, LOOK_EVERY);
  timer.unref();
}
