/**
 * A frame of samples: the lines of a fragment in the place of those of the file that begin with the same key, or at the end of it.
 * @param base a file of which no rule says anything
 * @param key what a line begins with, as the first group
 */
export function lineFrame(base: string, key: RegExp): (fragment: string) => string {
  const keyOf = (line: string) => key.exec(line)?.[1]?.toLowerCase();
  return (fragment) => {
    const keys = new Set(fragment.split('\n').map(keyOf));
    keys.delete(undefined);
    const lines = base.split('\n');
    const first = lines.findIndex((line) => keys.has(keyOf(line)));
    const kept = lines.filter((line) => !keys.has(keyOf(line)));
    const at = first < 0 ? kept.length - 1 : first;
    return [...kept.slice(0, at), fragment, ...kept.slice(at)].join('\n');
  };
}

/** The whole file. */
export const wholeFile = (fragment: string) => fragment;
