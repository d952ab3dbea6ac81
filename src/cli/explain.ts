import type { Person } from '../model/account.ts';
import { texts } from '../words/index.ts';
import { say } from '../words/words.ts';
import { loadProfiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { resolveNamed } from './who.ts';

export interface ExplainOptions {
  readonly who: string;
  readonly person: Person;
  readonly profiles: readonly string[];
  readonly json: boolean;
}

/**
 * `facteur explain`: the account, and for each value who said it.
 * @throws InputError when nobody, or more than one, fits
 */
export async function explain({ who, person, profiles, json }: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const loaded = await loadProfiles(profiles, terminal.warn);
  const known = loaded.map(({ profile }) => profile);
  const { account, explanations } = resolveNamed(who, person, known, profiles.length > 0);
  if (json) {
    terminal.answer({ account, explanations });
    return exitCode.done;
  }
  const words = texts(terminal.language).cli;
  const file = loaded.find(({ profile }) => profile.id === account.provider.id)?.file ?? '';
  const rows = explanations.map(({ field, value, origin, rule }) => [
    field,
    value === '' ? words.none : value,
    say<{ rule: string; file: string }>(words.origins[origin], { rule: rule ?? '', file }),
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  for (const row of rows)
    terminal.print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  return exitCode.done;
}
