import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** What the ZIP files of a run are called: NAME.zip where there is one, and else NAME-0001.zip, NAME-0002.zip … */
export interface PartNames {
  readonly name: (part: number) => string;
  readonly path: (part: number) => string;
  /** The file that is there. */
  readonly standing: (part: number) => string | undefined;
  /** There is more than one, or may be: the first gets its number. */
  readonly number: () => void;
  readonly isNumbered: () => boolean;
  /** Those that have a file now, by whomever. */
  readonly all: () => readonly number[];
}

/** @param several there are more than one already */
export function partNames(folder: string, stem: string, several: boolean): PartNames {
  const alone = `${stem}.zip`;
  const withNumber = (part: number) => `${stem}-${String(part).padStart(4, '0')}.zip`;
  let numbered = several || existsSync(join(folder, withNumber(1)));
  const name = (part: number) => (numbered ? withNumber(part) : alone);
  return {
    name,
    path: (part) => join(folder, name(part)),
    standing: (part) => [join(folder, name(part))].find((each) => existsSync(each)),
    number: () => {
      const before = join(folder, alone);
      if (!numbered && existsSync(before)) renameSync(before, join(folder, withNumber(1)));
      numbered = true;
    },
    isNumbered: () => numbered,
    all: () => {
      const numbers = namesIn(folder).flatMap((each) => {
        const number = Number(each.startsWith(`${stem}-`) ? /^-(\d{4,})\.zip$/.exec(each.slice(stem.length))?.[1] : '');
        return number > 0 && withNumber(number) === each ? [number] : [];
      });
      const first = !numbered && existsSync(join(folder, alone)) ? [1] : [];
      return [...new Set([...first, ...numbers])].sort((one, other) => one - other);
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
