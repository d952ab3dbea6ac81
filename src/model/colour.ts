/** A colour of a page, as `#rrggbb`. */
export type Colour = string;

/** What a page shows text of the brand's colour on, or beside it, in light and in dark (templates/page/style.css; test/pages/brand.test.ts holds them together). */
export const backgrounds = {
  light: ['#f5f3ee', '#ffffff', '#eaf0fa', '#fff4cc'],
  dark: ['#12161d', '#1b212b', '#22304a', '#3a3112', '#10203c'],
} as const satisfies Record<'light' | 'dark', readonly Colour[]>;

/** WCAG 2.2, 1.4.3: text of any size. */
export const ENOUGH = 4.5;

/** How well two colours stand out from each other, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The least contrast with any of these. */
export function leastContrast(colour: Colour, among: readonly Colour[]): number {
  return Math.min(...among.map((each) => contrast(colour, each)));
}

/** The colour itself, or the first that can be read on all of these on the way from it to black (on light ones) or to white. */
export function readable(colour: Colour, scheme: keyof typeof backgrounds): Colour {
  const end = scheme === 'light' ? 0 : 255;
  for (let step = 0; step < STEPS; step += 1) {
    const mixed = mix(colour, end, step / STEPS);
    if (leastContrast(mixed, backgrounds[scheme]) >= ENOUGH) return mixed;
  }
  return mix(colour, end, 1);
}

const STEPS = 256;

function mix(colour: Colour, end: number, share: number): Colour {
  const parts = channels(colour).map((each) => Math.round(each + (end - each) * share));
  return `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
