import type { Options } from 'yargs';
import { flags } from '../server/node/options.ts';
import type { Catalogue } from '../words/index.ts';

/** The options of `facteur serve`, for the reader of the command line and the help. Their values stay text: the schema of the settings reads them. */
export function serveFlags({ serve: { options, variable } }: Catalogue['cli']): Record<string, Options> {
  return Object.fromEntries(
    flags.map(({ name, environment, list, bare, standard }) => [
      name,
      {
        describe: `${options[name]} ${variable({ name: environment })}`,
        ...(bare ? { type: 'boolean' } : { type: 'string', requiresArg: true }),
        ...(list ? { array: true } : {}),
        // Not `default`, which would hide what the environment says.
        ...(standard === undefined || bare ? {} : { defaultDescription: standard }),
      },
    ]),
  );
}
