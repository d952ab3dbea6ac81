import type { NetFailure } from '../../net/net.ts';
import type { Enquiry } from './enquiry.ts';
import type { Manners, Reached } from './follow.ts';
import { type AskedPlace, bare, type Diary } from './look-up.ts';
import { type Remark, remark } from './words.ts';

/** A place where a file may be. */
export interface FilePlace {
  readonly url: URL;
  /** The address is told there. */
  readonly tells: boolean;
}

/** The usual places of a clientConfig. @param tells what stands after the `?`, where anything does */
export const clientConfigPlaces = {
  autoconfig: (scheme: 'https' | 'http', domain: string, tells?: string) =>
    placeAt(`${scheme}://autoconfig.${domain}/mail/config-v1.1.xml`, tells),
  wellKnown: (scheme: 'https' | 'http', domain: string, tells?: string) =>
    placeAt(`${scheme}://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`, tells),
  database: (base: string, domain: string) => placeAt(`${base}${domain}`),
} as const;

/** Where programs look in Mozilla's database. */
export const databases = {
  live: 'https://live.thunderbird.net/autoconfig/v1.1/',
  autoconfig: 'https://autoconfig.thunderbird.net/v1.1/',
  v1: 'https://v1.ispdb.net/',
} as const;

function placeAt(text: string, tells?: string): FilePlace {
  return { url: new URL(tells === undefined ? text : `${text}?${tells}`), tells: tells !== undefined };
}

/** `emailaddress=`, in percent-encoding as most programs do it, or as it is. */
export function addressQuery({ told }: Pick<Enquiry, 'told'>, encoded = true): string {
  return `emailaddress=${encoded ? encodeURIComponent(told.text) : told.text}`;
}

/** What a program makes of an answer: it takes it, it stops there with nothing, or it goes on to the next place. */
export interface PlaceVerdict<Found> {
  readonly use: 'take' | 'stop' | 'next';
  readonly found?: Found | undefined;
  readonly got: Remark;
}

export interface Search<Found> {
  readonly places: readonly AskedPlace[];
  /** The place that has decided, with what was found there where it is of use. */
  readonly decided:
    | {
        readonly place: FilePlace;
        readonly number: number;
        readonly verdict: PlaceVerdict<Found>;
        readonly reached: Reached;
      }
    | undefined;
}

type Judge<Found> = (reached: Reached, place: FilePlace) => PlaceVerdict<Found>;

/** Asks all places at once; the first in their order that it does not pass over decides. */
export async function searchAtOnce<Found>(
  diary: Diary,
  places: readonly FilePlace[],
  manners: Manners,
  judge: Judge<Found>,
): Promise<Search<Found>> {
  const all = await Promise.all(places.map((place) => askPlace(diary, place, manners, judge)));
  return { places: all.map(({ asked }) => asked), decided: deciding(all) };
}

/** Asks one after the other, until one decides. */
export async function searchInTurn<Found>(
  diary: Diary,
  places: readonly FilePlace[],
  manners: Manners,
  judge: Judge<Found>,
): Promise<Search<Found>> {
  const all: Answered<Found>[] = [];
  for (const place of places) {
    const answered = await askPlace(diary, place, manners, judge);
    all.push(answered);
    if (answered.verdict.use !== 'next') break;
  }
  return { places: all.map(({ asked }) => asked), decided: deciding(all) };
}

interface Answered<Found> {
  readonly place: FilePlace;
  readonly verdict: PlaceVerdict<Found>;
  readonly reached: Reached;
  readonly asked: AskedPlace;
}

function deciding<Found>(all: readonly Answered<Found>[]): Search<Found>['decided'] {
  const index = all.findIndex(({ verdict }) => verdict.use !== 'next');
  const found = all[index];
  return found && { place: found.place, number: index + 1, verdict: found.verdict, reached: found.reached };
}

async function askPlace<Found>(
  diary: Diary,
  place: FilePlace,
  manners: Manners,
  judge: Judge<Found>,
): Promise<Answered<Found>> {
  const reached = await diary.fetch({ method: 'GET', url: place.url }, manners);
  const verdict = judge(reached, place);
  return { place, verdict, reached, asked: askedPlace(place, reached, verdict.got) };
}

export function askedPlace({ url, tells }: FilePlace, { chain }: Reached, got: Remark): AskedPlace {
  return { place: bare(url), tells, chain: chain.slice(1).map(bare), got };
}

/** Why nothing has come of it; `undefined` where there is an answer that says yes. */
export function failureOf(reached: Reached): Remark | undefined {
  if (reached.status === 'withheld')
    return remark(reached.why === 'http' ? 'got-withheld-http' : 'got-withheld-hops', { url: bare(reached.to) });
  if (reached.status === 'answered')
    return reached.code >= 200 && reached.code < 300 ? undefined : remark('got-status', { status: reached.code });
  return remark(failures[reached.failure], { detail: reached.detail });
}

const failures = {
  'no-address': 'got-no-name',
  'dns-failed': 'got-dns-failed',
  'private-address': 'got-private',
  'connection-refused': 'got-refused',
  unreachable: 'got-unreachable',
  'timed-out': 'got-timed-out',
  certificate: 'got-certificate',
  tls: 'got-tls',
  closed: 'got-closed',
  protocol: 'got-protocol',
  'too-large': 'got-too-large',
  loop: 'got-loop',
} as const satisfies { readonly [Each in NetFailure | 'loop']: string };
