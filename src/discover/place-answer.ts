import type { Problem } from '../errors.ts';
import type { Testimony } from '../import/testimony.ts';
import type { Net } from '../net/net.ts';
import type { FoundServer, Mechanism, PlaceAnswer, Trust } from './answers.ts';
import { shownUrl, type Walked } from './hops.ts';
import { registeredDomain } from './public-suffix.ts';
import type { DomainSubject } from './subject.ts';

/** Who asks for what. */
export interface Errand {
  readonly net: Net;
  readonly subject: DomainSubject;
}

/** What a place has answered, with what a profile is made of. */
export interface FoundAnswer extends PlaceAnswer {
  readonly testimony: Testimony | undefined;
}

/** One place of one mechanism. */
export interface Spot {
  readonly mechanism: Mechanism;
  /** A URL without what is told there, or the name of a record. */
  readonly source: string;
}

/** An answer with nothing in it. */
export function emptyAnswer(
  spot: Spot,
  status: Exclude<PlaceAnswer['status'], 'found'>,
  trust: Trust,
  problem?: Problem,
): FoundAnswer {
  return { ...spot, chain: [], status, trust, tls: undefined, servers: [], problem, testimony: undefined };
}

/** The answer at the end of a way. */
export function answerOf(
  spot: Spot,
  { chain, tls }: Walked,
  trust: Trust,
  said: {
    readonly status: PlaceAnswer['status'];
    readonly problem: Problem | undefined;
    readonly servers?: readonly FoundServer[];
    readonly testimony?: Testimony;
  },
): FoundAnswer {
  const { status, problem, servers = [], testimony } = said;
  return { ...spot, chain: chain.map(shownUrl), status, trust, tls, servers, problem, testimony };
}

/** Of an answer over the web that nothing but the domain itself has named. */
export function trustOf(chain: readonly URL[], domain: string, atBest: Trust = 'A'): Trust {
  if (chain.some(({ protocol }) => protocol === 'http:')) return 'D';
  const own = registeredDomain(domain) ?? domain;
  const isOwn = ({ hostname }: URL) => hostname === own || hostname.endsWith(`.${own}`);
  return atBest === 'A' && !chain.every(isOwn) ? 'B' : atBest;
}
