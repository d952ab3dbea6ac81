import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:http';
import { describe } from '../../errors.ts';
import { texts } from '../../words/index.ts';
import { listen } from './listen.ts';
import { startMetricsPage } from './metrics-page.ts';
import type { Settings } from './options.ts';
import { type Order, onOrders, READY } from './orders.ts';
import { areWarnings, eachOnce } from './profile-warnings.ts';
import { isProxyFault, warnOfWideProxies } from './proxy-warnings.ts';
import { readAll, type ServiceOptions } from './service.ts';

/** How long to wait before a worker that died is replaced, in milliseconds: longer each time, unless the last one lived for a while. */
const BACK_OFF = { first: 250, most: 30_000, forgiven: 60_000 } as const;

/**
 * The first of several processes: starts the workers, which share the port and run this same program, replaces the ones that die, hands orders on, and
 * shows the counts of all.
 * @returns when all workers have ended
 * @throws InputError for a profile, a certificate or a port that cannot be had, before a worker starts
 */
export async function supervise(options: Omit<ServiceOptions, 'worker'>): Promise<void> {
  const { settings, profiles, templates, log, language, onProxy, onWarnings } = options;
  const say = texts(language).cli.serve.log;
  const { warnings } = await readAll({ settings, profiles, templates });
  await refuseTakenPort(settings);
  const page =
    settings['metrics-port'] === undefined
      ? undefined
      : await startMetricsPage((await import('./metrics.ts')).sharedMetrics(), settings, log);
  if (page !== undefined) log.info({ event: 'listening', url: page.url }, say.metrics({ url: page.url }));

  warnOfWideProxies(settings, log, say);
  const first = warnings.map((each) => describe(each, language));
  onWarnings(first);
  const told = eachOnce(first, onWarnings);

  let stopping = false;
  let failures = 0;
  const waiting = new Set<NodeJS.Timeout>();
  const workers = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const ready = new WeakSet<Worker>();
  const tell = (order: Order) => {
    for (const worker of workers()) if (ready.has(worker) && worker.isConnected()) worker.send(order);
  };
  const start = () => {
    const born = performance.now();
    const worker = cluster.fork();
    worker.on('message', (message) => {
      if (isProxyFault(message)) onProxy(message);
      if (areWarnings(message)) told.hear(message.warnings);
      if (message !== READY) return;
      ready.add(worker);
      if (stopping) worker.send('stop');
    });
    worker.once('exit', () => {
      if (stopping) return;
      failures = performance.now() - born > BACK_OFF.forgiven ? 0 : failures + 1;
      const delay = failures === 0 ? 0 : Math.min(BACK_OFF.most, BACK_OFF.first * 2 ** (failures - 1));
      log.error({ event: 'worker', worker: worker.process.pid ?? 0 }, say.workerDied({ seconds: delay / 1000 }));
      const timer = setTimeout(() => {
        waiting.delete(timer);
        start();
      }, delay);
      waiting.add(timer);
    });
  };
  for (let count = 0; count < settings.workers; count++) start();

  await new Promise<void>((resolve) => {
    const ended = () => {
      if (stopping && workers().length === 0) resolve();
    };
    cluster.on('exit', ended);
    onOrders((order) => {
      if (order === 'stop' && !stopping) {
        stopping = true;
        for (const timer of waiting) clearTimeout(timer);
        log.info({ event: 'stopping' }, say.stopping);
      }
      if (order === 'reload') told.forget();
      tell(order);
      ended();
    });
  });
  await page?.stop();
  log.info({ event: 'stopped' }, say.stopped);
}

/** Workers learn too late that a port is taken, each for itself; so it is tried first. */
async function refuseTakenPort({ host, port }: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, '', host, port);
  await new Promise((resolve) => probe.close(resolve));
}
