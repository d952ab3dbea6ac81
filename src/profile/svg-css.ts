/* What the CSS of a picture may do: say how something is drawn. It is a list of what is allowed, because of what loads there is more in each version of CSS. */

/** Functions that compute a colour, a length, a place or a choice; `url` beside them is looked at. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix', 'light-dark', 'var'],
  ...['matrix', 'matrix3d', 'translate', 'translatex', 'translatey', 'translate3d', 'scale', 'scalex', 'scaley'],
  ...['rotate', 'rotatex', 'rotatey', 'rotatez', 'skew', 'skewx', 'skewy', 'calc', 'min', 'max', 'clamp'],
  ...['path', 'polygon', 'circle', 'ellipse', 'inset', 'rect', 'xywh'],
  ...[
    'blur',
    'brightness',
    'contrast',
    'drop-shadow',
    'grayscale',
    'hue-rotate',
    'invert',
    'opacity',
    'saturate',
    'sepia',
  ],
  ...[':not', ':is', ':where', ':nth-child', ':nth-of-type', ':nth-last-child', ':nth-last-of-type', ':lang'],
]);

/** What a part of this picture is called by: `url(#id)`. Any other address is loaded. */
const WITHIN = /url\(\s*(?:"#([\w.:-]+)"|'#([\w.:-]+)'|#([\w.:-]+))\s*\)/gi;

/**
 * The first thing in a text of CSS that is not known to do no more than draw; `undefined` where there is none. An escape may write any word, so there is none. What stands in
 * comments is looked at as well: where they begin, readers may not agree.
 */
export function strayIn(css: string): string | undefined {
  if (css.includes('\\')) return '\\';
  const [rule] = [...css.matchAll(/@[\w-]*/g)].filter(([name]) => name.toLowerCase() !== '@media');
  if (rule !== undefined) return rule[0];
  for (const [called, name = ''] of css.replaceAll(WITHIN, '').matchAll(/(:?[\w-]*|[^\0-\x7f]+)\(/g)) {
    if (name !== '' && !FUNCTIONS.has(name.toLowerCase())) return called;
  }
  return /javascript:/i.exec(css)?.[0];
}

/** The parts of the picture that a text of CSS draws with, by their ids. */
export function partsIn(css: string): string[] {
  return [...css.matchAll(WITHIN)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}
