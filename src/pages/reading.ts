import { forPhones } from '../model/phones.ts';
import type { ProgramPage } from './guide-page.ts';

/** Where a page is read: on a device that it is for, on another one, or out of a folder, where nobody knows. */
export type ReadAt = 'here' | 'elsewhere' | 'folder';

/** Is the program one for phones alone? */
export function isForPhones({ devices }: Pick<ProgramPage, 'devices'>): boolean {
  return forPhones(devices);
}

export function readingOf({ devices, served }: Pick<ProgramPage, 'devices' | 'served'>): ReadAt {
  if (served === undefined) return 'folder';
  return served.device === undefined || devices.includes(served.device) ? 'here' : 'elsewhere';
}
