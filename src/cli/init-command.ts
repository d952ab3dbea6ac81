import type { Argv, Options } from 'yargs';
import { baredAll } from './arguments.ts';
import type { CommandTools } from './file-commands.ts';
import type { QuestionFlag } from './init-state.ts';
import { type NetworkFlags, networkOptions, networkSingle } from './network-options.ts';

const FLAGS = [
  'domain',
  'name',
  'short-name',
  'organization',
  'address',
  'login',
  'login-rule',
  'incoming-protocol',
  'incoming',
  'incoming-security',
  'incoming-port',
  'outgoing',
  'outgoing-security',
  'outgoing-port',
  'webmail',
  'support',
  'site',
  'languages',
  'identifier',
  'id',
] as const satisfies readonly QuestionFlag[];
const LISTS: readonly QuestionFlag[] = ['domain', 'support', 'languages'];

/** Options of `facteur init` that have one value. */
export const initSingle: readonly string[] = [
  'out',
  ...networkSingle,
  ...FLAGS.filter((flag) => !LISTS.includes(flag)),
];

/** `facteur init`. */
export function initCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  const { options } = words.init;
  const network = {
    ispdb: { describe: words.options.ispdb, type: 'string', requiresArg: true },
    ...networkOptions(words),
  } as const;
  const flags = Object.fromEntries(
    FLAGS.map((flag): [QuestionFlag, Options] => {
      const list = LISTS.includes(flag);
      return [flag, { describe: options[flag], type: 'string', requiresArg: true, ...(list && { array: true }) }];
    }),
  );
  return parser.command(
    'init',
    words.commands.init,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .options(
          having({
            from: { describe: options.from, type: 'string', array: true, requiresArg: true },
            ...flags,
            out: { describe: options.out, type: 'string', requiresArg: true },
            force: { describe: words.options.forceFile, type: 'boolean' },
            yes: { describe: options.yes, type: 'boolean' },
            ...network,
          }),
        )
        .group(Object.keys(network), words.network.title)
        .epilogue(shown('init', 'initAlone')),
    (argv) => {
      const given = baredAll(argv) as Readonly<Record<string, unknown>>;
      const listed = (value: unknown) => (value === undefined ? [] : [value].flat().map(String));
      const said = new Map(
        FLAGS.filter((flag) => given[flag] !== undefined).map((flag) => [flag, listed(given[flag])] as const),
      );
      call(async () => {
        const { init } = await import('./init.ts');
        const { from, out, force, yes, json } = given;
        const file = out === undefined ? undefined : String(out);
        const switches = { force: force === true, yes: yes === true, json: json === true };
        // yargs has read them as the options above have them.
        const asking = given as NetworkFlags;
        return init({ said, from: listed(from), asking, out: file, ...switches }, terminal);
      });
    },
  );
}
