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

/** A piece of a sentence: plain text, what the program calls something, or a link. */
interface Part extends Context {
  readonly text: string;
  readonly ui: boolean;
  readonly link: string | false;
}

/** A numbered step that asks for nothing. */
export interface BareStep extends ReadyStep {
  readonly fields: readonly Context[];
  readonly command: Context | false;
  readonly appPassword: Context | false;
  /** A window of the system, drawn. */
  readonly dialog: Context | false;
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
  readonly fileNotFor: ReadyStep | false;
  readonly fileFor: ReadyStep | false;
  readonly troubles: readonly Context[];
  readonly unsigned: readonly Part[];
  /** One or none. */
  readonly privateAuthority: readonly Context[];
}

/** That part, ready for the template: made once for these words. @param handHref where a link to the way by hand leads: `false` where there is none */
export function readyGuide(words: GuideWords, handHref: string | false = BY_HAND): ReadyGuide {
  const byHref = known.get(words) ?? new Map<string | false, ReadyGuide>();
  known.set(words, byHref);
  const ready = byHref.get(handHref) ?? prepare(words, handHref);
  byHref.set(handHref, ready);
  return ready;
}

const known = new WeakMap<GuideWords, Map<string | false, ReadyGuide>>();

/** On the page itself. */
const BY_HAND = '#by-hand';

function prepare(words: GuideWords, href: string | false): ReadyGuide {
  const { start, steps, taps = {}, role, undo, repair, afterwards, blocked, refusals = [], troubles = [] } = words;
  const { privateAuthority, unsigned = '', fileFor, fileNotFor } = words;
  const each = (of: Readonly<Record<string, Step>>) =>
    Object.fromEntries(Object.entries(of).map(([key, step]) => [key, bareStep(step, href)]));
  return {
    start: {
      additional: start.additional.map((step) => bareStep(step, href)),
      primary: start.primary.map((step) => bareStep(step, href)),
    },
    steps: each(steps),
    taps: each(taps),
    role: { additional: readyStep(role.additional, href), primary: readyStep(role.primary, href) },
    undo: readyStep(undo, href),
    repair: readyStep(repair, href),
    afterwards: afterwards !== undefined && readyStep(afterwards, href),
    blocked: blocked !== undefined && readyTrouble(blocked, href),
    refusals: refusals.map((each) => readyTrouble(each, href)),
    fileNotFor: fileNotFor !== undefined && readyStep(fileNotFor, href),
    fileFor: fileFor !== undefined && readyStep(fileFor, href),
    troubles: troubles.map((each) => readyTrouble(each, href)),
    unsigned: partsOf(unsigned, href),
    privateAuthority: privateAuthority === undefined ? [] : [readyTrouble(privateAuthority, href)],
  };
}

type GuideTexts = Catalogue['guides'];

/** What may go wrong in every program, ready for the template: made once for these words. */
export function everywhere(guides: GuideTexts): readonly Context[] {
  const ready = inAll.get(guides) ?? guides.troubles.map((each) => readyTrouble(each));
  inAll.set(guides, ready);
  return ready;
}

const inAll = new WeakMap<GuideTexts, readonly Context[]>();

export function readyTrouble({ seen, help }: Trouble, handHref?: string | false): Context {
  return { seen, ...readyStep(help, handHref) };
}

/** A step for the template that numbers it. */
export function bareStep(step: Step, handHref?: string | false): BareStep {
  return { fields: [], command: false, appPassword: false, dialog: false, ...readyStep(step, handHref) };
}

/** A step, with its labels told from its text. */
export function readyStep({ say, path, note }: Step, handHref: string | false = BY_HAND): ReadyStep {
  return { parts: partsOf(say, handHref), path, note: partsOf(note.join(' '), handHref) };
}

/** `[Install]` is a label, `[by hand](#by-hand)` a link to that way, and `[example.org](https://example.org/)` one to a site. */
function partsOf(text: string, handHref: string | false): readonly Part[] {
  const parts = text.split(/(\[[^\]]*\](?:\((?:#by-hand|https:[^)]*)\))?)/).map((piece): Part => {
    const [, name, to] = /^\[([^\]]*)\](?:\((.*)\))?$/.exec(piece) ?? [];
    const link = to === undefined ? false : to === BY_HAND ? handHref : to;
    return { text: name ?? piece, ui: name !== undefined && to === undefined, link };
  });
  return parts.filter(({ text }) => text !== '');
}
