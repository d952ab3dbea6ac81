import type { Net } from '../net/net.ts';
import { database, ownPlaces } from './autoconfig-places.ts';
import { autodiscoverPlaces } from './autodiscover-places.ts';
import { type Disagreement, disagreements } from './disagreements.ts';
import { mxPlaces } from './mx-places.ts';
import { paccPlace } from './pacc-place.ts';
import type { FoundAnswer } from './place.ts';
import { srvPlaces } from './srv-places.ts';
import type { Target } from './target.ts';

/** What the world answers. */
export interface Discovery {
  readonly target: Target;
  /** In the order of the mechanisms, whoever was first. */
  readonly answers: readonly FoundAnswer[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Asks by every mechanism at once. Never throws.
 * @param ispdb where a database of others begins; none is asked otherwise
 */
export async function discover(target: Target, net: Net, ispdb: URL | undefined): Promise<Discovery> {
  const asking = { target, net };
  const all = await Promise.all([
    paccPlace(asking),
    ...ownPlaces(asking),
    ...(ispdb === undefined ? [] : [database(asking, ispdb, target.domain, false)]),
    mxPlaces(asking, ispdb),
    ...srvPlaces(asking),
    ...autodiscoverPlaces(asking),
  ]);
  const answers = all.flat();
  return { target, answers, disagreements: disagreements(answers, target) };
}
