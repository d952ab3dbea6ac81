import { basename, dirname, join } from 'node:path';
import type { JournalHead } from './journal.ts';
import type { Shard } from './shard.ts';

/** Where a run keeps what is not a person's. */
export interface Places {
  /** The folder in which everything of it stands. */
  readonly folder: string;
  readonly journal: string;
  readonly report: string;
  /** A file of letters. */
  readonly letters: (number: number) => string;
  readonly links: string;
  /** What the names of ZIP files begin with. */
  readonly name: string;
}

/** @param out a folder, or NAME.zip: then it is all beside that. What is of a part of all people has its name in it. */
export function placesOf(out: string, layout: JournalHead['layout'], shard: Shard | undefined): Places {
  const part = shard === undefined ? '' : `-${shard.name}`;
  const four = (number: number) => String(number).padStart(4, '0');
  if (layout !== 'parts')
    return {
      folder: out,
      name: '',
      journal: join(out, '.facteur', `journal${part}.jsonl`),
      report: join(out, `report${part}.csv`),
      letters: (number) => join(out, 'letters', `letters${part}-${four(number)}.html`),
      links: join(out, `links${part}.csv`),
    };
  const folder = dirname(out);
  const name = `${basename(out).slice(0, -'.zip'.length)}${part}`;
  const beside = (what: string) => join(folder, `${name}.${what}`);
  return {
    ...{ folder, name, journal: beside('journal.jsonl'), report: beside('report.csv'), links: beside('links.csv') },
    letters: (number) => beside(`letters-${four(number)}.html`),
  };
}
