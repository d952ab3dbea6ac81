import type { Address } from '../model/address.ts';
import { fault, heldUnless, type Probe } from './check-rule.ts';
import { httpRules, privacyRules } from './rule-table.ts';
import type { Answered, Walk } from './walk.ts';

/** What somebody was answered. */
export interface PersonAnswer {
  readonly address: Address;
  /** Logins that the rules give them: they are in the answer, and differ. */
  readonly logins: readonly string[];
  readonly walk: Walk;
}

/**
 * Holds the answers for two people against each other: they may differ by address and login alone.
 * @param common what is answered without an address, where that is asked, too
 */
export function comparePeople(place: string, one: PersonAnswer, other: PersonAnswer, common?: Walk): Probe {
  const kept = keptFor(one, other) ?? keptFor(other, one);
  if (kept !== undefined)
    return fault(httpRules.cacheable, place, { header: kept }, { expected: 'Cache-Control: no-store', found: kept });
  const difference = differenceOf(one, other, common);
  const rule = privacyRules.enumeration;
  const codes = [one, other].map(({ walk }) => statusOf(walk)).join(' / ');
  return heldUnless(
    rule,
    place,
    difference !== undefined && fault(rule, place, { difference }, { found: `${difference}: ${codes}` }),
  );
}

/** The answer for somebody has somebody else in it: a cache goes by the path alone. */
function keptFor({ address }: PersonAnswer, { walk, address: own }: PersonAnswer): string | undefined {
  const answer = answerIn(walk);
  if (answer?.code !== 200 || own.local.includes(address.local)) return undefined;
  if (!new TextDecoder().decode(answer.body).toLowerCase().includes(`${address.local}@`.toLowerCase()))
    return undefined;
  return `Cache-Control: ${answer.headers['cache-control'] ?? '–'}`;
}

function differenceOf(one: PersonAnswer, other: PersonAnswer, common: Walk | undefined): string | undefined {
  const [first, second] = [answerIn(one.walk), answerIn(other.walk)];
  if (first === undefined || second === undefined) return undefined;
  if (first.code !== second.code) return 'status';
  // Nobody knows these two, and whoever is known gets something.
  if (common !== undefined && statusOf(common) === 200 && NOT_KNOWN.has(first.code)) return 'by-look-up';
  if (first.code !== 200) return undefined;
  if (first.headers['content-type'] !== second.headers['content-type']) return 'type';
  return sameFor(one, first) === sameFor(other, second) ? undefined : 'body';
}

const NOT_KNOWN: ReadonlySet<number> = new Set([403, 404, 410]);

export function answerIn({ end }: Walk): Answered | undefined {
  return end.kind === 'answered' ? end.answer : undefined;
}

export function statusOf(walk: Walk): number | undefined {
  return answerIn(walk)?.code;
}

/** The text of an answer with the person taken out, and what changes with the clock. */
function sameFor({ address, logins }: PersonAnswer, { body }: Answered): string {
  const { text, local } = address;
  const own = [...new Set([...logins, text, local])].sort((one, other) => other.length - one.length);
  return own
    .reduce((all, each) => all.replaceAll(new RegExp(escaped(each), 'gi'), '\0'), new TextDecoder().decode(body))
    .replace(/(?:Time|Id)="[^"]*"/g, '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** May a cache give the answer for this person to another? */
export function cacheProbe(place: string, { address, walk }: PersonAnswer): Probe[] {
  const answer = answerIn(walk);
  if (answer === undefined || answer.code !== 200) return [];
  const rule = httpRules.cacheable;
  const personal = new TextDecoder().decode(answer.body).toLowerCase().includes(address.local.toLowerCase());
  const control = answer.headers['cache-control'] ?? '';
  const kept = personal && !/\b(?:no-store|private)\b/i.test(control);
  const header = control === '' ? '–' : `Cache-Control: ${control}`;
  return [
    heldUnless(
      rule,
      place,
      kept && fault(rule, place, { header }, { expected: 'Cache-Control: no-store', found: header }),
    ),
  ];
}
