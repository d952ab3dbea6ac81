import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Guides } from '../bundle/guides.ts';
import { InputError } from '../errors.ts';
import { unwritable } from '../sinks/folder.ts';
import { folderName } from '../sinks/folder-name.ts';
import { type Packed, pack, unpacked } from '../sinks/packed.ts';
import type { Working } from '../sinks/working.ts';
import { damagedFolders, mergeZips } from '../sinks/zip-merge.ts';
import { beginsAsOurs, isOfMany, openZip } from '../sinks/zip-reader.ts';
import { type Seal, sealOf } from '../sinks/zip-seal.ts';
import { createZip, type ZipWriter } from '../sinks/zip-writer.ts';
import type { Journal, JournalLine } from './journal.ts';
import { manyProblem } from './many-problem.ts';
import type { PartNames } from './part-names.ts';
import type { ManySink } from './run-many.ts';

/*
 * ZIP files of a thousand people each. Which one somebody is in the journal says, for good: people come and go, and nobody moves from one to another. What is made is written into a
 * draft of its part; where the part is there already, what it has of all others is copied as it is (zip-merge.ts).
 */

/** No more than any reader takes: the field that counts entries has 16 bits, those of sizes have 32 (APPNOTE.TXT 6.3.10, 4.4.21 and 4.4.24). */
const MOST = { people: 1000, entries: 60_000, bytes: 4e9 } as const;

/** How many entries wait in drafts of earlier parts before one of these is put in its place. */
const MOST_WAITING = 60_000;

/** What is written for a part and does not stand in its place yet. */
interface Draft {
  readonly zip: ZipWriter;
  readonly lines: JournalLine[];
  /** How many the journal does not have yet. */
  added: number;
  /** The folders of guides that it has. */
  readonly guides: Set<string>;
}

/** Somebody whose files were damaged where they stand, made anew. */
export interface Remade extends Pick<JournalLine, 'address' | 'login' | 'digest'> {
  readonly packed: Packed;
}

/** Makes those of these folders again that are in the list; told which ZIP they are in. */
export type Remake = (folders: ReadonlySet<string>, path: string) => Promise<readonly Remade[]>;

interface Size {
  readonly entries: number;
  readonly bytes: number;
}

export function partsSink(
  folder: string,
  names: PartNames,
  working: Working,
  journal: Journal,
  guides: Guides | undefined,
  remake: Remake,
): ManySink {
  const drafts = new Map<number, Draft>();
  let last = Math.max(journal.parts(), 1);
  /** Of the last part, as it stands. */
  let size: Size | undefined;
  /** What stands there and the journal knows nothing of was left by a run that was killed, and is made again. */
  const standing = (part: number) => (journal.inPart(part) === 0 ? undefined : names.standing(part));

  const draftOf = (part: number): Draft => {
    const known = drafts.get(part) ?? {
      zip: createZip(join(working.path, `${part}.zip`)),
      lines: [],
      added: 0,
      guides: new Set(),
    };
    drafts.set(part, known);
    return known;
  };
  const put = async (part: number): Promise<void> => {
    const draft = drafts.get(part);
    if (draft === undefined) return;
    const there = standing(part);
    if (there !== undefined) await mend(there, part, draft);
    const merges = there !== undefined && !isRemnant(there, journal.inPart(part) <= draft.lines.length - draft.added);
    draft.zip.end(merges ? 'soon' : 'now');
    let whole = draft.zip;
    if (merges) {
      whole = await merged(there, draft.zip.path, join(working.path, `${part}-merged.zip`));
      whole.end('now');
      draft.zip.discard();
    }
    if (there === undefined) await refuseOthers(names.standing(part), draft.lines);
    const seal = sealOf(whole.path);
    if (seal !== undefined) journal.add([{ sealed: part, size: seal.size, digest: seal.digest }]);
    renameSync(whole.path, names.path(part));
    journal.add(draft.lines);
    drafts.delete(part);
  };
  /** What is damaged in a ZIP is not copied into the next one. */
  const mend = async (path: string, part: number, draft: Draft): Promise<void> => {
    const fresh = [...draft.lines.map(({ address }) => folderName(address)), ...draft.guides];
    // One that cannot be read at all is no matter of single folders.
    const damaged = new Set(
      sealOf(path) === undefined ? [] : await damagedFolders(path, new Set(fresh.map((each) => each.toLowerCase()))),
    );
    for (const folder of [...damaged]) {
      if (guides === undefined || guides.pagesIn(folder).length === 0) continue;
      lead(draft, folder);
      damaged.delete(folder);
    }
    if (damaged.size === 0) return;
    for (const { packed, ...line } of await remake(damaged, path)) {
      draft.zip.add(unpacked(packed));
      draft.lines.push({ ...line, part });
      damaged.delete(folderName(line.address).toLowerCase());
    }
    const [lost] = damaged;
    if (lost !== undefined) throw new InputError(manyProblem('many.damaged', { path, folder: lost }));
  };
  const pages = new Map<string, Packed>();
  /** Guides stand before whoever is the first to be led there. */
  const lead = (draft: Draft, folder: string | undefined) => {
    if (folder === undefined || draft.guides.has(folder)) return;
    draft.guides.add(folder);
    const files = (guides?.pagesIn(folder) ?? []).map(({ path, bytes }) => ({ path, bytes: bytes() }));
    const packed = pages.get(folder) ?? pack(folder, files);
    pages.set(folder, packed);
    draft.zip.add(unpacked(packed));
  };
  /** The part of somebody who is new. */
  const partFor = async ({ entries, bytes }: Size): Promise<number> => {
    size ??= await sizeOf(standing(last));
    const draft = drafts.get(last);
    const people = journal.inPart(last) + (draft?.added ?? 0);
    const full =
      people >= MOST.people ||
      size.entries + (draft?.zip.entries() ?? 0) + entries > MOST.entries ||
      size.bytes + (draft?.zip.bytes() ?? 0) + bytes > MOST.bytes;
    if (!full || people === 0) return last;
    names.number();
    await put(last);
    size = { entries: 0, bytes: 0 };
    return ++last;
  };
  /** Those that are not the last, whose turn has not come. */
  const relieve = async (part: number): Promise<void> => {
    const waiting = [...drafts].filter(([each]) => each !== last && each !== part);
    const entries = waiting.reduce((sum, [, { zip }]) => sum + zip.entries(), 0);
    if (entries > MOST_WAITING) await put(fullest(waiting));
  };
  return {
    ...partPlaces(names, journal),
    packing: { as: 'parts' },
    place: async ({ address, login, digest, entry, guides: folderOfGuides }, { packed }) =>
      failing(folder, async () => {
        if (packed === undefined) throw new TypeError('nothing is packed for a part');
        const part = entry?.part ?? (await partFor({ entries: packed.entries.length, bytes: packed.deflated.length }));
        const draft = draftOf(part);
        lead(draft, folderOfGuides);
        draft.zip.add(unpacked(packed));
        draft.lines.push({ address, login, digest, part });
        if (entry === undefined) draft.added++;
        await relieve(part);
        return { placed: entry === undefined || entry.digest === digest ? 'created' : 'updated', part };
      }),
    waiting: () => [...drafts.values()].reduce((sum, { lines }) => sum + lines.length, 0),
    finish: () =>
      failing(folder, async () => {
        for (const part of [...drafts.keys()].sort((one, other) => one - other)) await put(part);
      }),
  };
}

