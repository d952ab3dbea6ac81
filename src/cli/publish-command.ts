import type { Argv } from 'yargs';
import { baredAll } from './arguments.ts';
import type { CommandTools } from './file-commands.ts';

/** `facteur publish`, as yargs reads it. */
export function publishCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  return parser.command(
    'publish [domain..]',
    words.commands.publish,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('domain', { describe: words.options.publishDomain, type: 'string', array: true })
        .options(
          having({
            profile: { describe: words.options.profile, type: 'string', array: true, requiresArg: true },
            out: { describe: words.options.publishOut, type: 'string', requiresArg: true, default: 'out' },
            server: { describe: words.options.publishServer, type: 'string', requiresArg: true },
            templates: { describe: words.options.templates, type: 'string', requiresArg: true },
            'dry-run': { describe: words.options['dry-run'], type: 'boolean' },
            force: { describe: words.options.publishForce, type: 'boolean' },
          }),
        )
        .epilogue(shown('publish', 'publishHost')),
    (argv) => {
      const given = baredAll(argv);
      const { domain: domains = [], profile: profiles = [], out, server, templates } = given;
      const switches = { dryRun: given['dry-run'] === true, force: given.force === true, json: given.json === true };
      call(async () => {
        const { publish } = await import('./publish.ts');
        return publish({ domains, profiles, out, server, templates, ...switches }, terminal);
      });
    },
  );
}
