import cluster from 'node:cluster';
import type { Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { refuseAnyDomain } from '../profile/distinct-profiles.ts';
import { safeError } from '../server/app/safe-error.ts';
import { supervise } from '../server/node/cluster.ts';
import type { ProxyFault } from '../server/node/listener.ts';
import { type Log, makeLog } from '../server/node/log.ts';
import { logLines } from '../server/node/log-lines.ts';
import { readSettings } from '../server/node/options.ts';
import { onOrders } from '../server/node/orders.ts';
import { handWarnings, profileWarnings } from '../server/node/profile-warnings.ts';
import { proxyWarnings, warnOfWideProxies } from '../server/node/proxy-warnings.ts';
import { type ProfileSource, type ServiceOptions, startService, type TemplateSource } from '../server/node/service.ts';
import { texts } from '../words/index.ts';
import { loadProfiles, profileFiles } from './profiles.ts';
import { loadTemplates, templateFiles } from './template-folder.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { unknownVariables } from './variables.ts';

/**
 * `facteur serve`: answers until it is told to stop. The log, one JSON object a line, is talk: standard error.
 * @param given the flags, as text
 * @throws InputError for everything wrongly given; then nothing listens
 */
export async function serve(given: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitCode> {
  const settings = readSettings({ ...quieter(given, process.env), ...given }, process.env);
  const { language } = terminal;
  const words = texts(language).cli.serve.log;
  const lines = logLines(process.stderr, (count) => log.warn({ event: 'lost' }, words.lost({ count })));
  const log = makeLog(settings['log-level'], lines.write);
  if (cluster.isPrimary) await tellVariables(log, language);
  let read = false;
  const profiles: ProfileSource = {
    read: async () => {
      const warnings: Problem[] = [];
      try {
        const loaded = await loadProfiles(settings.profile, (each) => warnings.push(...each));
        if (!settings['any-domain']) refuseAnyDomain(loaded);
        read = true;
        return { profiles: loaded.map(({ profile }) => profile), warnings };
      } catch (error) {
        // Where nothing starts there is no log to tell them in; later they have been told.
        if (!read) terminal.warn(warnings);
        throw error;
      }
    },
    files: () => profileFiles(settings.profile),
  };
  // The first of several processes tells what each of them sees, once.
  const onProxy = cluster.isWorker ? (fault: ProxyFault) => void process.send?.(fault) : proxyWarnings(log, words);
  const templates: TemplateSource = {
    read: () => loadTemplates(settings.templates),
    files: () => templateFiles(settings.templates),
  };
  const onWarnings = cluster.isWorker ? handWarnings : profileWarnings(log);
  const options = { settings, profiles, templates, log, language, onProxy, onWarnings };
  if (settings.workers > 1 && cluster.isPrimary) await supervise(options);
  else await serveHere(options);
  // What nobody reads would keep the process alive.
  if (!(await lines.end())) process.exit(exitCode.done);
  return exitCode.done;
}

const QUIET: readonly unknown[] = ['warn', 'error', 'silent'];

/** What `--quiet` means for the log, where nobody has said more of that. */
function quieter(
  { quiet }: Readonly<Record<string, unknown>>,
  { FACTEUR_LOG_LEVEL: level }: Readonly<Record<string, string | undefined>>,
): { readonly 'log-level'?: string } {
  return quiet === true && !QUIET.includes(level) ? { 'log-level': 'warn' } : {};
}

async function tellVariables(log: Log, language: Language): Promise<void> {
  const { unknownVariable } = texts(language).cli;
  for (const each of await unknownVariables(process.env)) log.warn({ event: 'variable' }, unknownVariable(each));
}

async function serveHere(options: Omit<ServiceOptions, 'worker'>): Promise<void> {
  const { settings, log, language } = options;
  const words = texts(language).cli.serve.log;
  const service = await startService({ ...options, worker: cluster.isWorker });
  stopOnDefect(log, words.crash);
  const stopped = new Promise<void>((resolve) => {
    onOrders((order) => {
      if (order === 'reload') {
        service.reload();
        return;
      }
      log.info({ event: 'stopping' }, words.stopping);
      service.stop().then(resolve);
    });
  });
  // Only now: who reads that we listen may send a signal at once.
  log.info({ event: 'listening', url: service.url }, words.listening({ url: service.url }));
  const { metricsUrl: url } = service;
  if (url !== undefined) log.info({ event: 'listening', url }, words.metrics({ url }));
  if (!cluster.isWorker) warnOfWideProxies(settings, log, words);
  await stopped;
  log.info({ event: 'stopped' }, words.stopped);
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
