import { MultiBar, type SingleBar } from 'cli-progress';

/** A bar on a terminal, with a line of text behind it. */
export interface Bar {
  readonly start: (total: number | undefined) => void;
  readonly update: (done: number, text: string) => void;
  /** Says something above it. */
  readonly above: (text: string) => void;
  readonly stop: () => void;
}

/** Where the total is not known, the text stands alone. */
export function makeBar(stream: NodeJS.WritableStream): Bar {
  const bars = new MultiBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
    // Signals are ours to hold.
    gracefulExit: false,
    format: ({ barsize = 30 }, { progress, total }, { text }: { text?: string }) => {
      const full = Math.round(progress * barsize);
      const bar = total > 0 ? `${'█'.repeat(full)}${'░'.repeat(barsize - full)} ` : '';
      return `${bar}${text ?? ''}`;
    },
  });
  let bar: SingleBar | undefined;
  return {
    start: (total) => {
      bar = bars.create(total ?? 0, 0, { text: '' });
    },
    update: (done, text) => bar?.update(done, { text }),
    above: (text) => bars.log(`${text}\n`),
    stop: () => bars.stop(),
  };
}
