import { type Artifact, clientFiles, once } from '../artifacts/render.ts';
import { thunderbird } from '../clients/thunderbird/index.ts';
import type { Problem } from '../errors.ts';
import { type DigestRecord, paccRecord } from '../publish/pacc.ts';
import { againstPacc } from '../publish/web-records.ts';
import type { DnsNote } from '../publish/words.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import type { Answer } from '../server/app/question.ts';
import { type Ask, anybodyIn } from './asked.ts';
import type { SiteDomain } from './site-domain.ts';
import { siteProblem } from './words.ts';

/* What programs ask a web server for, of one domain: files that hold nothing of a person. */

/** Where a file stands below the folder of its host, and below `/` of that host. */
export const CONFIG = 'mail/config-v1.1.xml';
export const WELL_KNOWN = '.well-known/autoconfig/mail/config-v1.1.xml';
export const PACC = '.well-known/user-agent-configuration.json';
export const ACTIVE_SYNC = 'autodiscover/activesync.json';

/** What a domain has. */
export interface DomainFiles {
  readonly artifacts: readonly Artifact[];
  /** What was asked for and cannot be said in a file. */
  readonly leftOut: readonly SiteLeftOut[];
  /** The record that goes with its PACC document. */
  readonly digest: DigestRecord | undefined;
  readonly hasPointer: boolean;
}

/** Why something is missing. */
export interface SiteLeftOut {
  readonly client: string;
  readonly format: string;
  readonly domain: string;
  readonly reason: Problem | DnsNote;
}

export function hostFolder(hostname: string): string {
  return `hosts/${hostname}/`;
}

/** @param alone no other domain is answered for: then the host of the pages tells it, too */
export function domainFilesOf({ domain, place }: SiteDomain, ask: Ask, alone: boolean): DomainFiles {
  const { name } = domain;
  const config = ask(`https://autoconfig.${name}/${CONFIG}`);
  const pacc = ask(`https://ua-auto-config.${name}/${PACC}`);
  const pointer = ask(pointerUrl(name));
  const hasConfig = config.status === 200;
  const hasPacc = pacc.status === 200;
  const hasPointer = pointer.status === 200;
  const said = hasConfig
    ? [`autoconfig.${name}/${CONFIG}`, `autoconfig.${name}/${WELL_KNOWN}`, `${name}/${WELL_KNOWN}`]
    : [];
  const atPlace = hasConfig
    ? [`${place.hostname}/v1.1/${name}`, ...(alone ? [`${place.hostname}/${CONFIG}`] : [])]
    : [];
  const of = (paths: readonly string[], client: string, format: string, answer: Answer) =>
    [...new Set(paths)].map((path) => fileOf(path, client, format, answer));
  return {
    artifacts: [
      ...of([...said, ...atPlace], 'thunderbird', 'isp', config),
      ...of(hasPacc ? [`ua-auto-config.${name}/${PACC}`] : [], 'facteur', 'pacc', pacc),
      ...of(hasPointer ? [`autodiscover.${name}/${ACTIVE_SYNC}`] : [], 'facteur', 'autodiscover-v2', pointer),
    ],
    leftOut: [
      ...configLeftOut(domain),
      ...(hasPacc ? [] : [{ client: 'facteur', format: 'pacc', domain: name, reason: againstPacc(domain) }]),
    ],
    digest: hasPacc ? paccRecord(name, pacc.body) : undefined,
    hasPointer,
  };
}

export function pointerUrl(domain: string): string {
  return `https://autodiscover.${domain}/autodiscover/autodiscover.json?Email=user@${domain}&Protocol=ActiveSync`;
}

function fileOf(path: string, client: string, format: string, { body, headers }: Answer): Artifact {
  const mediaType = headers[headers.indexOf('Content-Type') + 1] ?? '';
  return {
    client,
    format,
    path: `hosts/${path}`,
    mediaType,
    audience: 'server',
    bytes: once(() => body),
  };
}

/** Why there is no clientConfig, or what is not in it. */
function configLeftOut(domain: MailDomain): SiteLeftOut[] {
  const left = (reason: Problem) => ({ client: 'thunderbird', format: 'isp', domain: domain.name, reason });
  const account = anybodyIn(domain);
  if (account === undefined) return [left(siteProblem('site.ask', { domain: domain.displayName }))];
  const { leftOut } = clientFiles(thunderbird, account, undefined, ({ id }) => id === 'isp').all();
  return leftOut.map(({ problem }) => left(problem));
}
