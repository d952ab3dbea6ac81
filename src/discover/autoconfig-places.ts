import type { Mechanism, Trust } from './answers.ts';
import { readDocument } from './document.ts';
import { foundServers } from './found-servers.ts';
import { shownUrl, walk } from './hops.ts';
import { answerOf, type Errand, type FoundAnswer, trustOf } from './place-answer.ts';

/* Mozilla's clientConfig, at the places of a domain and in databases (formats: wiki.mozilla.org/Thunderbird:Autoconfiguration). */

const FILE = '/mail/config-v1.1.xml';

/** The four places at a domain. */
export function ownPlaces({ subject, net }: Errand): Promise<FoundAnswer>[] {
  const { domain } = subject;
  const places: readonly (readonly [Mechanism, string])[] = [
    ['autoconfig-https', `https://autoconfig.${domain}${FILE}`],
    ['autoconfig-well-known', `https://${domain}/.well-known/autoconfig${FILE}`],
    ['autoconfig-http', `http://autoconfig.${domain}${FILE}`],
    ['autoconfig-well-known-http', `http://${domain}/.well-known/autoconfig${FILE}`],
  ];
  return places.map(([mechanism, url]) => askConfig({ net, subject }, mechanism, telling(url, subject.told.text), 'A'));
}

/** The place at a domain to which a record has led. */
export function placeByMx(errand: Errand, domain: string): Promise<FoundAnswer> {
  return askConfig(
    errand,
    'autoconfig-mx',
    telling(`https://autoconfig.${domain}${FILE}`, errand.subject.told.text),
    'C',
  );
}

/** A database of others; it is told no address. */
export function database(errand: Errand, base: URL, domain: string, byMx: boolean): Promise<FoundAnswer> {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${domain}`;
  return askConfig(errand, byMx ? 'ispdb-mx' : 'ispdb', url, byMx ? 'C' : 'B');
}

function telling(place: string, address: string): URL {
  return new URL(`${place}?emailaddress=${encodeURIComponent(address)}`);
}

async function askConfig({ net, subject }: Errand, mechanism: Mechanism, url: URL, atBest: Trust) {
  const spot = { mechanism, source: shownUrl(url) };
  const walked = await walk(net, { method: 'GET', url });
  const trust = trustOf(walked.chain, subject.domain, atBest);
  if (walked.end.status !== 'reached') return answerOf(spot, walked, trust, walked.end);
  const { testimony, problem } = await readDocument(walked.end, 'client-config', documentName(trust, walked.chain));
  if (testimony === undefined) return answerOf(spot, walked, trust, { status: 'wrong', problem });
  const servers = foundServers(testimony, subject.domain);
  // The domains of a file that is not of this domain are those of others.
  const own = atBest === 'A' ? testimony : { ...testimony, domains: [] };
  return answerOf(spot, walked, trust, { status: 'found', problem, servers, testimony: own });
}

/** What comments of a profile call a document: how far it is trusted, and where it was. */
export function documentName(trust: Trust, chain: readonly URL[]): string {
  const last = chain.at(-1);
  return `[${trust}] ${last === undefined ? '' : shownUrl(last)}`;
}
