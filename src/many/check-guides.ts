import type { Guides } from '../bundle/guides.ts';
import type { Problem } from '../errors.ts';
import { checkProblem } from './check-fault.ts';
import type { Standing } from './check-standing.ts';

/** Guides that were written once for many. */
export interface GuideSubject {
  readonly pages: ReturnType<Guides['pagesIn']>;
  /** Absent: there is no such folder. */
  readonly standing: Standing | undefined;
  /** Where a page is. */
  readonly shown: (name: string) => string;
  /** What is made anew where it is missing, and the pages with it. */
  readonly whole: string;
}

/** Opens the pages to which everybody's own leads, and says which are not as they were written. */
export async function checkGuides({ pages, standing, shown, whole }: GuideSubject): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { path, bytes } of pages)
    if (!(await isAsWritten(path, bytes(), standing)))
      problems.push(checkProblem('check.guide', { whole }, { file: shown(path) }));
  return problems;
}

async function isAsWritten(path: string, bytes: Uint8Array, standing: Standing | undefined): Promise<boolean> {
  if (standing === undefined) return false;
  try {
    return Buffer.from(await standing.read(path)).equals(bytes);
  } catch {
    return false;
  }
}
