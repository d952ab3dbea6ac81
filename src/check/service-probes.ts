import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, type Probe } from './check-rule.ts';
import { withoutAddress } from './dns-faults.ts';
import { accountAtAddress, standIn } from './expected-answers.ts';
import { httpRules, tlsRules } from './rule-table.ts';
import { tlsProbes } from './tls-probes.ts';
import type { WebTools } from './web-faults.ts';

/** The certificates of the other services that programs use: Exchange, calendars, contacts, the directory, the site. What they answer is not asked. */
export async function serviceProbes(domain: MailDomain, { net, now }: WebTools): Promise<Probe[]> {
  const each = await Promise.all(
    placesOf(domain).map(async ([host, port]): Promise<Probe[]> => {
      const place = `${host}:${port}`;
      const dialled = await net.dial(host, port, 'tls');
      if (dialled.status === 'connected') {
        dialled.line.close();
        const { tls } = dialled.line;
        return [
          held(httpRules.unreachable, place),
          ...(tls === undefined ? [] : tlsProbes({ place, name: host }, tls, now)),
        ];
      }
      const { failure, detail, tls } = dialled;
      if (failure === 'certificate' && tls !== undefined) return tlsProbes({ place, name: host }, tls, now);
      if (failure === 'tls' || failure === 'certificate')
        return [fault(tlsRules.refused, place, { detail }, { found: detail })];
      const lost = withoutAddress(host, failure, detail);
      return [lost ?? fault(httpRules.unreachable, place, { failure }, { found: failure })];
    }),
  );
  return each.flat();
}

/** Hosts with ports, each once. */
function placesOf(domain: MailDomain): (readonly [string, number])[] {
  const { provider, exchange, calendar, contacts, directory } = domain;
  const address = standIn(domain.name);
  const login = accountAtAddress(domain, address) ?? { login: address.text, loginRule: undefined };
  const urls = [provider.site, ...[calendar, contacts].map((offer) => offer?.service(login, address)?.url)];
  const web = urls.flatMap((url): (readonly [string, number])[] => {
    if (url === undefined || !URL.canParse(url)) return [];
    const { protocol, hostname, port } = new URL(url);
    return protocol === 'https:' ? [[hostname, port === '' ? 443 : Number(port)]] : [];
  });
  const people = directory?.service(login, address);
  const all = [
    ...web,
    ...(exchange === undefined ? [] : [[exchange.service(login, address).host, 443] as const]),
    ...(people?.security === 'tls' ? [[people.host, people.port] as const] : []),
  ];
  return [...new Map(all.map((place) => [place.join(':'), place])).values()];
}
