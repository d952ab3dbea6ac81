import { existsSync } from 'node:fs';
import { describe, InputError, type Problem } from '../errors.ts';
import { type Gathered, putTogether } from '../import/gather.ts';
import { idOf, profileText } from '../import/write-profile.ts';
import { ASK } from '../model/rule.ts';
import { ANY } from '../model/wildcard.ts';
import { readProfile } from '../profile/file.ts';
import type { DomainAsking } from './domain-source.ts';
import { testimonyOfAll } from './import.ts';
import { exampleOf, togetherOf } from './init-profile.ts';
import { faultsIn, type InitQuestion, questions, ruleOf, valuesIn } from './init-questions.ts';
import {
  answerTo,
  domainsIn,
  type InitAnswer,
  initProblem,
  initWarning,
  initWords,
  mainDomain,
  type QuestionFlag,
  type State,
} from './init-state.ts';
import { quotedPath } from './quoted-path.ts';
import { type Asked, type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { refuseExisting, writeProfileFile } from './write-profile-file.ts';

export interface InitOrder {
  /** What options say, by question. */
  readonly said: ReadonlyMap<QuestionFlag, readonly string[]>;
  /** Files and domains to begin from. */
  readonly from: readonly string[];
  readonly asking?: DomainAsking;
  readonly out: string | undefined;
  readonly force: boolean;
  /** Nobody is asked: what is proposed is taken. */
  readonly yes: boolean;
  readonly json: boolean;
}

/**
 * `facteur init`: writes a first profile out of options, files, and answers of whoever sits at the terminal, and says what to do next.
 * @throws InputError with everything that is wrong with the options, or missing where nobody can be asked
 */
export async function init(
  { said, from, asking = {}, out, force, yes, json }: InitOrder,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  const words = initWords(language);
  if (out !== undefined) await refuseExisting(out, force);
  const testimony = await testimonyOfAll(from, asking, terminal);
  const addressed = testimony.some(({ address }) => address !== undefined);
  const answers = new Map<QuestionFlag, InitAnswer>();
  // Told where it can still be answered otherwise: whoever has said all else would begin anew.
  const isTaken = (id: string) => out === undefined && !force && existsSync(`${id}.yaml`);
  // An address lets files say more: they are put together again with each answer.
  const state = (): State => {
    const files = putTogether(testimony, answers.get('address')?.values[0]);
    return { language, answers, addressed, files, isTaken };
  };
  const ask = yes ? undefined : terminal.ask;
  takeOptions(said, answers, state, ask === undefined);
  if (ask !== undefined && !(await askAll(ask, answers, state))) {
    terminal.alert(words.stopped);
    return exitCode.givenUp;
  }
  const known = state();
  const file = out ?? `${answerTo(known, 'id') ?? idOf(domainsIn(known)[0] ?? '')}.yaml`;
  terminal.warn(warningsOf(known));
  const profile = profileText(togetherOf(known), language, 'init');
  // What no question sees by itself: two values that contradict each other.
  readProfile(profile, file);
  await writeProfileFile(file, profile, force);
  tellNext(known, file, json, terminal);
  return exitCode.done;
}

/** @param alone nobody can be asked @throws InputError */
function takeOptions(
  said: InitOrder['said'],
  answers: Map<QuestionFlag, InitAnswer>,
  state: () => State,
  alone: boolean,
): void {
  const problems: Problem[] = [];
  for (const question of questions) {
    const { flag } = question;
    const written = said.get(flag);
    if (written === undefined) continue;
    const place = { field: `--${flag}` };
    const values = valuesIn(question, written);
    const faults = faultsIn(question, values, state());
    problems.push(...faults.map((each): Problem => ({ ...each, place })));
    if (faults.length === 0) answers.set(flag, { values, place });
  }
  if (alone) problems.push(...missing(said, state()));
  if (problems.length > 0) throw new InputError(problems);
}

/** What nobody says and nobody can be asked for. What a wrong option would have said is not missing. */
function missing(said: InitOrder['said'], state: State): Problem[] {
  const saidByOthers: Partial<Record<QuestionFlag, boolean>> = {
    domain: said.has('address'),
    'login-rule': said.has('address') && said.has('login'),
  };
  return questions
    .filter(({ flag, needed, settled }) => {
      if (said.has(flag) || saidByOthers[flag] === true) return false;
      return needed?.(state) === true && settled?.(state) !== true;
    })
    .map(({ flag }) =>
      initProblem(flag === 'login-rule' ? 'init.missing-login' : 'init.missing', {}, { field: `--${flag}` }),
    );
}

type Ask = NonNullable<Terminal['ask']>;

/** @returns false where the person gives up */
async function askAll(ask: Ask, answers: Map<QuestionFlag, InitAnswer>, state: () => State): Promise<boolean> {
  for (const question of questions) {
    const { flag, settled } = question;
    if (answers.has(flag) || settled?.(state()) === true) continue;
    const known = state();
    const answer = await ask(askedOf(question, known));
    if (answer === undefined) return false;
    // Nothing is said where nobody has to answer.
    if (answer !== '')
      answers.set(flag, { values: valuesIn(question, [answer]), place: { field: initWords(known.language).answered } });
  }
  return true;
}

function askedOf(question: InitQuestion, state: State): Asked {
  const { flag, choices, optional, proposed } = question;
  const words = initWords(state.language);
  const labels: Readonly<Record<string, string>> = { ...words.securities, ...words.protocols };
  return {
    message: messageOf(flag, state),
    proposed: proposed?.(state),
    hint: flag === 'address' ? words.hints.address({ domain: domainsIn(state)[0] ?? '' }) : undefined,
    choices: choices?.map((value) => ({ value, label: labels[value] ?? value })),
    fault: (answer) => {
      if (answer === '' && optional === true) return undefined;
      const values = answer === '' ? [] : valuesIn(question, [answer]);
      const [fault] = faultsIn(question, values, state);
      return fault && describe(fault, state.language);
    },
  };
}

/** The rule that was found is shown with the example that it was found by. */
function messageOf(flag: QuestionFlag, state: State): string {
  const words = initWords(state.language);
  const [address, login] = [answerTo(state, 'address'), answerTo(state, 'login')];
  if (flag !== 'login-rule' || address === undefined || login === undefined) return words.questions[flag];
  return ruleOf(state) === ASK ? words.noRule({ address, login }) : words.ruleFound({ address, login });
}

function warningsOf(state: State): Problem[] {
  const { losses }: Gathered = state.files;
  const lost =
    answerTo(state, 'login') !== undefined && answerTo(state, 'login-rule') === undefined && ruleOf(state) === ASK;
  return [...losses, ...(lost ? [initWarning('init.ask', {}, { field: '--login' })] : [])];
}

/** Commands that work when they are pasted. */
function tellNext(state: State, file: string, json: boolean, terminal: Terminal): void {
  const words = initWords(terminal.language);
  // A file is none of a profile's ids, and no option.
  const path = quotedPath(file.startsWith('-') ? `./${file}` : file);
  const login = ruleOf(state) === ASK ? ` --login ${words.ownLogin}` : '';
  // A wildcard is many zones.
  const wild = domainsIn(state).every((each) => each.startsWith(ANY));
  const named = wild ? ` ${exampleOf(state).split('@')[1]}` : '';
  const server = answerTo(state, 'site') === undefined ? ` --server config.${mainDomain(state) ?? 'example.org'}` : '';
  const next = {
    lint: `facteur lint ${path}`,
    generate: `facteur generate ${exampleOf(state)}${login} --profile ${path}`,
    serve: `facteur serve --profile ${path}`,
    publish: `facteur publish${named} --profile ${path}`,
    dns: `facteur dns${named} --profile ${path}${server}`,
    check: `facteur check${named} --profile ${path}${server}`,
  };
  if (json) {
    terminal.answer({ path: file, next: Object.values(next) });
    return;
  }
  terminal.print(words.written({ file }));
  for (const [key, command] of Object.entries(next) as [keyof typeof next, string][])
    terminal.print(`  ${command}\n      ${words.next[key]}`);
}
