import type { Argv, Options } from 'yargs';
import type { Catalogue } from '../words/index.ts';
import { baredAll } from './arguments.ts';
import type { examples } from './examples.ts';
import { networkOptions } from './network-options.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** What the reader of the command line gives to commands that stand in another file. */
export interface CommandTools {
  readonly words: Catalogue['cli'];
  readonly terminal: Terminal;
  /** Says what is to be run, and leaves yargs. */
  readonly call: (work: () => Promise<ExitCode>) => never;
  /** Remembers the options of a command, for who mistypes one. */
  readonly having: <T extends Record<string, Options>>(all: T) => T;
  /** What a help ends with. */
  readonly shown: (...of: readonly (keyof typeof examples)[]) => string;
}

/** How a report is written. */
const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** The commands that read files of others. */
export function fileCommands<T>(parser: Argv<T>, tools: CommandTools): Argv<T> {
  return importCommand(lintCommand(parser, tools), tools);
}

function lintCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  return parser.command(
    'lint <file..>',
    words.commands.lint,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('file', { describe: words.options.file, type: 'string', array: true, demandOption: true })
        .options(
          having({
            as: { describe: words.options.as, type: 'string', requiresArg: true },
            format: { describe: words.options.format, type: 'string', requiresArg: true, choices: FORMATS },
          }),
        )
        .epilogue(shown('lint', 'lintAs')),
    (argv) => {
      const { file, as, format, json } = baredAll(argv);
      call(async () => {
        const { lint } = await import('./lint.ts');
        return lint({ files: file, as, format: format ?? (json === true ? 'json' : 'text') }, terminal);
      });
    },
  );
}

function importCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  const network = {
    ispdb: { describe: words.options.ispdb, type: 'string', requiresArg: true },
    ...networkOptions(words),
  } as const;
  return parser.command(
    'import <file..>',
    words.commands.import,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('file', { describe: words.options.imported, type: 'string', array: true, demandOption: true })
        .options(
          having({
            address: { describe: words.options.address, type: 'string', requiresArg: true },
            out: { describe: words.options.outFile, type: 'string', requiresArg: true },
            force: { describe: words.options.forceFile, type: 'boolean' },
            ...network,
          }),
        )
        .group(Object.keys(network), words.network.title)
        .epilogue(shown('import', 'importPerson', 'importDomain')),
    (argv) => {
      const { file, address, out, force = false, json = false, ...asking } = baredAll(argv);
      call(async () => {
        const { importFiles } = await import('./import.ts');
        return importFiles({ files: file, asking, address, out, force, json: json === true }, terminal);
      });
    },
  );
}
