/**
 * What a text becomes that may have something of a person in it: pure, and the same function each time that it is asked for, so that what was worked out once for somebody is
 * known.
 */
export type Derivation = (text: string) => string;

/**
 * What `derivation` makes of a text: an identifier, an encoded word, the same in lower case. Whoever changes a text of a person beyond placing it in another one does so by this
 * function: where files are prepared for many, the text has marks in the place of the person, and the result is a mark of its own.
 */
export function derive(derivation: Derivation, text: string): string {
  return marking === undefined ? derivation(text) : marking.derive(derivation, text);
}

/** Says of a derivation that it makes of a text what it makes of the parts of it, one after the other: then what stands around a person is worked out once for everybody. */
export function piecewise<D extends (value: never) => string>(derivation: D): D {
  pieceByPiece.add(derivation);
  return derivation;
}

const pieceByPiece = new WeakSet<object>();

/** A text as a person may have it, for what decides which texts there are: all for whom something is prepared are alike in that, and the proof holds it against others. */
export function sampled(text: string): string {
  return marking === undefined ? text : marking.sampled(text);
}

/** The marks that stand in texts at the moment; nearly always none. */
let marking: Marks | undefined;

/** The values of one person, each worked out when it is first asked for, and once. */
export interface PersonValues {
  /** @throws what its derivation throws */
  readonly at: (mark: number) => string;
}

/** Texts of persons that stand for anybody's. */
export interface Marks {
  /** What stands for each of the samples that it was made with. */
  readonly given: readonly string[];
  /** Does this with marks in the place of persons. */
  readonly within: <T>(work: () => T) => T;
  readonly derive: (derivation: Derivation, text: string) => string;
  readonly sampled: (text: string) => string;
  /** Plain text and the numbers of marks, in turn: the first and the last are text. */
  readonly split: (text: string) => readonly (string | number)[];
  /** The values of somebody to whom these belong, in the order of the samples. */
  readonly valuesOf: (texts: readonly string[]) => PersonValues;
}

interface Mark {
  readonly text: string;
  /** What it may be for a person. */
  readonly sample: string;
  /** Absent for what the person themselves gives. */
  readonly derived?: { readonly derivation: Derivation; readonly from: readonly (string | number)[] };
}

/**
 * A mark is a word of letters and digits, which every notation takes as it is and which nobody has written. It has a capital letter, a digit in front, and a letter beyond ASCII or beyond
 * Latin-1, where its sample has: what asks about that finds the same.
 */
const MARK = /([Qq8]8zj[éŵ]?\d{4}v)/;

/** Marks for these texts of a person, each of which stands for all texts that are like it. */
export function marksFor(samples: readonly string[]): Marks {
  const marks: Mark[] = [];
  const numbers = new Map<string, number>();
  const known = new Map<Derivation, Map<string, string>>();

  const add = (sample: string, derived?: Mark['derived']): string => {
    const text = `${firstOf(sample)}8zj${signOf(sample)}${String(marks.length).padStart(4, '0')}v`;
    numbers.set(text, marks.length);
    marks.push({ text, sample, ...(derived !== undefined && { derived }) });
    return text;
  };
  const split = (text: string): readonly (string | number)[] => {
    const parts: (string | number)[] = text.split(MARK);
    for (let index = 1; index < parts.length; index += 2)
      parts[index] = numbers.get(String(parts[index])) ?? String(parts[index]);
    return parts;
  };
  const ofSample = (mark: number) => (marks[mark] as Mark).sample;
  const self: Marks = {
    given: samples.map((sample) => add(sample)),
    within: (work) => during(self, work),
    split,
    sampled: (text) => joined(split(text), ofSample),
    derive: (derivation, text) => {
      const found = known.get(derivation)?.get(text);
      if (found !== undefined) return found;
      const from = split(text);
      const apart = (work: () => string) => during(undefined, work);
      if (!from.some((part) => typeof part === 'number')) return apart(() => derivation(text));
      if (from.length > 1 && pieceByPiece.has(derivation) && !isMark(from)) {
        const part = (each: string | number) =>
          typeof each === 'number'
            ? self.derive(derivation, (marks[each] as Mark).text)
            : apart(() => derivation(each));
        return from.map(part).join('');
      }
      const sample = apart(() => derivation(joined(from, ofSample)));
      const mark = add(sample, { derivation, from });
      const texts = known.get(derivation) ?? new Map<string, string>();
      known.set(derivation, texts.set(text, mark));
      return mark;
    },
    valuesOf: (texts) => {
      const values: (string | undefined)[] = [...texts];
      const at = (mark: number): string => {
        const found = values[mark];
        if (found !== undefined) return found;
        // Only what the person gives stands among the texts, and the rest is derived.
        const { derivation, from } = (marks[mark] as Mark).derived as NonNullable<Mark['derived']>;
        const value = derivation(joined(from, at));
        values[mark] = value;
        return value;
      };
      return { at };
    },
  };
  return self;
}

/** A mark and nothing else. */
function isMark(parts: readonly (string | number)[]): boolean {
  return parts.length === 3 && parts[0] === '' && parts[2] === '';
}

function during<T>(marks: Marks | undefined, work: () => T): T {
  const before = marking;
  marking = marks;
  try {
    return work();
  } finally {
    marking = before;
  }
}

function joined(parts: readonly (string | number)[], at: (mark: number) => string): string {
  let text = '';
  for (const part of parts) text += typeof part === 'number' ? at(part) : part;
  return text;
}

function firstOf(sample: string): string {
  if (/[A-Z]/.test(sample)) return 'Q';
  return /^\d/.test(sample) ? '8' : 'q';
}

function signOf(sample: string): string {
  if (/^[\0-\x7f]*$/.test(sample)) return '';
  return /^[\0-\xff]*$/.test(sample) ? 'é' : 'ŵ';
}
