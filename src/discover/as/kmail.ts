import { kmailView } from '../../lint/autoconfig/kmail-view.ts';
import { readConfig } from './config-reader.ts';
import type { Enquiry } from './enquiry.ts';
import { clientConfigPlaces as at, databases, searchInTurn } from './file-places.ts';
import type { Manners } from './follow.ts';
import { type LookUpEnd, startDiary } from './look-up.ts';
import { pairOf, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/*
 * KMail's account wizard (kmail-account-wizard 22.12.3 with Debian's patch, and @8163b657 for 24.08 and later; read, and the order of names and the endless loop were seen in
 * Debian 12). Mozilla's database comes first, so that a wrong entry there cannot be mended at home. It tells nobody the address.
 */

/** 22.12, of Debian 12. */
export const asKmail22: Simulator = { lookUp: (asked) => lookUp(asked, 'KIO') };

/** 24.08 and later. */
export const asKmail: Simulator = { lookUp: (asked) => lookUp(asked, 'Qt') };

const manners: Readonly<Record<'KIO' | 'Qt', Manners>> = {
  KIO: { hops: 20, lowers: true },
  Qt: { hops: 50, lowers: false },
};

async function lookUp(asked: Enquiry, by: 'KIO' | 'Qt'): Promise<LookUpEnd> {
  const diary = startDiary(asked);
  const { domain } = asked;
  const places = [
    at.database(databases.autoconfig, domain),
    at.autoconfig('https', domain),
    at.autoconfig('http', domain),
    at.wellKnown('https', domain),
  ];
  const variables = variablesOf(asked.told);
  const fill = (text: string) => replaced(text, variables);
  let doubtful = false;
  const search = await searchInTurn(diary, places, manners[by], (reached) => {
    doubtful ||= by === 'KIO' && reached.status === 'failed' && reached.failure === 'certificate';
    return readConfig(diary, reached, {
      view: (facts) => kmailView(facts, by === 'KIO' ? 'first' : 'starttls'),
      fill,
      anyStatus: by === 'Qt',
      useless: () => ({ use: 'stop' }),
    });
  });
  const { decided } = search;
  const useless = by === 'KIO' ? 'then-form' : 'then-stuck';
  const empty = by === 'KIO' ? 'then-loops' : 'then-form';
  const code = decided === undefined ? empty : decided.verdict.use === 'stop' ? useless : undefined;
  diary.step(
    remark('asks-in-turn', { count: places.length }),
    search.places,
    ...(doubtful ? [remark('then-asks-certificate', {})] : []),
    code === undefined
      ? remark('then-takes', { place: decided?.place.url.host ?? '', number: decided?.number ?? 0 })
      : remark(code, {}),
  );
  const view = decided?.verdict.found;
  if (view === undefined) return diary.end('nothing');
  const pair = pairOf(view, { host: fill, login: fill });
  return diary.end(
    doubtful || view.outcome === 'asks' || !pair.incoming || !pair.outgoing ? 'asks' : 'configured',
    pair,
  );
}
