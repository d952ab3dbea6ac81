import type { GuideWords } from '../clients/guide.ts';
import type { Role } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Step, Trouble } from '../words/step.ts';

/** A step as a template shows it. */
export interface ReadyStep extends Context {
  readonly parts: readonly Part[];
  readonly path: readonly string[];
  readonly note: readonly Part[];
}

/** A piece of a sentence: plain text, or what the program calls something. */
interface Part extends Context {
  readonly text: string;
  readonly ui: boolean;
}

/** A numbered step that asks for nothing. */
export interface BareStep extends ReadyStep {
  readonly fields: readonly Context[];
  readonly command: Context | false;
  readonly appPassword: Context | false;
  /** A window of the system, drawn. */
  readonly dialog: Context | false;
  /** A link behind the note, to the way by hand. */
  readonly hand: Context | false;
}

/** The part of a guide that is the same for everybody who reads these words. */
export interface ReadyGuide {
  readonly start: Readonly<Record<Role, readonly BareStep[]>>;
  readonly steps: Readonly<Record<string, BareStep>>;
  readonly taps: Readonly<Record<string, BareStep>>;
  readonly role: Readonly<Record<Role, ReadyStep>>;
  readonly undo: ReadyStep;
  readonly repair: ReadyStep;
  readonly afterwards: ReadyStep | false;
  readonly blocked: Context | false;
  readonly refusals: readonly Context[];
  readonly troubles: readonly Context[];
  readonly unsigned: readonly Part[];
  /** One or none. */
  readonly privateAuthority: readonly Context[];
}

/** That part, ready for the template: made once for these words. */
export function readyGuide(words: GuideWords): ReadyGuide {
  const ready = known.get(words) ?? prepare(words);
  known.set(words, ready);
  return ready;
}

const known = new WeakMap<GuideWords, ReadyGuide>();

function prepare(words: GuideWords): ReadyGuide {
  const { start, steps, taps = {}, role, undo, repair, afterwards, blocked, refusals = [], troubles = [] } = words;
  const { privateAuthority, unsigned = '' } = words;
  const each = (of: Readonly<Record<string, Step>>) =>
    Object.fromEntries(Object.entries(of).map(([key, step]) => [key, bareStep(step)]));
  return {
    start: { additional: start.additional.map(bareStep), primary: start.primary.map(bareStep) },
    steps: each(steps),
    taps: each(taps),
    role: { additional: readyStep(role.additional), primary: readyStep(role.primary) },
    undo: readyStep(undo),
    repair: readyStep(repair),
    afterwards: afterwards !== undefined && readyStep(afterwards),
    blocked: blocked !== undefined && readyTrouble(blocked),
    refusals: refusals.map(readyTrouble),
    troubles: troubles.map(readyTrouble),
    unsigned: partsOf(unsigned),
    privateAuthority: privateAuthority === undefined ? [] : [readyTrouble(privateAuthority)],
  };
}

type GuideTexts = Catalogue['guides'];

/** What may go wrong in every program, ready for the template: made once for these words. */
export function everywhere(guides: GuideTexts): readonly Context[] {
  const ready = inAll.get(guides) ?? guides.troubles.map(readyTrouble);
  inAll.set(guides, ready);
  return ready;
}

const inAll = new WeakMap<GuideTexts, readonly Context[]>();

export function readyTrouble({ seen, help }: Trouble): Context {
  return { seen, ...readyStep(help) };
}

/** A step for the template that numbers it. */
export function bareStep(step: Step): BareStep {
  return { fields: [], command: false, appPassword: false, dialog: false, hand: false, ...readyStep(step) };
}

/** A step, with its labels told from its text. */
export function readyStep({ say, path, note }: Step): ReadyStep {
  return { parts: partsOf(say), path, note: partsOf(note.join(' ')) };
}

function partsOf(text: string): readonly Part[] {
  const parts = text.split(/\[([^\]]*)\]/).map((piece, index) => ({ text: piece, ui: index % 2 === 1 }));
  return parts.filter(({ text }) => text !== '');
}
