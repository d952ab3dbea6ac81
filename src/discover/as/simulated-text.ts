import type { Language } from '../../model/account.ts';
import { series } from '../../words/languages.ts';
import { visible } from '../../words/typography.ts';
import type { AskedPlace, EndServer, LookUpEnd, LookUpStep } from './look-up.ts';
import type { FitFault } from './profile-fit.ts';
import { serverText } from './server-text.ts';
import type { SimulatorId } from './simulators.ts';
import { type ProgramWords, programWords, remarkText } from './words.ts';

/** How an end fits a profile. */
export interface ProfileFit {
  readonly profile: string;
  readonly faults: readonly FitFault[];
}

/** A program, what it ends with, and how that fits the profile whose domain it is. */
export interface Simulated {
  readonly id: SimulatorId;
  readonly end: LookUpEnd;
  readonly fit?: ProfileFit | undefined;
}

/** The form of `discover --json`. */
export function simulatedJson({ end, fit }: Simulated, language: Language): object {
  const words = programWords(language);
  const { outcome, incoming, outgoing, steps, doubts } = end;
  const login = incoming?.login ?? outgoing?.login;
  return {
    outcome,
    ...(login !== undefined && { login }),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing }),
    steps: steps.map((step) => stepJson(step, words, language)),
    doubts: doubts.map((each) => remarkText(words, each)),
    ...(fit && { profile: { id: fit.profile, right: fit.faults.length === 0, faults: fit.faults } }),
  };
}

function stepJson({ asks, places, does }: LookUpStep, words: ProgramWords, language: Language): object {
  const gets = series(
    places.map((each) => placeText(each, words)),
    language,
  );
  return {
    asks: remarkText(words, asks),
    gets,
    // biome-ignore lint/suspicious/noThenProperty: what scripts read; nothing waits for it
    then: series(
      does.map((each) => remarkText(words, each)),
      language,
    ),
    places: places.map(({ place, tells, chain }) => ({ place, tells, chain })),
  };
}

function placeText({ place, tells, chain, got }: AskedPlace, words: ProgramWords): string {
  const way = [place, ...chain].map((each) => visible(each)).join(' → ');
  return (tells ? words.told : words.place)({ place: way, got: remarkText(words, got) });
}

/** For people: the program, each step, and the end. */
export function simulatedLines({ id, end, fit }: Simulated, language: Language): string[] {
  const words = programWords(language);
  const { outcome, incoming, outgoing, steps, doubts } = end;
  const ends = [
    ...(incoming ? [endText('incoming', incoming, words)] : []),
    ...(outgoing ? [endText('outgoing', outgoing, words)] : []),
  ];
  return [
    words.heading({ program: words.titles[id], outcome: words.outcomes[outcome] }),
    ...steps.flatMap(({ asks, places, does }, index) => [
      `  ${words.step({ number: index + 1, asks: remarkText(words, asks) })}`,
      ...places.map((each) => `     ${placeText(each, words)}`),
      ...does.map((each) => `     ${words.does({ does: remarkText(words, each) })}`),
    ]),
    ...ends.map((each) => `  ${each}`),
    ...(fit ? [`  ${fitText(fit, words, language)}`] : []),
    ...doubts.map((each) => `  ${words.doubt({ doubt: remarkText(words, each) })}`),
  ];
}

function endText(direction: 'incoming' | 'outgoing', server: EndServer, words: ProgramWords): string {
  const shown = { direction: words.directions[direction], server: visible(serverText(server)) };
  const login = server.tries?.join(', ') ?? server.login;
  return login === undefined ? words.endWithoutLogin(shown) : words.end({ ...shown, login: visible(login) });
}

function fitText({ profile, faults }: ProfileFit, words: ProgramWords, language: Language): string {
  if (faults.length === 0) return words.right({ profile });
  const texts = faults.map(({ direction, field, found, wanted }) =>
    words.faults[field]({ direction: words.directions[direction], found: visible(found), wanted: visible(wanted) }),
  );
  return words.wrong({ profile, faults: series(texts, language) });
}