/**
 * Nobody in a ZIP may get lost of whom the journal does not know, as where somebody has removed it.
 * @throws InputError where one stands in a place that this run would write to, and no run of this journal has put it there
 */
export async function refuseUnknownZips(names: PartNames, journal: Journal): Promise<void> {
  for (const part of names.all()) {
    const path = names.path(part);
    if (journal.inPart(part) > 0 || isSealed(path, journal.seals(part))) continue;
    throw new InputError(manyProblem((await isOfMany(path)) ? 'many.unknown-zip' : 'many.foreign-zip', { path }));
  }
}

/** What a killed run has put there is made again, but for those who are not in the list any more: these would get lost. */
async function refuseOthers(path: string | undefined, lines: readonly JournalLine[]): Promise<void> {
  if (path === undefined) return;
  const { folders, close } = await openZip(path);
  close();
  const made = new Set(lines.map(({ address }) => folderName(address).toLowerCase()));
  const other = [...folders.keys()].find((each) => each.includes('@') && !made.has(each));
  if (other !== undefined) throw new InputError(manyProblem('many.unknown-zip', { path }));
}

function isSealed(path: string, seals: readonly Seal[]): boolean {
  const own = sealOf(path);
  return seals.some(({ size, digest }) => size === own?.size && digest === own.digest);
}

/** Is it one of ours that cannot be read any more, and nobody is in it who is not made anew? What else cannot be read is moved by who knows what it is. */
function isRemnant(path: string, allMade: boolean): boolean {
  return allMade && sealOf(path) === undefined && beginsAsOurs(path);
}

/** Where people are. */
export function partPlaces(names: PartNames, journal: Journal): Pick<ManySink, 'pathOf' | 'isThere'> {
  const known = new Map<number, boolean>();
  return {
    pathOf: ({ address, part }) => `${names.name(part)}/${folderName(address)}`,
    isThere: ({ entry }) => {
      const part = entry?.part ?? 0;
      const found = known.get(part) ?? isWhole(names.standing(part), journal.seals(part));
      known.set(part, found);
      return found;
    },
  };
}

function isWhole(path: string | undefined, seals: readonly Seal[]): boolean {
  return path !== undefined && (seals.length === 0 ? sealOf(path) !== undefined : isSealed(path, seals));
}

async function merged(old: string, fresh: string, path: string): Promise<ZipWriter> {
  try {
    return await mergeZips(old, fresh, path);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') throw error;
    throw new InputError(manyProblem('many.part', { path: old }), { cause: error });
  }
}

async function sizeOf(path: string | undefined): Promise<Size> {
  // One that cannot be read any more is written anew.
  if (path === undefined || sealOf(path) === undefined) return { entries: 0, bytes: 0 };
  const zip = await openZip(path);
  zip.close();
  return { entries: zip.entries, bytes: statSync(path).size };
}

function fullest(drafts: readonly (readonly [number, Draft])[]): number {
  return drafts.reduce((most, each) => (each[1].zip.entries() > most[1].zip.entries() ? each : most))[0];
}

async function failing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputError || error instanceof TypeError ? error : unwritable(folder, error);
  }
}
