import { mutations, seeded } from '../lint/config-mutations.ts';
import {
  autodiscoverOf,
  configOf,
  type MailPort,
  NOTHING_ASKED,
  type Page,
  responseOf,
  server,
  type World,
  XML,
} from './world.ts';

/*
 * Mail domains as they are and as they go wrong: which places answer, and with what. The same seed gives the same worlds.
 */

export interface SeededWorld {
  readonly world: World;
  /** Who has typed an address. */
  readonly who: string;
}

export function seededWorlds(count: number, seed: number): SeededWorld[] {
  return Array.from({ length: count }, (_, index) => seededWorld(index, seeded(seed * 10_007 + index * 7919)));
}

type Random = () => number;

const locals = ['prenom.nom', 'Ada', 'ada+liste', 'o_neil-smith', 'x'];
/** A suffix that no list knows, that of a country, one of two labels, one of a company. */
const suffixes = ['test', 'fr', 'co.uk', 'github.io'];

function seededWorld(index: number, random: Random): SeededWorld {
  const suffix = chosen(random, suffixes, [6, 2, 2, 1]);
  const below = random() < 0.2 ? 'labo.' : '';
  const own = `monde-${index}.${suffix}`;
  const domain = `${below}${own}`;
  const hoster = `hebergeur-${index}.${chosen(random, suffixes, [4, 2, 3, 0])}`;
  const makes = { random, domain, index };
  const web: Record<string, Page> = {};
  const add = (url: string, likely: number, make: (url: string) => Page) => {
    if (random() < likely) web[url] = make(url);
  };
  const config = (url: string) => configPage(makes, url, web);
  add(`https://autoconfig.${domain}/mail/config-v1.1.xml`, 0.45, config);
  add(`https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`, 0.35, config);
  add(`http://autoconfig.${domain}/mail/config-v1.1.xml`, 0.2, config);
  add(`http://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`, 0.15, config);
  const database: Record<string, Page> = {};
  const known = random();
  if (known < 0.18) database[domain] = goodPage(makes, 'db');
  else if (known < 0.24) database[domain] = { status: 500 };
  else if (known < 0.28) database[domain] = { status: 200, type: 'text/html', body: HTML };
  const exchangers = mxOf(random, domain, own, hoster);
  for (const each of [hoster, `in.${hoster}`, own]) {
    if (random() < 0.35)
      web[`https://autoconfig.${each}/mail/config-v1.1.xml`] ??= configPage(makes, `https://autoconfig.${each}/`, web);
    if (random() < 0.25) database[each] ??= goodPage(makes, 'hdb');
  }
  const ns = random() < 0.4 ? [`ns1.${chosen(random, [hoster, `dns.${hoster}`], [2, 1])}`] : [];
  const srv: Record<string, [number, number, number, string][]> = {};
  if (random() < 0.25) mailRecords(random, domain, srv);
  if (random() < 0.4) addAutodiscover(makes, own, hoster, web, srv);
  const mail = random() < 0.25 ? mailPorts(random, domain) : {};
  const hosts = [...new Set(Object.keys(web).map((url) => new URL(url).hostname))];
  const strangers = hosts.filter(() => random() < 0.06);
  const local = chosen(random, locals, [6, 1, 1, 1, 1]);
  return { world: { domain, web, database, mx: exchangers, ns, srv, mail, strangers }, who: `${local}@${domain}` };
}

interface Makes {
  readonly random: Random;
  readonly domain: string;
  readonly index: number;
}

function chosen<T>(random: Random, list: readonly T[], weights: readonly number[]): T {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  // The weights are as many as the things.
  return list[at < 0 ? list.length - 1 : at] as T;
}

const HTML =
  '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>x</title></head><body><p>Bienvenue<br>ici</body></html>\n';
const XHTML =
  '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>ici</p></body></html>\n';
const login = 'prenom.nom@login.example';

const types = [
  XML,
  'application/xml',
  'text/xml',
  'application/octet-stream',
  'text/plain',
  'Text/XML',
  'application/problem+xml',
  'text/html',
  'application/json',
];

function goodPage({ random, domain }: Makes, place: string): Page {
  const user = chosen(
    random,
    ['%EMAILADDRESS%', '%EMAILLOCALPART%', '%EMAILLOCALPART%@login.example', login],
    [3, 2, 3, 1],
  );
  return { status: 200, type: XML, body: configOf(domain, `${place}.example`, user) };
}

