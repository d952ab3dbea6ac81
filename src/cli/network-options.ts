import { X509Certificate } from 'node:crypto';
import type { Options } from 'yargs';
import { InputError, type Problem, problem } from '../errors.ts';
import { readBounded } from '../files/bounded.ts';
import type { Net } from '../net/net.ts';
import { readCertificates } from '../sign/pem.ts';
import type { Catalogue } from '../words/index.ts';

/** What stands on the command line of a command that asks the world. */
export interface NetworkFlags {
  readonly resolver?: string | undefined;
  readonly ca?: string[] | undefined;
  readonly timeout?: string | undefined;
  readonly 'allow-private'?: boolean | undefined;
  readonly 'send-address'?: boolean | undefined;
}

/** How the world is asked. */
export interface Network {
  /** Servers may be told the address; otherwise one with a stand-in local part. */
  readonly sendAddress: boolean;
  /** A world in which nothing was asked yet; all of it ends when the time for the whole is over, or with `signal`. */
  readonly open: (signal?: AbortSignal) => Net;
}

/** In seconds: where nothing is said, the most for one answer, and the most that can be said. */
const WHOLE = 20;
const ANSWER = 10;
const LONGEST = 600;

/** In bytes. */
const LARGEST_FILE = 10_000_000;

/** As yargs reads them; `--ca` may be there several times, and the caller puts them in a group under `words.network.title`. */
export function networkOptions({ network }: Catalogue['cli']) {
  const { options } = network;
  return {
    resolver: { describe: options.resolver, type: 'string', requiresArg: true },
    ca: { describe: options.ca, type: 'string', array: true, requiresArg: true },
    timeout: { describe: options.timeout, type: 'string', requiresArg: true },
    'allow-private': { describe: options['allow-private'], type: 'boolean' },
    'send-address': { describe: options['send-address'], type: 'boolean' },
  } as const satisfies Record<keyof NetworkFlags, Options>;
}

/** Of them, those that have one value, and those that have none. */
export const networkSingle = ['resolver', 'timeout', 'ispdb'] as const;
export const networkSwitches = ['allow-private', 'send-address'] as const;

/** Commands with these options. */
export const networkCommands: ReadonlySet<unknown> = new Set(['discover', 'check', 'import']);

/**
 * @param own authorities that a profile names: its people's programs trust them, too
 * @throws InputError with everything that is wrong with the flags
 */
export async function networkOf(flags: NetworkFlags, own: readonly X509Certificate[] = []): Promise<Network> {
  // Not before the command is called.
  const [{ makeNet }, { within }, { resolverIn, systemResolvers }] = await Promise.all([
    import('../net/make-net.ts'),
    import('../net/net-context.ts'),
    import('../net/resolvers.ts'),
  ]);
  const problems: Problem[] = [];
  const resolver = flags.resolver === undefined ? undefined : resolverIn(flags.resolver);
  if (flags.resolver !== undefined && resolver === undefined)
    problems.push(problem('network.resolver', { value: flags.resolver }));
  const seconds = secondsIn(flags.timeout);
  if (seconds === undefined) problems.push(problem('network.timeout', { value: flags.timeout ?? '' }));
  const roots = [...(await rootsIn(flags.ca ?? [], problems)), ...own];
  if (problems.length > 0 || seconds === undefined) throw new InputError(problems);
  const options = {
    timeout: Math.min(ANSWER, seconds / 2) * 1_000,
    allowPrivate: flags['allow-private'] === true,
    resolvers: resolver === undefined ? systemResolvers() : [resolver],
    roots,
  };
  return {
    sendAddress: flags['send-address'] === true,
    open: (signal) => {
      const whole = signal ?? new AbortController().signal;
      return makeNet({ ...options, signal: within({ signal: whole, timeout: seconds * 1_000 }) });
    },
  };
}

function secondsIn(text: string | undefined): number | undefined {
  if (text === undefined) return WHOLE;
  const seconds = /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= LONGEST ? seconds : undefined;
}

async function rootsIn(files: readonly string[], problems: Problem[]): Promise<X509Certificate[]> {
  const roots: X509Certificate[] = [];
  for (const file of files) {
    try {
      roots.push(...certificatesIn(await readBounded(file, LARGEST_FILE), file));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const unreadable = code?.startsWith('E') && !code.startsWith('ERR_');
      problems.push(
        unreadable
          ? problem('network.ca-unreadable', { reason: code ?? message }, { file })
          : problem('network.ca', {}, { file }),
      );
    }
  }
  return roots;
}

/** @throws where there is none, or a damaged one */
function certificatesIn(bytes: Buffer, file: string): X509Certificate[] {
  const text = bytes.toString('latin1');
  return text.includes('-----BEGIN ') ? readCertificates(text, file) : [new X509Certificate(bytes)];
}
