/** Rounds of all sides alternate, because machines differ and are noisy: `rounds` of each, by side. */
export function measure(sides: readonly (() => number)[], rounds = 15): readonly (readonly number[])[] {
  const measured = Array.from({ length: rounds }, () => sides.map((side) => side()));
  return sides.map((_, side) => measured.map((round) => round[side] ?? 0));
}

/** The median of each side. */
export function medians(sides: readonly (() => number)[], rounds?: number): number[] {
  return measure(sides, rounds).map(median);
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** How often `work` runs in a second, measured over a twentieth of one, and once at least. */
export function perSecond(work: () => unknown): number {
  let count = 0;
  const from = performance.now();
  let now = from;
  while (now - from < 50) {
    work();
    count++;
    now = performance.now();
  }
  return (count * 1000) / (now - from);
}

export function milliseconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** A line of a table. */
export function row(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}
