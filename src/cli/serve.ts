import cluster from 'node:cluster';
import type { Language } from '../account.ts';
import { texts } from '../i18n/index.ts';
import { supervise } from '../server/cluster.ts';
import { type Log, makeLog } from '../server/log.ts';
import { readSettings } from '../server/options.ts';
import { onOrders } from '../server/orders.ts';
import { safeError } from '../server/safe-error.ts';
import { type ProfileSource, type ServiceOptions, startService } from '../server/service.ts';
import { loadProfiles, profileFiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { unknownVariables } from './variables.ts';

/**
 * `facteur serve`: answers until it is told to stop. The log, one JSON object a line, is talk: standard error.
 * @param given the flags, as text
 * @throws InputError for everything wrongly given; then nothing listens
 */
export async function serve(given: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitCode> {
  const settings = readSettings(given, process.env);
  const { language } = terminal;
  const log = makeLog(settings['log-level'], terminal.say);
  if (cluster.isPrimary) await tellVariables(log, language);
  const profiles: ProfileSource = {
    read: async () => (await loadProfiles(settings.profile)).map(({ profile }) => profile),
    files: () => profileFiles(settings.profile),
  };
  const options = { settings, profiles, log, language };
  if (settings.workers > 1 && cluster.isPrimary) await supervise(options);
  else await serveHere(options);
  return exitCode.done;
}

async function tellVariables(log: Log, language: Language): Promise<void> {
  const { unknownVariable } = texts(language).cli;
  for (const each of await unknownVariables(process.env)) log.warn({ event: 'variable' }, unknownVariable(each));
}

async function serveHere(options: Omit<ServiceOptions, 'worker'>): Promise<void> {
  const { log, language } = options;
  const say = texts(language).cli.serve.log;
  const service = await startService({ ...options, worker: cluster.isWorker });
  stopOnDefect(log, say.crash);
  const stopped = new Promise<void>((resolve) => {
    onOrders((order) => {
      if (order === 'reload') {
        service.reload();
        return;
      }
      log.info({ event: 'stopping' }, say.stopping);
      service.stop().then(resolve);
    });
  });
  // Only now: who reads that we listen may send a signal at once.
  log.info({ event: 'listening', url: service.url }, say.listening({ url: service.url }));
  const { metricsUrl: url } = service;
  if (url !== undefined) log.info({ event: 'listening', url }, say.metrics({ url }));
  await stopped;
  log.info({ event: 'stopped' }, say.stopped);
  // The line to its primary would keep a worker alive.
  cluster.worker?.disconnect();
}

/** Node would print an error that nobody caught with its message, which may repeat an address. Whoever started the server starts it again. */
function stopOnDefect(log: Log, message: string): void {
  process.on('uncaughtException', (error) => {
    log.error({ event: 'defect', error: safeError(error) }, message);
    process.exit(exitCode.defect);
  });
}
