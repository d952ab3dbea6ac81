import type { Net } from '../net/net.ts';
import { database, ownPlaces } from './autoconfig-places.ts';
import { autodiscoverPlaces } from './autodiscover-places.ts';
import { type Disagreement, disagreements } from './disagreements.ts';
import { mxPlaces } from './mx-places.ts';
import { paccPlace } from './pacc-place.ts';
import type { FoundAnswer } from './place-answer.ts';
import { srvPlaces } from './srv-places.ts';
import type { DomainSubject } from './subject.ts';

/** What the world answers. */
export interface Discovery {
  readonly subject: DomainSubject;
  /** In the order of the mechanisms, whoever was first. */
  readonly answers: readonly FoundAnswer[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Asks by every mechanism at once. Never throws.
 * @param ispdb where a database of others begins; none is asked otherwise
 */
export async function askWorld(subject: DomainSubject, net: Net, ispdb: URL | undefined): Promise<Discovery> {
  const errand = { subject, net };
  const all = await Promise.all([
    paccPlace(errand),
    ...ownPlaces(errand),
    ...(ispdb === undefined ? [] : [database(errand, ispdb, subject.domain, false)]),
    mxPlaces(errand, ispdb),
    ...srvPlaces(errand),
    ...autodiscoverPlaces(errand),
  ]);
  const answers = all.flat();
  return { subject, answers, disagreements: disagreements(answers, subject) };
}
