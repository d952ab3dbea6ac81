import { gearyView } from '../../lint/autoconfig/geary-view.ts';
import { readConfig } from './config-reader.ts';
import { clientConfigPlaces as at, databases, searchInTurn } from './file-places.ts';
import { startDiary } from './look-up.ts';
import { pairOf, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/** Geary 43 to 46 (accounts-autoconfig.vala @3e8d4f1a; read). It looks at no status; variables in hosts stay; its fields for the login hold the address, whatever a file says. */
export const asGeary: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const { domain, told } = asked;
    const places = [at.autoconfig('https', domain), at.database(databases.autoconfig, domain)];
    const fill = (text: string) => replaced(text, variablesOf(told));
    const search = await searchInTurn(diary, places, { hops: 20, lowers: true }, (reached) =>
      readConfig(diary, reached, { view: gearyView, fill, anyStatus: true }),
    );
    const found = search.decided?.verdict.found;
    diary.step(
      remark('asks-in-turn', { count: places.length }),
      search.places,
      found === undefined
        ? remark('then-proposes', { servers: `imap.${domain}, smtp.${domain}` })
        : remark('then-fills-address', { login: told.text }),
    );
    if (found === undefined) return diary.end('nothing');
    return diary.end(
      found.outcome === 'takes' ? 'configured' : 'asks',
      pairOf(found, { host: (text) => text, login: fill }),
    );
  },
};
