import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import * as z from 'zod/mini';
import { InputError, type Problem, type ProblemCode, problem, problemWith } from '../../errors.ts';
import { asciiHost } from '../../model/address.ts';
import { nearest } from '../../words/suggest.ts';
import { asciiWebHost } from '../app/web-host.ts';

/**
 * The settings of the server. This one schema gives the flags, the names in the environment, the defaults, the help and
 * the complaints: a value arrives as text from either of them, so every setting reads text.
 */

const refusedAs = (code: ProblemCode, details: Problem['details'] = {}) => ({ params: { code, details } });

const wholeNumber = (least: number, most: number) =>
  z.pipe(
    z
      .string()
      .check(
        z.refine(
          (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
          refusedAs('serve.number', { least, most }),
        ),
      ),
    z.transform(Number),
  );
const oneOf = <const T extends string>(values: readonly T[]) =>
  z.pipe(
    z
      .string()
      .check(z.refine((text) => values.includes(text as T), refusedAs('serve.one-of', { values: values.join(', ') }))),
    // The check before has let only these words pass.
    z.transform((text) => text as T),
  );
const notEmpty = z.string().check(z.refine((text) => text.trim() !== '', refusedAs('serve.empty')));
const bindable = z
  .string()
  .check(z.refine((text) => isIP(text) !== 0 || asciiHost(text) !== undefined, refusedAs('serve.host')));
const webHost = z.pipe(
  z.string().check(z.refine((text) => asciiWebHost(text) !== undefined, refusedAs('serve.canonical-host'))),
  // The check before has let only these pass.
  z.transform((text) => asciiWebHost(text) as string),
);
const network = z.string().check(z.refine(isNetwork, refusedAs('serve.network')));
const workers = z.pipe(
  z
    .string()
    .check(
      z.refine((text) => text === 'auto' || /^([1-9]|[1-9]\d|1[01]\d|12[0-8])$/.test(text), refusedAs('serve.workers')),
    ),
  z.transform((text) => (text === 'auto' ? availableParallelism() : Number(text))),
);
/** A flag without a value; in the environment `true` or `false`. */
const onOrOff = z.pipe(
  oneOf(['true', 'false']),
  z.transform((text) => text === 'true'),
);
const none: string[] = [];

const shape = {
  host: z.prefault(bindable, '127.0.0.1'),
  port: z.prefault(wholeNumber(0, 65_535), '8080'),
  profile: z.prefault(z.array(notEmpty), none),
  'any-domain': z.prefault(onOrOff, 'false'),
  'canonical-host': z.optional(webHost),
  'tls-cert': z.optional(notEmpty),
  'tls-key': z.optional(notEmpty),
  'sign-key': z.optional(notEmpty),
  'sign-cert': z.optional(notEmpty),
  'sign-chain': z.optional(notEmpty),
  'sign-passphrase-file': z.optional(notEmpty),
  templates: z.optional(notEmpty),
  workers: z.prefault(workers, '1'),
  'trusted-proxy': z.prefault(z.array(network), none),
  'metrics-host': z.prefault(bindable, '127.0.0.1'),
  'metrics-port': z.optional(wholeNumber(0, 65_535)),
  'rate-limit': z.prefault(wholeNumber(0, 1_000_000), '600'),
  'log-level': z.prefault(oneOf(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  'body-limit': z.prefault(wholeNumber(1024, 65_536), '65536'),
  'header-timeout': z.prefault(wholeNumber(1, 120), '5'),
  'request-timeout': z.prefault(wholeNumber(1, 300), '10'),
  'idle-timeout': z.prefault(wholeNumber(1, 300), '5'),
  'proxy-idle-timeout': z.prefault(wholeNumber(1, 3_600), '650'),
  'answer-timeout': z.prefault(wholeNumber(1, 3_600), '60'),
  'stop-timeout': z.prefault(wholeNumber(0, 300), '10'),
  'max-connections': z.prefault(wholeNumber(1, 100_000), '2000'),
  'connections-per-client': z.prefault(wholeNumber(0, 100_000), '256'),
};

const schema = z.strictObject(shape).check(
  z.refine((all) => (all['tls-cert'] === undefined) === (all['tls-key'] === undefined), {
    path: ['tls-cert'],
    ...refusedAs('serve.tls-pair'),
  }),
  z.refine((all) => (all['sign-cert'] === undefined) === (all['sign-key'] === undefined), {
    path: ['sign-cert'],
    ...refusedAs('sign.pair'),
  }),
  z.refine((all) => all['sign-chain'] === undefined || all['sign-key'] !== undefined, {
    path: ['sign-chain'],
    ...refusedAs('sign.alone', { option: '--sign-chain' }),
  }),
  z.refine((all) => all['sign-passphrase-file'] === undefined || all['sign-key'] !== undefined, {
    path: ['sign-passphrase-file'],
    ...refusedAs('sign.alone', { option: '--sign-passphrase-file' }),
  }),
  z.refine((all) => all['header-timeout'] <= all['request-timeout'], {
    path: ['header-timeout'],
    ...refusedAs('serve.timeouts'),
  }),
  z.refine((all) => all['metrics-port'] !== all.port || all.port === 0, {
    path: ['metrics-port'],
    ...refusedAs('serve.same-port'),
  }),
);

/** What the server is told, each value read and within its bounds. Times are in seconds, sizes in bytes. */
export type Settings = z.infer<typeof schema>;

export type SettingName = keyof typeof shape;

/** How a setting is given, for the help. */
export interface Flag {
  readonly name: SettingName;
  readonly environment: string;
  /** May be given several times, or with commas in the environment. */
  readonly list: boolean;
  /** Given without a value. */
  readonly bare: boolean;
  /** As one would write it; absent where the setting is optional or a list. */
  readonly standard: string | undefined;
}

/** Every setting, in the order of the help. */
export const flags: readonly Flag[] = Object.entries(shape).map(([key, setting]) => {
  const { def } = setting._zod;
  // The keys of `shape`, which Object.entries widens to string.
  const name = key as SettingName;
  const standard = def.type === 'prefault' && typeof def.defaultValue === 'string' ? def.defaultValue : undefined;
  const list = def.type === 'prefault' && def.innerType._zod.def.type === 'array';
  const bare = standard === 'false';
  return { name, environment: `FACTEUR_${name.toUpperCase().replaceAll('-', '_')}`, list, bare, standard };
});

/**
 * Reads the settings: a flag wins over the environment, which wins over the default. An empty variable says nothing.
 * @throws InputError with a line for every wrong value, naming the flag or the variable that gave it
 */
export function readSettings(
  given: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const sources = new Map<string, string>();
  const values: Record<string, string | string[]> = {};
  const repeated: Problem[] = [];
  for (const { name, environment: variable, list } of flags) {
    // What reads the command line makes `false` of --no-port; here that is a word like another.
    const onLine = given[name] === undefined ? [] : [given[name]].flat().map(String);
    const text = environment[variable]?.trim() ?? '';
    const from = onLine.length > 0 ? `--${name}` : variable;
    const all = onLine.length > 0 || text === '' ? onLine : list ? text.split(',').map((item) => item.trim()) : [text];
    const [first, second] = all;
    if (first === undefined) continue;
    sources.set(name, from);
    values[name] = list ? all : first;
    if (!list && second !== undefined) repeated.push(problem('serve.twice', { value: second }, { field: from }));
  }
  const result = schema.safeParse(values);
  if (result.success && repeated.length === 0) return result.data;
  const wrong = (result.error?.issues ?? []).map((issue): Problem => {
    const [name, index] = issue.path;
    const given = values[String(name)] ?? '';
    const value = typeof given === 'string' ? given : (given[Number(index)] ?? '');
    // Every value is text, so each complaint is one of ours, which `said` made.
    const { code, details } = (issue as unknown as { params: { code: ProblemCode; details: Problem['details'] } })
      .params;
    const field = sources.get(String(name));
    if (field?.startsWith('FACTEUR_') && isServiceLink(value))
      return problem('serve.service-link', { value }, { field });
    const suggestion = 'values' in details ? nearest(value, String(details.values).split(', ')) : '';
    return problemWith(code, { ...details, value, suggestion }, { field });
  });
  throw new InputError([...repeated, ...wrong]);
}

/** What Kubernetes sets for a service of that name, and Docker for a link: `FACTEUR_PORT=tcp://10.0.0.1:80` (Kubernetes, “Accessing the Service”). */
export function isServiceLink(value: string): boolean {
  return /^(?:tcp|udp|sctp):\/\//.test(value);
}

/** The place of a setting in messages about what it names: a file, a port. */
export function flagPlace(name: SettingName): { readonly field: string } {
  return { field: `--${name}` };
}

/** A refusal of what a setting names, found when it was used. */
export function refusal(
  name: SettingName,
  code: 'serve.unreadable' | 'serve.certificate' | 'serve.listen',
  details: { readonly value: string; readonly reason: string },
  cause: unknown,
): InputError {
  const busy = details.reason === 'EADDRINUSE' ? 1 : 0;
  return new InputError(problemWith(code, { ...details, busy }, flagPlace(name)), { cause });
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || address.includes('%')) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}
