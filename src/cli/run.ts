import yargs, { type Options } from 'yargs';
import { describe, InputError, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { version } from '../version.ts';
import { texts } from '../words/index.ts';
import { languages } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';
import {
  bared,
  baredAll,
  guarded,
  hasSwitch,
  languageOf,
  meantOption,
  refuseRepeated,
  refuseValues,
  UsageError,
} from './arguments.ts';
import { checkCommand } from './check-command.ts';
import { COMMANDS, GENERAL, SINGLE } from './command-names.ts';
import { discoverCommand } from './discover-command.ts';
import { dnsCommand } from './dns-command.ts';
import { examples } from './examples.ts';
import { fileCommands } from './file-commands.ts';
import { initCommand, initSingle } from './init-command.ts';
import { type ManyFlags, manyFlags, manyNames, manySwitches } from './many-flags.ts';
import { networkCommands, networkSingle, networkSwitches } from './network-options.ts';
import { publishCommand } from './publish-command.ts';
import type { SignFlags } from './sign.ts';
import { type ExitCode, exitCode, type Screen, type Terminal } from './terminal.ts';
import { yargsStrings } from './yargs-strings.ts';

const SIGNING = [
  'sign-key',
  'sign-cert',
  'sign-chain',
  'sign-passphrase-file',
  'sign-time',
] as const satisfies readonly (keyof SignFlags)[];

/**
 * Runs `facteur <args>`. Each command is imported when it is called, so that none waits for another's libraries.
 * @returns the exit code; never throws
 */
export async function run(args: readonly string[], screen: Screen): Promise<ExitCode> {
  const language = languageOf(args) ?? screen.language;
  const warned: Problem[] = [];
  // A run over many tells events, each on a line.
  const called = args.find((arg) => COMMANDS.some((each) => each === arg));
  const toldInLines = called === 'generate' && hasSwitch('from', args);
  const inJson = (answer: object) => JSON.stringify(answer, undefined, toldInLines ? undefined : 2);
  const terminal: Terminal = {
    ...screen,
    language,
    say: hasSwitch('quiet', args) ? () => {} : screen.say,
    bar: hasSwitch('quiet', args) ? undefined : screen.bar,
    alert: screen.say,
    warn: (warnings) => {
      warned.push(...warnings);
      for (const each of warnings) screen.say(describe(each, language));
    },
    answer: (answer) => screen.print(inJson({ ...answer, warnings: asJson(warned, language) })),
  };
  const words = texts(terminal.language).cli;
  try {
    return await command(args, terminal);
  } catch (error) {
    const json = hasSwitch('json', args);
    if (error instanceof UsageError) {
      const message = `${error.message} — ${words.seeHelp}`;
      terminal.alert(`facteur: ${message}`);
      if (json) terminal.print(inJson({ problems: [{ code: 'usage', message }] }));
      return exitCode.badInput;
    }
    if (error instanceof InputError) {
      for (const problem of error.problems) terminal.alert(describe(problem, terminal.language));
      const warnings = warned.length === 0 ? {} : { warnings: asJson(warned, language) };
      if (json) terminal.print(inJson({ problems: asJson(error.problems, language), ...warnings }));
      return exitCode.badInput;
    }
    terminal.alert(words.defect({ version }));
    if (json) terminal.print(inJson({ problems: [{ code: 'defect', message: words.defect({ version }) }] }));
    terminal.alert(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exitCode.defect;
  }
}

async function command(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const words = texts(terminal.language).cli;
  const { options } = words;
  // yargs lays out the help text behind every handler, needed or not, in the time of a sixth of a start; so a handler says what is to be run and leaves yargs at once.
  let chosen = async (): Promise<ExitCode> => exitCode.done;
  const call = (work: typeof chosen): never => {
    chosen = work;
    throw CALLED;
  };
  // The options of the command that was called, for who mistyped one.
  let known: readonly string[] = GENERAL;
  const having = <T extends Record<string, Options>>(all: T): T => {
    known = [...GENERAL, ...Object.keys(all)];
    return all;
  };

  const text = (name: keyof typeof options) =>
    ({ describe: options[name], type: 'string', requiresArg: true }) as const;
  const shown = (...of: readonly (keyof typeof examples)[]) =>
    [words.examplesTitle, ...of.map((each) => `  ${examples[each]}\n      ${words.examples[each]}`)].join('\n');
  const list = (name: keyof typeof options) =>
    ({ describe: options[name], type: 'string', array: true, requiresArg: true }) as const;
  const flag = (name: keyof typeof options) => ({ describe: options[name], type: 'boolean' }) as const;
  const signing = Object.fromEntries(SIGNING.map((name) => [name, text(name)]));
  const many = manyFlags(words);
  const role = { ...text('role'), choices: ['additional', 'primary'] as const };

  refuseValues(
    args,
    ['json', 'quiet', 'dry-run', 'force', 'example', 'yes', ...manySwitches, ...networkSwitches],
    words.takesNoValue,
  );
  const commands = yargs()
    .scriptName('facteur')
    .locale('en')
    .updateStrings(yargsStrings(words.yargs))
    .parserConfiguration({ 'greedy-arrays': false, 'camel-case-expansion': false })
    .usage(words.usage)
    .options({ lang: { ...text('lang'), choices: languages }, json: flag('json'), quiet: flag('quiet') })
    .middleware((argv) => refuseRepeated(argv, singleOf(argv._[0]), words.givenTwice))
    .command(
      'generate [who..]',
      words.commands.generate,
      (of) =>
        of
          .strictCommands(false)
          .strict()
          .positional('who', {
            describe: options.who,
            type: 'string',
            array: true,
            defaultDescription: words.whoDefault,
          })
          .options(
            having({
              profile: list('profile'),
              client: list('client'),
              out: { ...text('out'), default: 'out' },
              name: text('name'),
              login: text('login'),
              'login-at': list('login-at'),
              role,
              templates: text('templates'),
              ...signing,
              letters: flag('letters'),
              'dry-run': flag('dry-run'),
              force: flag('force'),
              example: flag('example'),
              for: text('for'),
              attribute: text('attribute'),
              ...many,
            }),
          )
          .group(Object.keys(many), words.many.options)
          .epilogue(shown('generate', 'generateClient')),
      (argv) => {
        const {
          who = [],
          out,
          name,
          login,
          role,
          lang,
          templates,
          json = false,
          letters = false,
          force = false,
          example = false,
          ...more
        } = baredAll(argv);
        const { profile: profiles = [], client: clients = [], 'dry-run': dryRun = false, ...others } = more;
        const aboutPerson = { name, login, role, language: lang };
        const loginsAt = others['login-at'] ?? [];
        // Texts, all of them, and each at most once: the options above say so.
        const sign = Object.fromEntries(SIGNING.map((name) => [name, others[name]])) as SignFlags;
        // As `manyFlags` has them.
        const flags = others as ManyFlags;
        call(async () => {
          await tellVariables(terminal);
          if (others.for !== undefined || others.attribute !== undefined) {
            const { generateFor } = await import('./generate-for.ts');
            const refused = {
              ...Object.fromEntries(manyNames.map((each) => [each, others[each]])),
              ...sign,
              client: clients[0],
              name,
              login,
              'login-at': loginsAt[0],
              role,
              letters,
              templates,
            };
            const order = { product: others.for, attribute: others.attribute, who, profiles, out, dryRun, force, json };
            return generateFor({ ...order, refused }, terminal);
          }
          const { refuseForMany, refuseForOne } = await import('./refuse-flags.ts');
          if (flags.from !== undefined) {
            refuseForMany({ who: who[0], name, login, 'login-at': loginsAt[0], force, example });
            const { generateMany } = await import('./generate-many.ts');
            const order = { from: flags.from, flags, everybody: given({ role, language: lang }), out, dryRun, json };
            return generateMany({ ...order, profiles, clients, templates, sign, letters }, terminal);
          }
          refuseForOne(flags);
          const { generate } = await import('./generate.ts');
          const { personOf } = await import('./who.ts');
          const person = personOf(given(aboutPerson), loginsAt);
          const kit = flags.kit === 'small' ? 'small' : 'full';
          const files = { out, kit, letters, dryRun, force } as const;
          return generate({ who, person, profiles, clients, templates, sign, ...files, example, json }, terminal);
        });
      },
    )
    .command(
      'explain <who>',
      words.commands.explain,
      (of) =>
        of
          .strictCommands(false)
          .strict()
          .positional('who', { describe: options.who, type: 'string', demandOption: true })
          .options(
            having({
              profile: list('profile'),
              name: text('name'),
              login: text('login'),
              'login-at': list('login-at'),
              role,
            }),
          )
          .epilogue(shown('explain', 'explainJson')),
      (argv) => {
        const { who, profile: profiles = [], name, login, role, lang, json = false, ...more } = baredAll(argv);
        const aboutPerson = { name, login, role, language: lang };
        const loginsAt = more['login-at'] ?? [];
        call(async () => {
          await tellVariables(terminal);
          const { explain } = await import('./explain.ts');
          const { personOf } = await import('./who.ts');
          const person = personOf(given(aboutPerson), loginsAt);
          return explain({ who, person, profiles, json }, terminal);
        });
      },
    )
    .command(
      'serve',
      words.commands.serve,
      async (of) => {
        const { serveFlags } = await import('./serve-flags.ts');
        return of
          .strictCommands(false)
          .strict()
          .options(having(serveFlags(words)))
          .epilogue(shown('serve', 'serveProxy'));
      },
      (given) => {
        call(async () => {
          (await import('../server/node/orders.ts')).holdReload();
          const { serve } = await import('./serve.ts');
          return serve(baredAll(given), terminal);
        });
      },
    )
    .command(
      'clients',
      words.commands.clients,
      (of) => of.strictCommands(false).strict().epilogue(shown('clients', 'clientsJson')),
      ({ json = false }) => {
        call(async () => {
          await tellVariables(terminal);
          const { listClients } = await import('./clients.ts');
          return listClients({ json }, terminal);
        });
      },
    );
  const tools = { words, terminal, call, having, shown };
  const parser = publishCommand(
    checkCommand(discoverCommand(dnsCommand(fileCommands(initCommand(commands, tools), tools), tools), tools), tools),
    tools,
  )
    .group(['lang', 'json', 'quiet', 'help', 'version'], words.generalOptions)
    .demandCommand(1, words.noCommand)
    .strictCommands()
    .strictOptions()
    .version(version)
    .help()
    .epilogue(shown('generate', 'explain'))
    .wrap(Math.min(process.stdout.columns ?? 100, 120))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ? complaint(error) : usageError(withMeant(message, args, known, terminal.language));
    });

  // yargs prints help and version by itself, through the callback, so that they reach the terminal that we were given.
  try {
    await parser.parse(guarded(args), {}, (_error, _argv, output) => {
      if (output)
        terminal.print(
          hasSwitch('json', args) ? inIndentedJson(output === version ? { version } : { help: output }) : output,
        );
    });
  } catch (error) {
    if (error === CALLED) return chosen();
    // Of a command whose options are imported, some complaints do not pass through `fail`.
    throw error instanceof Error && error.name === 'YError'
      ? usageError(withMeant(error.message, args, known, terminal.language))
      : error;
  }
  return exitCode.done;
}

