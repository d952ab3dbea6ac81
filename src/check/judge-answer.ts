import { judge } from '../lint/judgement.ts';
import { flawText } from '../lint/lint-rule.ts';
import type { Account } from '../model/account.ts';
import type { Address } from '../model/address.ts';
import { contentOf } from '../read/content.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, heldUnless, type Probe } from './check-rule.ts';
import { comparedRules, compareServers } from './compare-servers.ts';
import { type ExpectedAnswer, readServers } from './expected-answers.ts';
import { type Channel, channelTable, httpRules } from './rule-table.ts';
import type { Answered } from './walk.ts';
import { isPage, othersHeld } from './web-faults.ts';

/** An answer with 200, and what it is held against. */
export interface AnswerCase {
  readonly channel: Channel;
  readonly place: string;
  readonly answer: Answered;
  readonly domain: MailDomain;
  readonly address: Address;
  readonly account: Account | undefined;
  readonly expected: ExpectedAnswer;
}

/** The media types that readers take, and the one to send. */
const TYPES: Readonly<Record<Channel, { readonly taken: RegExp; readonly right: string }>> = {
  autoconfig: { taken: /^(?:text\/xml|application\/xml|text\/rdf)\s*(?:;|$)/i, right: 'text/xml; charset=utf-8' },
  autodiscover: { taken: /^(?:text\/xml|application\/xml)\s*(?:;|$)/i, right: 'text/xml; charset=utf-8' },
  pacc: { taken: /^application\/json\s*(?:;|$)/i, right: 'application/json' },
};

const KINDS: Readonly<Record<Channel, string>> = {
  autoconfig: 'client-config',
  autodiscover: 'autodiscover',
  pacc: 'pacc',
};

/** What an answer is, and what it says. */
export async function judgeAnswer(judged: AnswerCase): Promise<Probe[]> {
  const { channel, place, answer, expected } = judged;
  const rules = channelTable[channel];
  const type = answer.headers['content-type'] ?? '';
  const text = new TextDecoder().decode(answer.body);
  if (isPage(type, text) && !/<(?:\w+:)?(?:clientConfig|Autodiscover)\b/i.test(text))
    return [
      fault(httpRules['page-instead'], place, {}, { expected: TYPES[channel].right, found: type || 'text/html' }),
    ];
  const { taken, right } = TYPES[channel];
  const typed =
    !taken.test(type) &&
    fault(rules['content-type'], place, { type: type || '–', right }, { expected: right, found: type || '–' });
  const media = [held(httpRules['page-instead'], place), heldUnless(rules['content-type'], place, typed)];
  const { servers, kind, detail } = await readServers(answer.body);
  if (servers === undefined || kind !== KINDS[channel])
    return [...media, fault(rules.unreadable, place, { detail: detail || (kind ?? '–') }, { found: detail || kind })];
  const compared = compareServers({ ...judged, said: servers, expected: expected.servers });
  const faults = compared.length > 0 ? compared : await lintFaults(place, answer.body, expected.body);
  return [...media, held(rules.unreadable, place), ...faults, ...othersHeld(comparedRules(channel), place, faults)];
}

/** What `facteur lint` calls an error in it, and not in the answer that `facteur serve` would give. */
export async function lintFaults(
  place: string,
  body: Uint8Array,
  expected: Uint8Array = new Uint8Array(),
): Promise<Probe[]> {
  const own = expected.length === 0 ? [] : await errorsOf(expected);
  const known = new Set(own.map(({ rule }) => rule.id));
  const flaws = (await errorsOf(body)).filter(({ rule }) => !known.has(rule.id));
  return [...new Map(flaws.map((flaw) => [flaw.rule.id, flaw])).values()].map((flaw) => ({
    rule: {
      id: flaw.rule.id,
      severity: flaw.rule.severity,
      hurts: flaw.hurts,
      source: flaw.rule.source,
      text: (language) => ({ asks: flaw.rule.id, ...flawText(flaw, language) }),
    },
    status: 'fault',
    place,
    details: {},
    expected: undefined,
    found: flaw.field,
    hurts: flaw.hurts,
    reason: undefined,
  }));
}

async function errorsOf(body: Uint8Array) {
  const judgement = await judge(contentOf('answer', body));
  return (judgement?.flaws ?? []).filter(({ rule }) => rule.severity === 'error');
}
