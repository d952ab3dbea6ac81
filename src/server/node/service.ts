import { describe, InputError, type Problem } from '../../errors.ts';
import type { Language } from '../../model/account.ts';
import type { Profile } from '../../profile/profile.ts';
import { type OwnTemplates, replaceTemplates } from '../../template/templates.ts';
import { type Catalogue, texts } from '../../words/index.ts';
import { createApp } from '../app/app.ts';
import { safeError } from '../app/safe-error.ts';
import type { Refusal } from './counts.ts';
import type { ProxyFault } from './listener.ts';
import type { Log } from './log.ts';
import { startMetricsPage } from './metrics-page.ts';
import { startServer } from './node.ts';
import type { SettingName, Settings } from './options.ts';
import { ownHosts } from './own-hosts.ts';
import { readKeyPair, readSettled, watchFiles } from './settled-files.ts';

/** Profiles, and what looks like a slip in them. */
export interface ReadProfiles {
  readonly profiles: readonly Profile[];
  readonly warnings: readonly Problem[];
}

/** Where profiles come from, and the files by which one sees that they have changed. */
export interface ProfileSource {
  /** @throws InputError with every mistake */
  readonly read: () => Promise<ReadProfiles>;
  readonly files: () => readonly string[];
}

/** Where templates in place of ours come from, and the files by which one sees that they have changed. */
export interface TemplateSource {
  /** @throws InputError with every mistake */
  readonly read: () => Promise<OwnTemplates>;
  readonly files: () => readonly string[];
}

export interface ServiceOptions {
  readonly settings: Settings;
  readonly profiles: ProfileSource;
  readonly templates: TemplateSource;
  readonly log: Log;
  readonly language: Language;
  /** One of several processes: the first of them shows the counts of all. */
  readonly worker: boolean;
  /** Hears, at every request, of what an administrator has to set right about the proxy in front. */
  readonly onProxy: (fault: ProxyFault) => void;
  /** Hears, each time that the profiles have been read, of what looks like a slip in them. */
  readonly onWarnings: (warnings: readonly string[]) => void;
}

/** A server with all that belongs to it. */
export interface Service {
  readonly url: string;
  readonly metricsUrl: string | undefined;
  /** Reads profiles, templates, certificate and signing key anew; where the new ones are invalid it says so in the log and keeps the old ones. */
  readonly reload: () => Promise<void>;
  /** Lets requests end within a bound; called again, cuts them. */
  readonly stop: () => Promise<void>;
}

/** How often files and the end of the signing certificate are looked at, and how often refusals are summed up in the log, in milliseconds. */
const EVERY = { files: 2_000, refusals: 60_000, certificate: 86_400_000 } as const;

