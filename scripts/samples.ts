import { type Fixture, fixtures } from '../test/fixtures.ts';
import { writeGenerated } from './generated.ts';

/**
 * Writes the accounts of `test/accounts` into `src/cli/samples.generated.ts`: with them `--templates` tries templates of somebody else before it uses them,
 * also where there is no clone.
 */
export function generateSamples(): void {
  const all = fixtures();
  const samples = JSON.stringify([...all.filter(isPlain), ...all.filter((each) => !isPlain(each))]);
  writeGenerated(
    'src/cli/samples.generated.ts',
    `// Made by scripts/samples.ts from test/accounts/. Not committed; do not edit.
import type { Account } from '../model/account.ts';

interface Sample {
  readonly name: string;
  readonly account: Account;
}

/** Accounts from plain to hostile, as they were resolved when Facteur was built: plain data, in which what is absent is not there. */
export const samples = JSON.parse(${JSON.stringify(samples)}) as readonly Sample[];
`,
  );
}

/** The first one gives docs/templates.md its examples. */
function isPlain({ name }: Fixture): boolean {
  return name === 'plain';
}
