import { basename, dirname, join } from 'node:path';
import type { JournalHead } from './journal.ts';
import type { Shard } from './shard.ts';

/** Where a run keeps what is not a person's. */
export interface Places {
  /** The folder in which everything of it stands. */
  readonly folder: string;
  readonly journal: string;
  readonly report: string;
  /** What the names of ZIP files begin with. */
  readonly name: string;
}

/** @param out a folder, or NAME.zip: then it is all beside that. What is of a part of all people has its name in it. */
export function placesOf(out: string, layout: JournalHead['layout'], shard: Shard | undefined): Places {
  const part = shard === undefined ? '' : `-${shard.name}`;
  if (layout !== 'parts') {
    const journal = join(out, '.facteur', `journal${part}.jsonl`);
    return { folder: out, name: '', journal, report: join(out, `report${part}.csv`) };
  }
  const folder = dirname(out);
  const name = `${basename(out).slice(0, -'.zip'.length)}${part}`;
  return { folder, name, journal: join(folder, `${name}.journal.jsonl`), report: join(folder, `${name}.report.csv`) };
}