/**
 * Starts one process of `facteur serve`: reads everything first, and listens only when all of it is right.
 * @throws InputError for a profile, a certificate or a port that cannot be had
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { settings, profiles, templates, log, language, worker, onProxy, onWarnings } = options;
  const say = texts(language).cli.serve.log;
  const first = await readAll({ settings, profiles, templates });
  replaceTemplates(first.templates);
  const { keyPair } = first;
  let current = first.profiles;
  const tellWarnings = (warnings: readonly Problem[]) => onWarnings(warnings.map((each) => describe(each, language)));
  tellWarnings(first.warnings);
  let signing = first.signing;

  // Only who wants counts waits for their library.
  let connections = () => 0;
  const port = settings['metrics-port'];
  const library = port === undefined ? undefined : await import('./metrics.ts');
  const metrics = library?.makeMetrics(() => connections());
  if (worker && metrics !== undefined) library?.shareMetrics(metrics);
  const page =
    worker || metrics === undefined || port === undefined
      ? undefined
      : await startMetricsPage(() => metrics.registry.metrics(), settings, log);

  const refusals = tally(log, say.refusals);
  const counts = {
    answered: metrics?.answered,
    refused: (reason: Refusal) => {
      refusals.add(reason);
      metrics?.refused(reason);
    },
  };
  const canonicalHost = settings['canonical-host'];
  const { answer: application, refusal } = createApp({
    profiles: () => current,
    // A reload finds the same options, so it has a signer too.
    ...(signing === undefined ? {} : { sign: (bytes) => (signing as Signing).signer.sign(bytes, new Date()) }),
    ...(canonicalHost === undefined ? {} : { canonicalHost }),
    onError: (error) => log.error({ event: 'defect', error: safeError(error) }, say.defect),
  });
  const isOurs = ownHosts(() => current, canonicalHost);
  const server = await startServer({ settings, application, refusal, log, counts, keyPair, isOurs, onProxy }).catch(
    async (error: unknown) => {
      await page?.stop();
      throw error;
    },
  );

  connections = server.connections;

  const named = [settings['tls-cert'], settings['tls-key'], ...signFiles.map((name) => settings[name])].filter(isText);
  const files = () => [...profiles.files(), ...templates.files(), ...named];
  const readAgain = async () => {
    try {
      const next = await readSettled(files, () => readAll({ settings, profiles, templates }));
      // With them goes the list of profiles, on which hangs all that was made with the old ones.
      replaceTemplates(next.templates);
      current = next.profiles;
      signing = next.signing;
      tellEnd(signing, log, say);
      if (next.keyPair !== undefined) server.renew(next.keyPair);
      metrics?.reloaded('ok');
      log.info({ event: 'reloaded' }, say.reloaded);
      tellWarnings(next.warnings);
    } catch (error) {
      metrics?.reloaded('kept');
      const wrong = error instanceof InputError ? error.problems : [];
      const problems = wrong.map((problem) => describe(problem, language));
      // A file that goes away while it is read is no reason to stop either.
      log.error({ event: 'kept', problems, ...(problems.length === 0 ? { error: safeError(error) } : {}) }, say.kept);
    }
  };
  // One after the other, or an older reading could end last.
  let reading = Promise.resolve();
  const reload = () => {
    reading = reading.then(readAgain);
    return reading;
  };
  const unwatch = watchFiles(files, EVERY.files, reload);
  tellEnd(signing, log, say);
  const calendar = setInterval(() => tellEnd(signing, log, say), EVERY.certificate);
  calendar.unref();
  return {
    url: server.url,
    metricsUrl: page?.url,
    reload,
    stop: async () => {
      unwatch();
      clearInterval(calendar);
      await server.stop();
      refusals.end();
      await page?.stop();
    },
  };
}

/** Reads all files that the settings name. @throws InputError when one of them cannot be used */
export async function readAll({
  settings,
  profiles,
  templates,
}: Pick<ServiceOptions, 'settings' | 'profiles' | 'templates'>) {
  const { 'tls-cert': cert, 'tls-key': key } = settings;
  // The settings have both or none.
  const keyPair = cert === undefined || key === undefined ? undefined : await readKeyPair(cert, key);
  const signing = await readSigning(settings);
  return { ...(await profiles.read()), templates: await templates.read(), keyPair, signing };
}

type SigningFiles = typeof import('../../sign/signing-files.ts');

/** What signs, with the part of Facteur that knows about it. */
interface Signing {
  readonly signer: NonNullable<Awaited<ReturnType<SigningFiles['readSigner']>>>;
  readonly endsSoon: SigningFiles['endsSoon'];
}

const signFiles = [
  'sign-key',
  'sign-cert',
  'sign-chain',
  'sign-passphrase-file',
] as const satisfies readonly SettingName[];

/** Only who signs waits for what signs. Nobody is asked for a passphrase: a server starts unattended. */
async function readSigning(settings: Settings): Promise<Signing | undefined> {
  if (settings['sign-key'] === undefined) return undefined;
  const { endsSoon, readSigner } = await import('../../sign/signing-files.ts');
  const signer = await readSigner(settings, new Date());
  return signer && { signer, endsSoon };
}

/** Warns of a signing certificate that ends soon, or has ended since the server started. */
function tellEnd(signing: Signing | undefined, log: Log, say: Catalogue['cli']['serve']['log']): void {
  const soon = signing?.endsSoon(signing.signer, new Date());
  if (soon === undefined) return;
  if (soon.days < 0) log.error({ event: 'certificate' }, say.ended);
  else log.warn({ event: 'certificate' }, say.endsSoon(soon));
}

/** Refusals, summed up in one line a minute: a flood of requests must not become a flood of lines. */
function tally(log: Log, message: string): { readonly add: (reason: Refusal) => void; readonly end: () => void } {
  let refused: Partial<Record<Refusal, number>> = {};
  const tell = () => {
    if (Object.keys(refused).length > 0) log.warn({ event: 'refusals', refused }, message);
    refused = {};
  };
  const timer = setInterval(tell, EVERY.refusals);
  timer.unref();
  return {
    add: (reason) => {
      refused[reason] = (refused[reason] ?? 0) + 1;
    },
    end: () => {
      clearInterval(timer);
      tell();
    },
  };
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
