import { sha256 } from '@noble/hashes/sha2';
import { thunderbirdView } from '../../lint/autoconfig/thunderbird-view.ts';
import { base64Of } from '../../model/bytes.ts';
import type { DnsValues } from '../../net/net.ts';
import { readConfig } from './config-reader.ts';
import {
  addressQuery,
  askedPlace,
  clientConfigPlaces as at,
  databases,
  failureOf,
  searchAtOnce,
} from './file-places.ts';
import type { Manners, Reached } from './follow.ts';
import { type Diary, type EndPair, type EndServer, startDiary } from './look-up.ts';
import { askRecords, type Recorded } from './records.ts';
import { pairOf, pairText, replaced, variablesOf } from './server-text.ts';
import type { Simulator } from './simulator.ts';
import { remark } from './words.ts';

/**
 * Himalaya 2 (pimalaya/io-pim-discovery @5036dfab with himalaya @ca88bee0; read): everything at once, over https and without redirects; the person chooses among what was found, best
 * first, and the prompt for the login has that of a file only where it looks like an address. Its rules for Google and Microsoft are not looked at.
 */
export const asHimalaya: Simulator = {
  async lookUp(asked) {
    const diary = startDiary(asked);
    const { domain } = asked;
    const pacc = await fromPacc(diary);
    const fill = (text: string) => replaced(text, variablesOf(asked.told));
    const files = [at.autoconfig('https', domain, addressQuery(asked, false)), at.wellKnown('https', domain)];
    const linked = await linkedFile(diary);
    const places = [
      ...files,
      ...(linked === undefined ? [] : [{ url: linked, tells: false }]),
      at.database(databases.autoconfig, domain),
    ];
    const found = await searchAtOnce(diary, places, MANNERS, (reached) =>
      readConfig(diary, reached, { view: thunderbirdView, fill }),
    );
    const view = found.decided?.verdict.found;
    diary.step(
      remark('asks-at-once', { count: places.length }),
      found.places,
      view === undefined ? remark('then-next', {}) : remark('then-offers', {}),
    );
    const pair = pacc ?? (view && pairOf(view, { host: fill, login: fill })) ?? (await fromRecords(diary));
    if (pair === undefined) return diary.end('nothing');
    const named = (server: EndServer | undefined) =>
      server && { ...server, login: server.login?.includes('@') ? server.login : asked.told.text };
    const [incoming, outgoing] = [named(pair.incoming), named(pair.outgoing)];
    diary.step(
      remark('asks-choice', {}),
      [],
      remark('then-fills-login', { login: incoming?.login ?? outgoing?.login ?? '' }),
    );
    return diary.end('asks', { incoming, outgoing });
  },
};

const MANNERS: Manners = { hops: 0, lowers: false, patience: 8_000 };

/** A document counts only with its digest in the DNS (draft-ietf-mailmaint-pacc). */
async function fromPacc(diary: Diary): Promise<EndPair | undefined> {
  const { asked } = diary;
  const url = new URL(`https://ua-auto-config.${asked.domain}/.well-known/user-agent-configuration.json`);
  const [reached, digest] = await Promise.all([
    diary.fetch({ method: 'GET', url }, MANNERS),
    askRecords(asked, `_ua-auto-config.${asked.domain}`, 'TXT'),
  ]);
  const failure = failureOf(reached);
  const pair = failure === undefined && isConfirmed(reached, digest) ? paccPair(reached) : undefined;
  const got =
    failure ?? (pair === undefined ? remark('got-no-pacc', {}) : remark('got-servers', { servers: pairText(pair) }));
  diary.step(
    remark('asks-pacc', {}),
    [askedPlace({ url, tells: false }, reached, got), digest.place],
    remark(pair === undefined ? 'then-next' : 'then-offers', {}),
  );
  return pair;
}

function isConfirmed(reached: Reached, { records }: Recorded<'TXT'>): boolean {
  if (reached.status !== 'answered') return false;
  const digest = base64Of(sha256(reached.body));
  return records.some((text) => {
    const tags = new Map(
      text
        .split(';')
        .map((tag) => [tag.slice(0, tag.indexOf('=')).trim().toLowerCase(), tag.slice(tag.indexOf('=') + 1).trim()]),
    );
    return (
      tags.get('v')?.toUpperCase() === 'UAAC1' && tags.get('a')?.toLowerCase() === 'sha256' && tags.get('d') === digest
    );
  });
}

function paccPair(reached: Reached): EndPair | undefined {
  if (reached.status !== 'answered') return undefined;
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(reached.body));
  } catch {
    return undefined;
  }
  const hostOf = (...names: readonly string[]) => {
    for (const name of names) {
      const host = memberOf(memberOf(memberOf(document, 'protocols'), name), 'host');
      if (typeof host === 'string') return host;
    }
    return undefined;
  };
  const server = (protocol: 'imap' | 'smtp', host: string | undefined, port: number): EndServer | undefined =>
    host === undefined
      ? undefined
      : { protocol, host, port, security: 'tls', authentication: 'password', login: undefined };
  const pair = {
    incoming: server('imap', hostOf('imap'), 993),
    outgoing: server('smtp', hostOf('submit', 'smtp'), 465),
  };
  return pair.incoming || pair.outgoing ? pair : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** A TXT record of the domain may name a file. */
async function linkedFile({ asked }: Diary): Promise<URL | undefined> {
  const { records } = await askRecords(asked, asked.domain, 'TXT');
  const [link] = records.flatMap((text) => (text.startsWith('mailconf=') ? [text.slice('mailconf='.length)] : []));
  return link?.startsWith('https://') && URL.canParse(link) ? new URL(link) : undefined;
}

async function fromRecords({ asked, step }: Diary): Promise<EndPair | undefined> {
  const names = ['_imaps', '_imap', '_submissions', '_submission'] as const;
  const found = await Promise.all(names.map((name) => askRecords(asked, `${name}._tcp.${asked.domain}`, 'SRV')));
  const [imaps, imap, submissions, submission] = found.map(({ records }) => best(records));
  const pair = {
    incoming: imaps ? ofRecord(imaps, 'imap', 'tls') : imap && ofRecord(imap, 'imap', 'starttls'),
    outgoing: submissions
      ? ofRecord(submissions, 'smtp', 'tls')
      : submission && ofRecord(submission, 'smtp', 'starttls'),
  };
  const some = pair.incoming ?? pair.outgoing;
  step(
    remark('asks-records-at-once', {}),
    found.map(({ place }) => place),
    remark(some === undefined ? 'then-next' : 'then-offers', {}),
  );
  return some && pair;
}

function best(records: readonly DnsValues['SRV'][]): DnsValues['SRV'] | undefined {
  return records
    .filter(({ target }) => target !== '')
    .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)[0];
}

function ofRecord(
  { target, port }: DnsValues['SRV'],
  protocol: 'imap' | 'smtp',
  security: 'tls' | 'starttls',
): EndServer {
  return { protocol, host: target, port, security, authentication: 'password', login: undefined };
}
