import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Guides } from '../bundle/guides.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Account, Person } from '../model/account.ts';
import { checkProblem, type Damage, wordsOfError } from './check-fault.ts';
import { checkGuides } from './check-guides.ts';
import { checkJournal } from './check-journal.ts';
import { checkPerson } from './check-person.ts';
import { takeEvenly } from './check-sample.ts';
import { folderStanding, openStandingZip, type Standing, type StandingZip } from './check-standing.ts';
import type { JournalHead } from './journal.ts';
import type { Places } from './places.ts';
import type { ReportRow } from './report.ts';
import type { Wanted } from './screen.ts';

/** Where a run has put what it made. */
export interface Standings {
  readonly places: Places;
  readonly layout: JournalHead['layout'];
  /** Where somebody's files are, below the folder of all. */
  readonly pathOf: (somebody: Wanted) => string;
  /** @throws InputError */
  readonly resolve: (person: Person) => Account;
  /** The guides to which their pages lead. */
  readonly guides: Guides | undefined;
  /** The certificate that signs, in PEM, where there is one. */
  readonly certificate: string | undefined;
  /** Throws when the run is to end. */
  readonly refuse: () => void;
  readonly tell: (fault: Damage) => void;
}

/** What came of a check. */
export interface Checked {
  readonly people: number;
  readonly faults: number;
}

/** Opens the files of some of a run's people again, from where they stand. */
export interface Check {
  /** Somebody of whom the run knows what became. */
  readonly add: (row: ReportRow, where: string, somebody: Wanted | undefined) => void;
  readonly run: (made: Standings) => Promise<Checked>;
}

interface Passed {
  readonly row: ReportRow['row'];
  readonly where: string;
  readonly somebody: Wanted;
}

/** @param most how many people at most */
export function makeCheck(most: number): Check {
  const sample = takeEvenly<Passed>(most);
  return {
    add: ({ row, status }, where, somebody) => {
      // What differs was made of other values, and is told as such.
      const isMade = status === 'created' || status === 'unchanged' || status === 'updated';
      if (isMade && somebody !== undefined) sample.add({ row, where, somebody });
    },
    run: (made) => checkAll(sample.taken(), made),
  };
}

async function checkAll(people: readonly Passed[], made: Standings): Promise<Checked> {
  const { places, refuse, tell } = made;
  let faults = 0;
  const open = opener(made);
  try {
    for (const { row, where, somebody } of people) {
      refuse();
      for (const problem of await problemsOf(somebody, open, made)) {
        faults++;
        tell({ row, where, problem });
      }
    }
  } finally {
    open.close();
  }
  for (const problem of await checkJournal(
    places.journal,
    people.map(({ somebody }) => somebody),
  )) {
    faults++;
    tell({ row: '', where: '', problem });
  }
  return { people: people.length, faults };
}

async function problemsOf(somebody: Wanted, { standing, guidesAt }: Opener, made: Standings): Promise<Problem[]> {
  const { places, layout, pathOf, resolve, certificate, guides } = made;
  const path = join(places.folder, pathOf(somebody));
  const whole = layout === 'parts' ? dirname(path) : path;
  const signer = certificate === undefined ? undefined : new X509Certificate(certificate);
  let account: Account;
  let found: Standing;
  try {
    account = resolve(somebody.person);
  } catch (error) {
    // A profile that was changed meanwhile: the next run refuses the row.
    if (error instanceof InputError) return [...error.problems];
    throw error;
  }
  try {
    found = await standing(path);
  } catch (error) {
    const reason = wordsOfError(error);
    const place = { file: whole };
    return [
      reason === 'ENOENT'
        ? checkProblem('check.absent', { whole }, place)
        : checkProblem('check.unreadable', { reason, whole }, place),
    ];
  }
  const own = await checkPerson({ standing: found, account, shown: (name) => join(path, name), whole, signer });
  const folder = guides?.folderFor(account);
  if (guides === undefined || folder === undefined) return own;
  const beside = guidesAt(path, folder);
  if (beside === 'seen') return own;
  const shown = (name: string) => join(dirname(path), folder, name);
  return [...own, ...(await checkGuides({ pages: guides.pagesIn(folder), standing: beside, shown, whole }))];
}

/** Opens what stands for somebody; of a ZIP with many, one at a time stays open. */
interface Opener {
  readonly standing: (path: string) => Promise<Standing>;
  /** The folder of guides to which the page there leads, once; `undefined` where there is none. */
  readonly guidesAt: (path: string, folder: string) => Standing | 'seen' | undefined;
  readonly close: () => void;
}

function opener({ layout }: Standings): Opener {
  let last: { readonly path: string; readonly zip: StandingZip } | undefined;
  const close = () => {
    last?.zip.close();
    last = undefined;
  };
  const seen = new Set<string>();
  return {
    guidesAt: (path, folder) => {
      const place = join(dirname(path), folder);
      if (seen.has(place)) return 'seen';
      seen.add(place);
      // Who has opened somebody's files there has opened the ZIP.
      if (layout !== 'folders') return last?.zip.of(folder);
      return existsSync(place) ? folderStanding(place) : undefined;
    },
    standing: async (path) => {
      if (layout === 'folders') return folderStanding(path);
      const file = layout === 'parts' ? dirname(path) : path;
      if (last?.path !== file) {
        close();
        last = { path: file, zip: await openStandingZip(file, layout === 'archives') };
      }
      return last.zip.of(layout === 'parts' ? basename(path) : basename(path).slice(0, -'.zip'.length));
    },
    close,
  };
}