/** What stands where a clientConfig should be. */
function configPage(makes: Makes, url: string, web: Record<string, Page>): Page {
  const { random, domain, index } = makes;
  const place = new URL(url).protocol === 'https:' ? (url.includes('well-known') ? 'wk' : 'ac') : 'clair';
  const text = configOf(domain, `${place}.example`, '%EMAILLOCALPART%@login.example');
  const xml = (body: Page['body'], type = XML): Page => ({ status: 200, type, ...(body !== undefined && { body }) });
  const there = (extra: Partial<Page> = {}) => redirectPage(makes, web, extra);
  const makers: readonly (readonly [number, () => Page])[] = [
    [7, () => goodPage(makes, place)],
    [
      3,
      () =>
        xml((address) =>
          configOf(
            domain,
            'dyn.example',
            address === undefined
              ? '%EMAILLOCALPART%@login.example'
              : `${address.split('@')[0]?.toLowerCase()}@login.example`,
          ),
        ),
    ],
    [2, () => ({ status: 200, type: 'text/html', body: HTML })],
    [2, () => xml(HTML)],
    [2, () => ({ status: 200, type: 'application/xhtml+xml', body: XHTML })],
    [1, () => xml(text.slice(0, Math.floor(80 + random() * (text.length - 120))))],
    [
      2,
      () =>
        xml(
          text,
          chosen(
            random,
            types,
            types.map(() => 1),
          ),
        ),
    ],
    [1, () => xml('')],
    [1, () => ({ status: 204, type: XML })],
    [1, () => ({ status: chosen(random, [404, 403, 500, 401], [1, 1, 1, 1]), type: XML, body: text })],
    [3, () => there()],
    [1, () => ({ status: 302, location: url })],
    [1, () => ({ status: 302, location: 'http://' })],
    [1, () => xml(`\ufeff${text}`)],
    [
      1,
      () =>
        xml(
          text
            .replace('<clientConfig', '<!DOCTYPE clientConfig [<!ENTITY who "ada@login.example">]>\n<clientConfig')
            .replaceAll('%EMAILLOCALPART%@login.example', '&who;'),
        ),
    ],
    [1, () => xml(text.replace('<clientConfig', '<!DOCTYPE clientConfig>\n<clientConfig'))],
    [6, () => xml(configOf(domain, '', '', oddServers(random, place)))],
    [1, () => xml(text.replace(/id="[^"]*"/, 'id="My Provider"'))],
    [
      1,
      () =>
        xml(
          text.replaceAll(
            '%EMAILLOCALPART%@login.example',
            chosen(random, ['00123', '1e3', ' ada ', '%REALNAME%x', '%EMAILDOMAIN%'], [1, 1, 1, 0, 1]),
          ),
        ),
    ],
    [1, () => xml(text.replace(`imap.${place}.example`, 'imap.%EMAILDOMAIN%'))],
    [1, () => xml('<?xml version="1.0"?>\n<error>none</error>\n')],
    [
      3,
      () =>
        xml(
          mutations(1, index * 31 + Math.floor(random() * 1000))[0]?.replaceAll(
            /gmail\.com|office365\.com/g,
            'courriel.example',
          ),
        ),
    ],
  ];
  return chosen(
    random,
    makers.map(([, make]) => make),
    makers.map(([weight]) => weight),
  )();
}

function redirectPage(makes: Makes, web: Record<string, Page>, extra: Partial<Page>): Page {
  const { random, domain } = makes;
  const scheme = chosen(random, ['https', 'http'], [3, 1]);
  const url = `${scheme}://files.${domain}/config-${Math.floor(random() * 1000)}.xml`;
  web[url] = chosen(
    random,
    [goodPage(makes, 'suite'), { status: 404 }, { status: 200, type: 'text/html', body: HTML }],
    [5, 1, 1],
  );
  const location = random() < 0.1 ? url.replace(`${scheme}:`, '') : url;
  return { status: chosen(random, [301, 302, 303, 307, 308], [2, 4, 1, 1, 1]), location, ...extra };
}

function oddServers(random: Random, place: string): string[] {
  const host = (name: string) => `${name}.${place}.example`;
  const imap = server('imap', host('imap'), 993, 'SSL', login);
  const starttls = server('imap', host('imap2'), 143, 'STARTTLS', '%EMAILADDRESS%');
  const pop = server('pop3', host('pop'), 995, 'SSL', login);
  const smtp = server('smtp', host('smtp'), 465, 'SSL', login);
  const submission = server('smtp', host('smtp2'), 587, 'STARTTLS', '%EMAILADDRESS%');
  const ways = (methods: readonly string[]) => [
    server('imap', host('imap'), 993, 'SSL', login, methods),
    server('smtp', host('smtp'), 587, 'STARTTLS', login, methods),
  ];
  const all: readonly string[][] = [
    [pop, imap, smtp],
    [pop, smtp],
    [imap, starttls, smtp, submission],
    [starttls, imap, submission, smtp],
    [imap, server('imap', host('clair'), 143, 'plain', login), smtp],
    [server('imap', host('clair'), 143, 'plain', login), server('smtp', host('clair'), 25, 'plain', login)],
    [imap],
    [smtp],
    [imap, server('smtp', host('smtp'), 587, 'STARTTLS', login, ['bogus'])],
    ways(['OAuth2']),
    ways(['OAuth2', 'password-cleartext']),
    ways(['password-encrypted']),
    ways(['GSSAPI', 'password-cleartext']),
    ways(['plain']),
    ways([]),
    [server('imap', host('imap'), 993, 'TLS', login), smtp],
    [imap.replace('<port>993</port>', ''), smtp],
    [imap, smtp.replace(/<username>.*<\/username>/, '')],
    [imap.replace('type="imap"', 'type="imap" id="1"'), smtp],
    [imap.replace('imap.', 'IMAP.'), smtp],
  ];
  return chosen(
    random,
    all,
    all.map(() => 1),
  );
}

function mxOf(random: Random, domain: string, own: string, hoster: string): [number, string][] {
  const kind = random();
  if (kind < 0.4) return [];
  if (kind < 0.5) return [[10, `mx.${domain}`]];
  if (kind < 0.55) return [[0, '']];
  if (kind < 0.65) return [[10, `mx.${own}`]];
  if (kind < 0.75)
    return [
      [20, 'mx.personne.test'],
      [10, `mx1.${hoster}`],
    ];
  return [[10, chosen(random, [`mx1.in.${hoster}`, `mx.${hoster}`, hoster], [3, 2, 1])]];
}

function mailRecords(random: Random, domain: string, srv: Record<string, [number, number, number, string][]>): void {
  const names = ['_imaps', '_imap', '_pop3s', '_pop3', '_submissions', '_submission'];
  const ports: Readonly<Record<string, number>> = {
    _imaps: 993,
    _imap: 143,
    _pop3s: 995,
    _pop3: 110,
    _submissions: 465,
    _submission: 587,
  };
  for (const name of names) {
    const kind = random();
    if (kind < 0.5) continue;
    const port = ports[name] ?? 0;
    srv[`${name}._tcp.${domain}`] =
      kind < 0.65
        ? [[0, 0, 0, '']]
        : kind < 0.9
          ? [[0, 1, port, `${name.slice(1)}.srv.example`]]
          : [
              [20, 1, port, `${name.slice(1)}-${random() < 0.5 ? 0 : 2}.srv.example`],
              [10, 1, port, `${name.slice(1)}-1.srv.example`],
            ];
  }
}

function addAutodiscover(
  makes: Makes,
  own: string,
  hoster: string,
  web: Record<string, Page>,
  srv: Record<string, [number, number, number, string][]>,
): void {
  const { random, domain } = makes;
  const path = '/autodiscover/autodiscover.xml';
  const answer = (): Page => poxPage(makes);
  const put = (url: string, page: Page) => {
    web[url] = page;
  };
  const places: readonly (readonly [number, () => void])[] = [
    [3, () => put(`https://autodiscover.${domain}${path}`, answer())],
    [2, () => put(`https://${domain}${path}`, answer())],
    [1, () => put(`http://autodiscover.${domain}${path}`, answer())],
    [
      4,
      () => {
        const target = `${chosen(random, ['https', 'http'], [6, 1])}://${chosen(random, [`autodiscover.${hoster}`, `conf.${own}`], [2, 1])}${path}`;
        const refusal = chosen<Page>(
          random,
          [
            { status: 405 },
            { status: 401 },
            { status: 404 },
            { status: 200, type: XML, body: NOTHING_ASKED },
            { status: 200, type: 'text/html', body: HTML },
          ],
          [4, 2, 1, 1, 1],
        );
        web[target] = { ...refusal, posted: answer() };
        const from = chosen(random, ['http', 'https'], [4, 1]);
        web[`${from}://autodiscover.${domain}${path}`] = {
          status: chosen(random, [302, 301, 307], [4, 1, 1]),
          location: target,
        };
      },
    ],
    [
      2,
      () => {
        const host = chosen(random, [`ad.${hoster}`, `ad.${own}`], [1, 2]);
        web[`https://${host}${path}`] = answer();
        srv[`_autodiscover._tcp.${domain}`] = [[0, 0, chosen(random, [443, 8443], [3, 1]), host]];
      },
    ],
    [1, () => put(`https://autodiscover.${domain}${path}`, { status: 401 })],
  ];
  chosen(
    random,
    places.map(([, make]) => make),
    places.map(([weight]) => weight),
  )();
}

/** What a POST to Autodiscover gets. */
function poxPage({ random, domain }: Makes): Page {
  const pox = autodiscoverOf('pox.example', login);
  const kinds: readonly (readonly [number, string])[] = [
    [5, pox],
    [2, autodiscoverOf('pox.example')],
    [1, NOTHING_ASKED],
    [1, HTML],
    [1, pox.replace('<Type>IMAP</Type>', '<Type>POP3</Type>').replace('993', '995')],
    [1, pox.replace(/<Protocol><Type>SMTP.*?<\/Protocol>/s, '')],
    [1, pox.replace(/<Protocol><Type>IMAP.*?<\/Protocol>/s, '')],
    [1, pox.replaceAll('<SSL>on</SSL>', '<SSL>off</SSL>')],
    [1, pox.replaceAll('<SSL>on</SSL>', '<SSL></SSL>')],
    [1, pox.replaceAll('<SPA>off</SPA>', '<SPA>on</SPA>')],
    [1, pox.replaceAll('TLS', 'None')],
    [1, pox.replaceAll('<Port>993</Port>', '<Port>143</Port>')],
    [1, pox.replace('imap.pox.example', 'imap pox')],
    [1, pox.replaceAll(login, '00123')],
    [1, pox.slice(0, 500)],
    [
      1,
      responseOf(
        `<Account><AccountType>email</AccountType><Action>redirectAddr</Action><RedirectAddr>prenom.nom@ailleurs.${domain}</RedirectAddr></Account>`,
      ),
    ],
  ];
  const body = chosen(
    random,
    kinds.map(([, text]) => text),
    kinds.map(([weight]) => weight),
  );
  return {
    status: chosen(random, [200, 404, 500], [12, 1, 1]),
    type: chosen(random, [XML, 'text/xml', 'application/octet-stream'], [8, 2, 1]),
    body,
  };
}

function mailPorts(random: Random, domain: string): Record<string, MailPort> {
  const ports: Record<string, MailPort> = {};
  const offers = () => chosen(random, [['PLAIN', 'LOGIN'], ['PLAIN', 'CRAM-MD5'], ['GSSAPI'], []], [3, 2, 1, 1]);
  const imap = (tls: boolean, starttls: boolean): MailPort => ({
    protocol: 'imap',
    tls,
    offers: [...(starttls ? ['STARTTLS'] : []), ...offers().map((each) => `AUTH=${each}`)],
  });
  const pop3 = (tls: boolean): MailPort => ({
    protocol: 'pop3',
    tls,
    offers: [...(tls || random() < 0.3 ? [] : ['STLS']), 'USER'],
  });
  const smtp = (tls: boolean, starttls: boolean): MailPort => ({
    protocol: 'smtp',
    tls,
    offers: [...(starttls ? ['STARTTLS'] : []), ...(random() < 0.8 ? [`AUTH ${offers().join(' ')}`] : [])],
  });
  const host = (...names: string[]) => {
    const name = chosen(
      random,
      names,
      names.map(() => 1),
    );
    return name === '' ? domain : `${name}.${domain}`;
  };
  if (random() < 0.7) ports[`${host('imap', 'mail', '')}:993`] = imap(true, false);
  if (random() < 0.3) ports[`${host('imap', 'mail')}:143`] = imap(false, random() < 0.7);
  if (random() < 0.3) ports[`${host('pop3', 'pop', 'mail')}:995`] = pop3(true);
  if (random() < 0.2) ports[`${host('pop', 'mail')}:110`] = pop3(false);
  if (random() < 0.5) ports[`${host('smtp', 'mail')}:465`] = smtp(true, false);
  if (random() < 0.6) ports[`${host('smtp', 'mail', '')}:587`] = smtp(false, random() < 0.8);
  if (random() < 0.2) ports[`${host('smtp', 'mail')}:25`] = smtp(false, random() < 0.5);
  return ports;
}
