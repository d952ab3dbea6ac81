import type { Argv } from 'yargs';
import { baredAll } from './arguments.ts';
import type { CommandTools } from './file-commands.ts';
import { networkOptions } from './network-options.ts';

const FORMATS = ['text', 'json', 'sarif'] as const;

/** `facteur check`, as yargs reads it. */
export function checkCommand<T>(parser: Argv<T>, { words, terminal, call, having, shown }: CommandTools): Argv<T> {
  const { options } = words;
  const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const;
  const network = networkOptions(words);
  const own = {
    profile: { describe: options.profile, type: 'string', array: true, requiresArg: true },
    server: text(options.server),
    login: text(options.checkLogin),
    'password-file': text(options.checkPasswordFile),
    format: { ...text(options.checkFormat), choices: FORMATS },
    watch: text(options.watch),
    'metrics-port': text(options.checkMetricsPort),
    'metrics-host': text(options.checkMetricsHost),
  } as const;
  return parser.command(
    'check [domain..]',
    words.commands.check,
    (of) =>
      of
        .strictCommands(false)
        .strict()
        .positional('domain', { describe: options.checkDomain, type: 'string', array: true })
        .options(having({ ...own, ...network }))
        .group(Object.keys(network), words.network.title)
        .epilogue(shown('check', 'checkLogin')),
    (argv) => {
      const given = baredAll(argv);
      const { domain: domains = [], profile: profiles = [], server, login, format, watch, json = false } = given;
      const order = {
        domains,
        profiles,
        server,
        login,
        passwordFile: given['password-file'],
        format: format ?? (json === true ? 'json' : 'text'),
        watch,
        metricsPort: given['metrics-port'],
        metricsHost: given['metrics-host'],
        network: given,
      } as const;
      call(async () => {
        const { check } = await import('./check.ts');
        return check(order, terminal);
      });
    },
  );
}