/** Options of this command that have one value. */
function singleOf(command: unknown): readonly string[] {
  if (command === 'init') return initSingle;
  return networkCommands.has(command)
    ? [...SINGLE.filter((name) => !['as', 'ca'].includes(name)), ...networkSingle]
    : [...SINGLE, ...SIGNING];
}

/** What a handler throws when all is read. */
const CALLED = new Error('A command has been called.');

/** The server has a log for that. */
async function tellVariables(terminal: Terminal): Promise<void> {
  const { unknownVariables } = await import('./variables.ts');
  for (const each of await unknownVariables(process.env))
    terminal.alert(texts(terminal.language).cli.unknownVariable(each));
}

/** The complaint with what was probably meant, where it is about an option or a command that nobody knows. */
function withMeant(message: string, args: readonly string[], known: readonly string[], language: Language): string {
  const { yargs, meant } = texts(language).cli;
  const begins = (text: string) => message.startsWith(text.split('%s', 1)[0] ?? '');
  const option = begins(yargs['Unknown argument: %s']) ? meantOption(args, known) : '';
  const command = begins(yargs['Unknown command: %s']) ? nearest(args[0] ?? '', COMMANDS) : '';
  const suggestion = option || command;
  return suggestion === '' ? message : `${message} — ${meant({ suggestion })}`;
}

/** Some complaints of yargs arrive as an error of its own class, which it does not export. */
function complaint(error: unknown): unknown {
  return error instanceof Error && error.name === 'YError' ? usageError(error.message) : error;
}

function usageError(message: string): UsageError {
  return new UsageError(bared(message).replace(/\s+/gu, ' ').trim());
}

/** For scripts: the code of each problem, which stays the same in every language, with its place. */
function asJson(problems: readonly Problem[], language: Language): object[] {
  return problems.map((problem) => ({ code: problem.code, ...problem.place, message: describe(problem, language) }));
}

function inIndentedJson(answer: object): string {
  return JSON.stringify(answer, undefined, 2);
}

/** Only what was given: an absent option must not hide what a source or a profile says. */
function given<T extends object>(options: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
