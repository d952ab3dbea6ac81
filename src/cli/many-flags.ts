import type { Options } from 'yargs';
import type { texts } from '../words/index.ts';

type Words = ReturnType<typeof texts>['cli'];

/** Options of `generate --from`, by what they take. */
const TEXTS = [
  ...(['from', 'kit', 'workers', 'shard', 'limit', 'check'] as const),
  // Of a directory or a database.
  ...(['query', 'bind', 'password-file', 'ca', 'cert', 'key', 'timeout'] as const),
] as const;
const SWITCHES = ['zip-per-person', 'update', 'starttls'] as const;
const LISTS = ['map'] as const;

/** Their names, `--from` first. */
export const manyNames: readonly string[] = [...TEXTS, ...SWITCHES, ...LISTS];

export const manyTexts: readonly string[] = TEXTS;
export const manySwitches: readonly string[] = SWITCHES;

/** What stands after `--from` and its fellows on the command line. */
export type ManyFlags = { readonly [Name in (typeof TEXTS)[number]]?: string | undefined } & {
  readonly [Name in (typeof SWITCHES)[number]]?: boolean | undefined;
} & { readonly [Name in (typeof LISTS)[number]]?: string[] | undefined };

/** The options as yargs reads them. */
export function manyFlags({ options }: Words) {
  const flags: Record<string, Options> = {};
  for (const name of TEXTS) flags[name] = { describe: options[name], type: 'string', requiresArg: true };
  for (const name of SWITCHES) flags[name] = { describe: options[name], type: 'boolean' };
  for (const name of LISTS) flags[name] = { describe: options[name], type: 'string', array: true, requiresArg: true };
  return { ...flags, kit: { ...flags.kit, choices: ['full', 'small'] } };
}
