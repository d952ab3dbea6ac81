import { androidView, isTakenByAndroid } from '../../lint/autoconfig/android-view.ts';
import type { View } from '../../lint/kind.ts';
import { registeredDomain } from '../public-suffix.ts';
import { parentOf } from './base-domain.ts';
import { readConfig } from './config-reader.ts';
import {
  clientConfigPlaces as at,
  databases,
  type PlaceVerdict,
  type Search,
  searchAtOnce,
  searchInTurn,
} from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { type Diary, type LookUpEnd, startDiary } from './look-up.ts';
import { askRecords, bestExchange } from './records.ts';
import { pairOf, replaced } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/*
 * Thunderbird for Android and K-9 Mail (thunderbird-android @a59bd67: RealAutoDiscoveryRegistry.kt, PriorityParallelRunner.kt, MxLookupAutoconfigDiscovery.kt; what it
 * makes of a file was run outside a phone, its requests were read). It tells nobody the address.
 */
export const asThunderbirdAndroid: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const { domain } = asked;
    const places = [
      at.autoconfig('https', domain),
      at.wellKnown('https', domain),
      at.autoconfig('http', domain),
      at.wellKnown('http', domain),
      at.database(databases.autoconfig, domain),
    ];
    const found = await searchAtOnce(diary, places, MANNERS, (reached) => read(diary, reached));
    const { decided } = found;
    diary.step(
      remark('asks-at-once', { count: places.length }),
      found.places,
      decided === undefined
        ? remark('then-next', {})
        : remark('then-takes', { place: decided.place.url.host, number: decided.number }),
    );
    if (decided !== undefined) return ended(diary, decided, isSafe(decided.reached));
    return fromMailExchanger(diary);
  },
};

/** OkHttp's own. */
const MANNERS: Manners = { hops: 20, lowers: true };

function isSafe({ chain }: Reached): boolean {
  return chain.every(({ protocol }) => protocol === 'https:');
}

async function fromMailExchanger(diary: Diary): Promise<LookUpEnd> {
  const { asked } = diary;
  const { records, authentic, place } = await askRecords(asked, asked.domain, 'MX');
  const host = bestExchange(records);
  const base = host === undefined ? undefined : registeredDomain(host);
  if (host === undefined || base === undefined || base === asked.domain) {
    diary.step(
      remark('asks-exchanger', {}),
      [place],
      remark(base === undefined ? 'then-form' : 'then-own-exchanger', {}),
    );
    return diary.end('nothing');
  }
  const domains = [...new Set([host === base ? base : parentOf(host), base])];
  const places = domains.flatMap((domain) => [
    at.autoconfig('https', domain),
    at.database(databases.autoconfig, domain),
  ]);
  const found = await searchInTurn(diary, places, MANNERS, (reached) => read(diary, reached));
  const { decided } = found;
  diary.step(
    remark('asks-exchanger', {}),
    [place, ...found.places],
    decided === undefined ? remark('then-form', {}) : remark('then-takes-that', { place: decided.place.url.href }),
  );
  if (decided === undefined) return diary.end('nothing');
  return ended(diary, decided, authentic && isSafe(decided.reached));
}

function ended(diary: Diary, { verdict }: NonNullable<Search<View>['decided']>, safe: boolean): LookUpEnd {
  if (verdict.found === undefined) {
    diary.step(remark('asks-sign-in-ways', {}), [], remark('then-no-way', {}));
    return diary.end('nothing');
  }
  const fill = fillFor(diary);
  const pair = pairOf(verdict.found, { host: fill, login: fill });
  if (safe) return diary.end('configured', pair);
  diary.step(remark('asks-trust', {}), [], remark('then-tick', {}));
  return diary.end('asks', pair);
}

/** What it cannot read is passed over. What it reads is taken, also where it then cannot sign in. */
function read(diary: Diary, reached: Reached): PlaceVerdict<View> {
  return readConfig(diary, reached, {
    view: androidView,
    fill: fillFor(diary),
    useless: (facts) => (isTakenByAndroid(facts) ? { use: 'stop', got: remark('got-no-way', {}) } : { use: 'next' }),
  });
}

/** One variable after the other, each in what the last has left. */
function fillFor({ asked: { told } }: Diary) {
  return (text: string) =>
    replaced(text, { '%EMAILDOMAIN%': told.domain, '%EMAILLOCALPART%': told.local, '%EMAILADDRESS%': told.text });
}
