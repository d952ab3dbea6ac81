import type { Net } from '../net/net.ts';
import type { Mechanism, Trust } from './answers.ts';
import { readDocument } from './document.ts';
import { serversIn } from './found-servers.ts';
import { shownUrl, walk } from './hops.ts';
import { type Asking, answerOf, type FoundAnswer, trustOf } from './place.ts';

/* Mozilla's clientConfig, at the places of a domain and in databases (formats: wiki.mozilla.org/Thunderbird:Autoconfiguration). */

const FILE = '/mail/config-v1.1.xml';

/** The four places at a domain. */
export function ownPlaces({ target, net }: Asking): Promise<FoundAnswer>[] {
  const { domain } = target;
  const places: readonly (readonly [Mechanism, string])[] = [
    ['autoconfig-https', `https://autoconfig.${domain}${FILE}`],
    ['autoconfig-well-known', `https://${domain}/.well-known/autoconfig${FILE}`],
    ['autoconfig-http', `http://autoconfig.${domain}${FILE}`],
    ['autoconfig-well-known-http', `http://${domain}/.well-known/autoconfig${FILE}`],
  ];
  return places.map(([mechanism, url]) => askConfig({ net, target }, mechanism, telling(url, target.told.text), 'A'));
}

/** The place at a domain to which a record has led. */
export function placeByMx(asking: Asking, domain: string): Promise<FoundAnswer> {
  return askConfig(
    asking,
    'autoconfig-mx',
    telling(`https://autoconfig.${domain}${FILE}`, asking.target.told.text),
    'C',
  );
}

/** A database of others; it is told no address. */
export function database(asking: Asking, base: URL, domain: string, byMx: boolean): Promise<FoundAnswer> {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${domain}`;
  return askConfig(asking, byMx ? 'ispdb-mx' : 'ispdb', url, byMx ? 'C' : 'B');
}

function telling(place: string, address: string): URL {
  return new URL(`${place}?emailaddress=${encodeURIComponent(address)}`);
}

async function askConfig(
  { net, target }: { net: Net; target: Asking['target'] },
  mechanism: Mechanism,
  url: URL,
  atBest: Trust,
) {
  const spot = { mechanism, source: shownUrl(url) };
  const walked = await walk(net, { method: 'GET', url });
  const trust = trustOf(walked.chain, target.domain, atBest);
  if (walked.end.status !== 'reached') return answerOf(spot, walked, trust, walked.end);
  const { testimony, problem } = await readDocument(walked.end, 'client-config', nameOf(walked.chain));
  if (testimony === undefined) return answerOf(spot, walked, trust, { status: 'wrong', problem });
  const servers = serversIn(testimony, target.domain);
  // The domains of a file that is not of this domain are those of others.
  const own = atBest === 'A' ? testimony : { ...testimony, domains: [] };
  return answerOf(spot, walked, trust, { status: 'found', problem, servers, testimony: own });
}

/** What comments of a profile call a document. */
export function nameOf(chain: readonly URL[]): string {
  const last = chain.at(-1);
  return last === undefined ? '' : shownUrl(last);
}
