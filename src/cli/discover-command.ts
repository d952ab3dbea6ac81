import type { Argv } from 'yargs';
import { baredAll } from './arguments.ts';
import type { CommandTools } from './file-commands.ts';
import { networkOptions } from './network-options.ts';

/** `facteur discover`, as yargs reads it. */
export function discoverCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  const network = networkOptions(words);
  return parser.command(
    'discover <who>',
    words.commands.discover,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('who', { describe: words.options.discovered, type: 'string', demandOption: true })
        .options(
          having({
            as: { describe: words.options.discoveredAs, type: 'string', array: true, requiresArg: true },
            profile: { describe: words.options.discoverProfile, type: 'string', array: true, requiresArg: true },
            'follow-http': { describe: words.options.followHttp, type: 'boolean' },
            ispdb: { describe: words.options.ispdb, type: 'string', requiresArg: true },
            ...network,
          }),
        )
        .group(Object.keys(network), words.network.title)
        .epilogue(shown('discover', 'discoverAs', 'discoverAddress')),
    (argv) => {
      const {
        who,
        ispdb,
        json = false,
        as = [],
        profile: profiles = [],
        'follow-http': follow,
        ...flags
      } = baredAll(argv);
      call(async () => {
        const { discover } = await import('./discover.ts');
        return discover(
          { who, ispdb, as, profiles, followHttp: follow === true, network: flags, json: json === true },
          terminal,
        );
      });
    },
  );
}
