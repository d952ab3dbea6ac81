import { join } from 'node:path';
import type { Guides } from '../bundle/guides.ts';
import { placePages } from '../sinks/common-pages.ts';
import { folderName } from '../sinks/folder-name.ts';
import { archiveName, placeArchive, retireArchive } from '../sinks/person-archive.ts';
import { isWhole, placeFolder, retireFolder } from '../sinks/person-folder.ts';
import type { Working } from '../sinks/working.ts';
import { sealOf } from '../sinks/zip-seal.ts';
import type { Journal } from './journal.ts';
import type { ManySink } from './run-many.ts';
import type { Wanted } from './screen.ts';

export interface FoldersOptions {
  readonly out: string;
  readonly working: Working;
  readonly journal: Journal;
  readonly guides: Guides | undefined;
  /** Replace what is there and is ours. */
  readonly update: boolean;
}

/** A folder for each person: `<address>/…`; or a ZIP: `<address>.zip`. */
export function foldersSink(as: 'folders' | 'archives', options: FoldersOptions): ManySink {
  const { out, working, journal, guides, update } = options;
  const place = as === 'folders' ? placeFolder : placeArchive;
  const retire = as === 'folders' ? retireFolder : retireArchive;
  const led = new Set<string>();
  return {
    ...folderPlaces(as, out),
    packing: { as, into: working.fresh },
    place: async ({ address, login, digest, entry, guides: folder }) => {
      if (folder !== undefined && !led.has(folder))
        placePages(join(out, folder), working, guides?.pagesIn(folder) ?? []);
      if (folder !== undefined) led.add(folder);
      const name = folderName(address);
      const placed = await place(out, working, name, update || entry?.digest === digest);
      if (typeof placed === 'object' || placed === 'differs') return { placed, part: 0 };
      const before = entry && folderName(entry.line().address);
      if (before !== undefined && before !== name) retire(out, working, before);
      if (entry?.digest !== digest) journal.add([{ address, login, digest }]);
      // Where the journal had another digest, new files are no first ones, even where the folder had gone.
      const changed = entry !== undefined && entry.digest !== digest;
      return { placed: placed === 'created' && changed ? 'updated' : placed, part: 0 };
    },
    waiting: () => 0,
    finish: async () => {},
  };
}

/** Where they are. */
export function folderPlaces(as: 'folders' | 'archives', out: string): Pick<ManySink, 'pathOf' | 'isThere'> {
  const nameOf = ({ address }: Pick<Wanted, 'address'>) =>
    as === 'folders' ? folderName(address) : archiveName(folderName(address));
  return {
    pathOf: nameOf,
    isThere: (somebody) => {
      const { digest, entry } = somebody;
      // The same digest is of the same address.
      const place = join(out, nameOf(entry === undefined || entry.digest === digest ? somebody : entry.line()));
      return as === 'folders' ? isWhole(place) : sealOf(place) !== undefined;
    },
  };
}
