import { thunderbirdView } from '../../lint/autoconfig/thunderbird-view.ts';
import type { View } from '../../lint/kind.ts';
import { registeredDomain } from '../public-suffix.ts';
import { parentOf } from './base-domain.ts';
import { configIn } from './config-file.ts';
import { saidByView, unusable } from './config-said.ts';
import { expanded } from './document-type.ts';
import type { Enquiry } from './enquiry.ts';
import {
  addressQuery,
  clientConfigPlaces as at,
  databases,
  failureOf,
  type PlaceVerdict,
  searchAtOnce,
} from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { type Diary, type EndPair, type LookUpEnd, startDiary } from './look-up.ts';
import { askRecords, bestExchange } from './records.ts';
import { pairOf, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { type Autodiscovered, autodiscover } from './thunderbird-autodiscover.ts';
import { guessedHosts, guessServers } from './thunderbird-guess.ts';
import { remark } from './words.ts';

/*
 * Thunderbird for computers (153.7.0: FindConfig, FetchConfig, FetchHTTP, GuessConfig; those of 156.0a1 differ in the login that is guessed). Held against the program by
 * test/system/discover/programs-agree.test.ts. The folder `isp` of the installation, which comes before everything else, is not looked at.
 */

/** 140 and 153. */
export const asThunderbird: Simulator = {
  lookUp: (asked) => lookUp(asked, asked.told.local),
};

/** 156. */
export const asThunderbird156: Simulator = {
  lookUp: (asked) => lookUp(asked, asked.told.text),
};

async function lookUp(asked: Enquiry, guessed: string): Promise<LookUpEnd> {
  const diary = startDiary(asked);
  const config = (await fromProvider(diary)) ?? (await fromDatabase(diary)) ?? (await fromMailExchanger(diary));
  const found = await autodiscover(diary, config !== undefined);
  const outcome = found.asks === undefined ? 'configured' : 'asks';
  if (config !== undefined) return diary.end(config.outcome === 'asks' ? 'asks' : outcome, pairFor(asked, config));
  if (found.pair !== undefined) return diary.end(outcome, found.pair);
  if (isAnswered(found)) return diary.end('asks');
  const guess = await guessServers(diary, { hosts: guessedHosts(asked.domain), login: guessed });
  return guess === undefined ? diary.end('nothing') : diary.end(outcome, guess);
}

/** It asks for the password, or for a sign-in, before it goes on. */
function isAnswered({ asks }: Autodiscovered): boolean {
  return asks === 'password' || asks === 'sign-in';
}

const MANNERS: Manners = { hops: 20, lowers: true, patience: 5_000 };

async function fromProvider(diary: Diary): Promise<View | undefined> {
  const { asked } = diary;
  const query = addressQuery(asked);
  const places = [
    at.autoconfig('https', asked.domain, query),
    at.wellKnown('https', asked.domain, query),
    at.autoconfig('http', asked.domain, query),
    at.wellKnown('http', asked.domain, query),
  ];
  // The first answer that says yes is that of the provider, whatever it is.
  const found = await searchAtOnce(diary, places, MANNERS, (reached) => read(diary, reached, 'stop'));
  const { decided } = found;
  diary.step(
    remark('asks-at-once', { count: places.length }),
    found.places,
    decided === undefined
      ? remark('then-next', {})
      : decided.verdict.use === 'take'
        ? remark('then-takes', { place: decided.place.url.host, number: decided.number })
        : remark('then-stops-at-first', { number: decided.number }),
  );
  return decided?.verdict.found;
}

async function fromDatabase(diary: Diary): Promise<View | undefined> {
  const places = [at.database(databases.live, diary.asked.domain)];
  const manners = { ...MANNERS, patience: 10_000 };
  const found = await searchAtOnce(diary, places, manners, (reached) => read(diary, reached, 'next'));
  diary.step(remark('asks-database', {}), found.places, next(found.decided?.verdict));
  return found.decided?.verdict.found;
}

async function fromMailExchanger(diary: Diary): Promise<View | undefined> {
  const { asked } = diary;
  const { records, place } = await askRecords(asked, asked.domain, 'MX');
  const host = bestExchange(records);
  const base = host === undefined ? undefined : registeredDomain(host);
  if (host === undefined || base === undefined || base === asked.domain) {
    diary.step(
      remark('asks-exchanger', {}),
      [place],
      remark(base === undefined ? 'then-next' : 'then-own-exchanger', {}),
    );
    return undefined;
  }
  const below = host === base ? base : parentOf(host);
  const domains = [...new Set([below, base])];
  const query = addressQuery(asked);
  const places = domains.flatMap((domain) => [
    at.autoconfig('https', domain, query),
    at.database(databases.live, domain),
  ]);
  const found = await searchAtOnce(diary, places, { ...MANNERS, patience: 10_000 }, (reached) =>
    read(diary, reached, 'next'),
  );
  diary.step(
    remark('asks-exchanger', {}),
    [place, ...found.places],
    next(found.decided?.verdict, found.decided?.place.url.href),
  );
  return found.decided?.verdict.found;
}

function next(verdict: PlaceVerdict<View> | undefined, place?: string) {
  if (verdict === undefined) return remark('then-next', {});
  return place === undefined ? remark('then-takes-it', {}) : remark('then-takes-that', { place });
}

/** @param useless what it does where an answer is none that it can use */
function read(diary: Diary, reached: Reached, useless: 'stop' | 'next'): PlaceVerdict<View> {
  const failure = failureOf(reached);
  if (failure !== undefined || reached.status !== 'answered')
    return { use: 'next', got: failure ?? remark('got-empty', {}) };
  const { type, body } = reached;
  if (!isXmlType(type)) return { use: isBadJson(type, body) ? 'next' : useless, got: remark('got-type', { type }) };
  const facts = configIn(body, expanded);
  const view = thunderbirdView(facts);
  if (view === undefined) diary.doubt(remark('doubt-unread', {}));
  if (view === undefined || view.outcome === 'refuses') return { use: useless, got: unusable(facts) };
  return { use: 'take', found: view, got: saidByView(view, fillFor(diary.asked)) };
}

/** As FetchHTTP compares it: what it begins with, in these letters. */
export function isXmlType(type: string): boolean {
  return ['text/xml', 'application/xml', 'text/rdf'].some((each) => type.startsWith(each));
}

function isBadJson(type: string, body: Uint8Array): boolean {
  if (!['text/json', 'application/json'].some((each) => type.startsWith(each))) return false;
  try {
    JSON.parse(new TextDecoder().decode(body));
    return false;
  } catch {
    return true;
  }
}

function pairFor(asked: Enquiry, view: View): EndPair {
  const fill = fillFor(asked);
  return pairOf(view, { host: fill, login: fill });
}

function fillFor({ told }: Enquiry) {
  const variables = variablesOf(told);
  return (text: string) => replaced(text, variables);
}
