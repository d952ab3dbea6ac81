import type { Problem } from '../errors.ts';
import { addressOf } from '../model/address.ts';
import { ADDRESS_RULE, ASK } from '../model/rule.ts';
import { gives, inferRule, type LoginPair } from './infer-login.ts';
import { describePlaceOf } from './place-text.ts';
import type { SaidLogin, Stated } from './testimony.ts';
import { loss } from './words.ts';

/** A login rule, and which files it comes from. */
export interface FoundRule {
  /** `ask` where none fits. */
  readonly rule: string;
  readonly places: readonly Stated<unknown>['place'][];
  /** It was made of people's own logins, and not read. */
  readonly inferred: boolean;
  /** How many people’s logins it was made of. */
  readonly people: number;
  /** Logins stand there of people whose address no file says. */
  readonly unaddressed: boolean;
}

/** A login, and whose file it is from. */
export type OwnedLogin = { readonly said: SaidLogin | undefined; readonly owner: string | undefined };

/** The rule that these logins follow. What a file says as a rule wins over what is made of people's own. */
export function ruleFollowed(all: readonly OwnedLogin[], losses: Problem[]): FoundRule | undefined {
  const said = all.flatMap(({ said: login, owner }) => (login === undefined ? [] : [{ ...login, owner }]));
  if (said.length === 0) return undefined;
  const places = said.map(({ place }) => place);
  const rules = said.flatMap(({ value, place }) => ('rule' in value ? [{ rule: value.rule, place }] : []));
  const pairs = said.flatMap(({ value, owner, place }): (LoginPair & { place: typeof place })[] =>
    'login' in value ? [{ login: value.login, address: owner ?? ownerOf(value.login), place }] : [],
  );
  const known = pairs.filter(({ address }) => address !== '');
  const people = new Set(known.map(({ address }) => address.toLowerCase())).size;
  const [read] = rules;
  for (const other of rules)
    if (read !== undefined && other.rule !== read.rule) {
      const details = { what: 'login', value: other.rule, other: read.rule, place: describePlaceOf(read.place) };
      losses.push(loss('import.disagree', details, other.place));
    }
  const found = { places, people, unaddressed: known.length < pairs.length };
  const [nobodys] = pairs.filter(({ address }) => address === '');
  if (nobodys !== undefined && read === undefined)
    losses.push(loss('import.no-address', { value: nobodys.login }, nobodys.place));
  const rule = read?.rule ?? inferRule(known);
  const odd = rule === ASK ? undefined : known.find((pair) => !gives(rule, pair));
  if (odd !== undefined) {
    losses.push(loss('import.disagree-login', { rule }, odd.place));
    return { ...found, rule: ASK, inferred: true };
  }
  return { ...found, rule, inferred: read === undefined };
}

/** A login that is an address is taken for that of its owner, where no file has another. */
function ownerOf(login: string): string {
  return addressOf(login) === undefined ? '' : login;
}

/** The rule that most have, the first of them where there are several. */
export function usual(rules: readonly (FoundRule | undefined)[]): FoundRule | undefined {
  const there = rules.filter((rule) => rule !== undefined);
  const counts = new Map<string, number>();
  for (const { rule } of there) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const best = there.find(({ rule }) => counts.get(rule) === most);
  const alike = there.filter(({ rule }) => rule === best?.rule);
  return (
    best && {
      ...best,
      places: alike.flatMap(({ places }) => places),
      people: Math.max(...alike.map(({ people }) => people)),
      unaddressed: alike.some(({ unaddressed }) => unaddressed),
    }
  );
}

/** Is it more than where the address stands in the login, and yet made of one person’s? Another’s login may be made in another way. */
export function isGuess({ rule, inferred, people }: FoundRule): boolean {
  return inferred && people < 2 && rule.includes('|');
}

/** Is this the rule that a profile without one has? */
export function isUsualRule({ rule }: FoundRule): boolean {
  return rule === ADDRESS_RULE;
}

/** The guesses among rules, each once. */
export function guessesAmong(rules: readonly (FoundRule | undefined)[]): FoundRule[] {
  const guesses = rules.filter((rule) => rule !== undefined && isGuess(rule));
  return [...new Map(guesses.map((each) => [each?.rule, each])).values()].filter((each) => each !== undefined);
}
