import { asciiHost } from '../model/address.ts';
import { database, placeByMx } from './autoconfig-places.ts';
import { dnsTrouble } from './failures.ts';
import { type Errand, emptyAnswer, type FoundAnswer } from './place-answer.ts';
import { registeredDomain } from './public-suffix.ts';
import { discoverProblem } from './words.ts';

/**
 * By way of the first mail exchanger, as Thunderbird goes: the settings of the host without its first label, and those of the domain that its operator has registered. Nothing
 * further where that is the domain itself.
 */
export async function mxPlaces(errand: Errand, ispdb: URL | undefined): Promise<FoundAnswer[]> {
  const { net, subject } = errand;
  const spot = { mechanism: 'autoconfig-mx', source: `${subject.domain} MX` } as const;
  const answer = await net.dns(subject.domain, 'MX');
  if (answer.status === 'failed') return [emptyAnswer(spot, 'failed', 'C', dnsTrouble(subject.domain, answer.failure))];
  if (answer.status === 'none') return [emptyAnswer(spot, 'none', 'C', discoverProblem('discover.mx-absent', {}))];
  const [first] = answer.records.toSorted((one, other) => one.preference - other.preference);
  const exchange = first?.exchange ?? '';
  if (exchange === '')
    return [emptyAnswer(spot, 'none', 'C', discoverProblem('discover.mx-null', { domain: subject.domain }))];
  const host = asciiHost(exchange);
  if (host === undefined)
    return [emptyAnswer(spot, 'wrong', 'C', discoverProblem('discover.mx-name', { value: exchange }))];
  const domains = domainsBehind(host, subject.domain);
  if (domains.length === 0)
    return [emptyAnswer(spot, 'none', 'C', discoverProblem('discover.mx-own', { host, domain: subject.domain }))];
  return Promise.all(
    domains.flatMap((domain) => [
      placeByMx(errand, domain),
      ...(ispdb === undefined ? [] : [database(errand, ispdb, domain, true)]),
    ]),
  );
}

/** Nobody asks at a public suffix: whoever answers there answers for all that is below. */
export function domainsBehind(host: string, own: string): string[] {
  const registered = registeredDomain(host);
  if (registered === undefined || registered === own) return [];
  const parent = host.slice(host.indexOf('.') + 1);
  const parents = host === registered || parent === own ? [] : [parent];
  return [...new Set([...parents, registered])];
}
