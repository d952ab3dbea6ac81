import { join } from 'node:path';
import { GUIDES, type Guides } from '../bundle/guides.ts';
import { InputError } from '../errors.ts';
import { changeOf, contentsOf, noFolder, type Placement } from './folder.ts';
import { listOf } from './manifest.ts';

/**
 * Decides what writing these folders of guides would do, below `out`: `write` takes it with `guidesIn(out)`. They are no person's: what Facteur wrote there before gives way, whatever it was.
 * @throws InputError for a folder that must not be touched
 */
export function planGuides(out: string, guides: Guides, folders: Iterable<string>): Placement[] {
  const unusable = noFolder(guidesIn(out));
  if (unusable.length > 0) throw new InputError(unusable);
  return [...folders].map((folder) => {
    const { manifest, files } = contentsOf(...guidesOf(guides, folder));
    const place = join(out, folder);
    const change = changeOf(place, files, true);
    if (typeof change === 'object') throw new InputError(change);
    return { folder: place, change, manifest, files };
  });
}

/** Where guides stand beside the folders of people. */
export function guidesIn(out: string): string {
  return join(out, GUIDES);
}

/** Everything that stands in a folder of guides, its manifest too. */
export function filesOfGuides(guides: Guides, folder: string): Placement['files'] {
  return contentsOf(...guidesOf(guides, folder)).files;
}

function guidesOf(guides: Guides, folder: string) {
  const pages = guides.pagesIn(folder);
  return [listOf(guides.providerOf(folder), pages), pages] as const;
}
