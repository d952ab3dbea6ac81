import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Problem } from '../errors.ts';
import { checkProblem } from './check-fault.ts';
import { nameOf, type Wanted } from './screen.ts';

type Expected = Pick<Wanted, 'address' | 'login' | 'digest'>;

/** What the journal says of somebody, and in which line. */
interface Found {
  readonly line: number;
  readonly said: Readonly<Record<string, unknown>>;
}

/** Reads the journal as any program would, line by line, and holds what it says of these people against what it should say. */
export async function checkJournal(path: string, people: readonly Expected[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const wanted = new Map(people.map((each) => [nameOf(each.address), each]));
  const found = new Map<string, Found>();
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    const said = lineOf(text, line);
    if (said === undefined) problems.push(checkProblem('check.journal-line', {}, { file: path, line }));
    else if (typeof said.address === 'string' && wanted.has(nameOf(said.address)))
      found.set(nameOf(said.address), { line, said });
  }
  for (const [name, person] of wanted) problems.push(...differences(path, person, found.get(name)));
  return problems;
}

function differences(path: string, person: Expected, found: Found | undefined): Problem[] {
  if (found === undefined) return [checkProblem('check.journal-absent', {}, { file: path })];
  const { line, said } = found;
  return (['address', 'login', 'digest'] as const)
    .filter((field) => said[field] !== person[field])
    .map((field) =>
      checkProblem(
        'check.journal-value',
        { found: String(said[field]), wanted: person[field] },
        { file: path, line, field },
      ),
    );
}

/** A line that a journal can have: its head, a person, a file of letters or a ZIP. */
function lineOf(text: string, line: number): Readonly<Record<string, unknown>> | undefined {
  let read: Readonly<Record<string, unknown>> | null;
  try {
    read = JSON.parse(text) as typeof read;
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  if (line === 1) return typeof read.journal === 'number' ? read : undefined;
  const { address, login, digest, sheet, sealed, size } = read;
  if (typeof digest !== 'string' || !/^[0-9a-f]{32}$/.test(digest)) return undefined;
  const isPerson = typeof address === 'string' && typeof login === 'string';
  const isFile = typeof size === 'number' && (typeof sheet === 'number' || typeof sealed === 'number');
  return isPerson || isFile ? read : undefined;
}
