import { nextcloudView } from '../../lint/autoconfig/nextcloud-view.ts';
import type { View } from '../../lint/kind.ts';
import { isPublicSuffix, parentOf } from './base-domain.ts';
import { readConfig } from './config-reader.ts';
import { addressQuery, clientConfigPlaces as at, databases, type Search, searchInTurn } from './file-places.ts';
import { hearPorts, type Port, portPlace } from './heard-ports.ts';
import { type Diary, type LookUpEnd, startDiary } from './look-up.ts';
import { askRecords } from './records.ts';
import { pairOf, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/** Nextcloud Mail (@e5734fe2: IspDb.php, AutoConfigController.php, AccountForm.vue; read). The server of Nextcloud asks, not the person's computer; it tells the address. */
export const asNextcloudMail: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const own = await searchDomain(diary, asked.domain);
    diary.step(remark('asks-in-turn', { count: own.places.length }), own.places, taken(own));
    if (own.decided !== undefined) return ended(diary, own.decided.verdict.found);
    const { records, place } = await askRecords(asked, asked.domain, 'MX');
    // As the resolver has them: not sorted.
    const host = records.find(({ exchange }) => exchange !== '')?.exchange;
    if (host === undefined) {
      diary.step(remark('asks-exchanger', {}), [place], remark('then-form', {}));
      return diary.end('nothing');
    }
    const above = parentOf(host);
    const places = [place];
    for (const domain of isPublicSuffix(above) || !above.includes('.') ? [host] : [host, above]) {
      const search = await searchDomain(diary, domain);
      places.push(...search.places);
      if (search.decided === undefined) continue;
      diary.step(
        remark('asks-exchanger', {}),
        places,
        remark('then-takes-that', { place: search.decided.place.url.href }),
      );
      return ended(diary, search.decided.verdict.found);
    }
    diary.step(remark('asks-exchanger', {}), places, remark('then-next', {}));
    return probe(diary, host);
  },
};

function searchDomain(diary: Diary, domain: string): Promise<Search<View>> {
  const query = addressQuery(diary.asked, false);
  const places = [
    at.autoconfig('https', domain, query),
    at.wellKnown('https', domain, query),
    at.database(databases.autoconfig, domain),
    at.autoconfig('http', domain, query),
    at.wellKnown('http', domain, query),
  ];
  return searchInTurn(diary, places, { hops: 5, lowers: true, patience: 7_000 }, (reached) =>
    readConfig(diary, reached, { view: nextcloudView, fill: fillFor(diary) }),
  );
}

function taken({ decided }: Search<View>) {
  return decided === undefined
    ? remark('then-next', {})
    : remark('then-takes', { place: decided.place.url.host, number: decided.number });
}

function fillFor({ asked: { told } }: Diary) {
  return (text: string) => replaced(text, variablesOf(told));
}

/** Variables in hosts stay as they are. */
function ended(diary: Diary, view: View | undefined): LookUpEnd {
  if (view === undefined) return diary.end('nothing');
  return diary.end(
    view.outcome === 'takes' ? 'configured' : 'asks',
    pairOf(view, { host: (text) => text, login: fillFor(diary) }),
  );
}

/** The front end tries ports of the mail exchanger itself. */
async function probe(diary: Diary, host: string): Promise<LookUpEnd> {
  const { asked } = diary;
  const ports: Port[] = [
    { protocol: 'imap', host, port: 993, security: 'tls' },
    { protocol: 'smtp', host, port: 465, security: 'tls' },
    { protocol: 'smtp', host, port: 587, security: 'starttls' },
  ];
  const heard = await hearPorts(asked, ports, false);
  const first = (protocol: 'imap' | 'smtp') => {
    const found = heard.find(({ port, said }) => port.protocol === protocol && said !== undefined);
    return found && { ...found.port, authentication: 'password', login: asked.told.text };
  };
  const pair = { incoming: first('imap'), outgoing: first('smtp') };
  const complete = pair.incoming && pair.outgoing;
  diary.step(
    remark('asks-ports', { count: ports.length, hosts: host }),
    heard.map(portPlace),
    complete ? remark('then-guesses', { login: asked.told.text }) : remark('then-guess-fails', {}),
  );
  return complete ? diary.end('configured', pair) : diary.end('nothing', pair);
}
