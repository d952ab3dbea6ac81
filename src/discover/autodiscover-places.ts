import { addressOf, asciiHost } from '../model/address.ts';
import type { WebRequest } from '../net/net.ts';
import { autodiscoverOf, childText } from '../read/autodiscover-file.ts';
import { readXmlTree } from '../read/xml-tree.ts';
import type { Mechanism, Trust } from './answers.ts';
import { documentName } from './autoconfig-places.ts';
import { readDocument } from './document.ts';
import { dnsTrouble } from './failures.ts';
import { foundServers } from './found-servers.ts';
import { type NextRequest, shownUrl, type Walked, type WalkReached, walk } from './hops.ts';
import { answerOf, type Errand, emptyAnswer, type FoundAnswer, type Spot, trustOf } from './place-answer.ts';
import { inOrder } from './srv-places.ts';
import { discoverProblem } from './words.ts';

/* Microsoft's Autodiscover without a password: plain XML (MS-OXDSCLI), by its two https places, by the redirect over http, and by SRV; and the short form in JSON. */

const XML = '/autodiscover/autodiscover.xml';
const JSON_FORM = '/autodiscover/autodiscover.json';

export function autodiscoverPlaces(errand: Errand): Promise<FoundAnswer>[] {
  const { domain } = errand.subject;
  return [
    ...[`https://autodiscover.${domain}`, `https://${domain}`].map((origin) => xmlPlace(errand, `${origin}${XML}`)),
    redirectPlace(errand, `http://autodiscover.${domain}${XML}`),
    srvPlace(errand),
    ...[`https://autodiscover.${domain}`, `https://${domain}`].map((origin) =>
      jsonPlace(errand, `${origin}${JSON_FORM}`),
    ),
  ];
}

async function xmlPlace(errand: Errand, text: string): Promise<FoundAnswer> {
  const url = new URL(text);
  const spot = { mechanism: 'autodiscover', source: shownUrl(url) } as const;
  return readAnswer(errand, spot, await walk(errand.net, xmlRequest(errand, url)), 'A');
}

/** Only a redirect to https counts, and only there the question is asked (MS-OXDISCO § 3.1.5.4). */
async function redirectPlace(errand: Errand, text: string): Promise<FoundAnswer> {
  const url = new URL(text);
  const spot = { mechanism: 'autodiscover', source: shownUrl(url) } as const;
  const asks: NextRequest = (before, to) =>
    to.protocol === 'https:' ? xmlRequest(errand, to) : { ...before, url: to };
  const walked = await walk(errand.net, { method: 'GET', url }, asks);
  if (walked.end.status === 'reached' && walked.end.url.protocol === 'http:')
    return answerOf(spot, walked, 'D', { status: 'wrong', problem: discoverProblem('discover.no-redirect', {}) });
  return readAnswer(errand, spot, walked, 'A');
}

async function srvPlace(errand: Errand): Promise<FoundAnswer> {
  const name = `_autodiscover._tcp.${errand.subject.domain}`;
  const spot = { mechanism: 'autodiscover-srv', source: name } as const;
  const answer = await errand.net.dns(name, 'SRV');
  if (answer.status === 'failed') return emptyAnswer(spot, 'failed', 'C', dnsTrouble(name, answer.failure));
  const [first] = answer.status === 'found' ? inOrder(answer.records) : [];
  if (first === undefined) return emptyAnswer(spot, 'none', 'C');
  if (first.target === '') return emptyAnswer(spot, 'none', 'C', discoverProblem('discover.srv-denied', {}));
  const host = asciiHost(first.target);
  if (host === undefined || first.port === 0)
    return emptyAnswer(
      spot,
      'wrong',
      'C',
      discoverProblem('discover.srv-target', { value: `${first.target}:${first.port}` }),
    );
  const url = new URL(`https://${host}:${first.port}${XML}`);
  return readAnswer(errand, spot, await walk(errand.net, xmlRequest(errand, url)), answer.authentic ? 'B' : 'C');
}

/** Of the short form, what leads to the plain one, or to ActiveSync. */
async function jsonPlace(errand: Errand, place: string): Promise<FoundAnswer> {
  const spot = { mechanism: 'autodiscover-v2', source: place } as const;
  const ask = (protocol: string) => {
    const query = new URLSearchParams({ Email: errand.subject.told.text, Protocol: protocol, RedirectCount: '1' });
    return walk(errand.net, { method: 'GET', url: new URL(`${place}?${query}`) });
  };
  const [plain, activeSync] = await Promise.all([ask('Autodiscoverv1'), ask('ActiveSync')]);
  const url = plain.end.status === 'reached' ? urlIn(plain.end) : undefined;
  const onward = url === undefined ? undefined : await walk(errand.net, xmlRequest(errand, url));
  const found =
    onward && (await readAnswer(errand, spot, { ...onward, chain: [...plain.chain, ...onward.chain] }, 'A'));
  if (found?.status === 'found') return found;
  const trust = trustOf(activeSync.chain, errand.subject.domain);
  if (activeSync.end.status === 'reached') {
    const { testimony, problem } = await readDocument(
      activeSync.end,
      'autodiscover-v2',
      documentName(trust, activeSync.chain),
    );
    if (testimony !== undefined) {
      const servers = foundServers(testimony, errand.subject.domain);
      return answerOf(spot, activeSync, trust, { status: 'found', problem: undefined, servers, testimony });
    }
    return found ?? answerOf(spot, activeSync, trust, { status: 'wrong', problem });
  }
  return found ?? answerOf(spot, activeSync, trust, activeSync.end);
}

/** Of an answer of the short form that names the plain one, over https alone. */
function urlIn({ body }: WalkReached): URL | undefined {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    const entries = typeof answer === 'object' && answer !== null ? Object.entries(answer) : [];
    const [, text] = entries.find(([name]) => name.toLowerCase() === 'url') ?? [];
    const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' && url.pathname.toLowerCase() === XML ? url : undefined;
  } catch {
    return undefined;
  }
}

/** An answer may name another place once more. */
const MOST_REFERRALS = 2;

async function readAnswer(
  errand: Errand,
  spot: Spot & { readonly mechanism: Mechanism },
  first: Walked,
  atBest: Trust,
): Promise<FoundAnswer> {
  let walked = first;
  for (let referrals = 0; ; referrals += 1) {
    const trust = trustOf(walked.chain, errand.subject.domain, atBest);
    if (walked.end.status !== 'reached') return answerOf(spot, walked, trust, walked.end);
    const { url, address } = referralIn(walked.end);
    if (address !== undefined) {
      const problem = discoverProblem('discover.redirect-address', { domain: addressOf(address)?.domain ?? '' });
      return answerOf(spot, walked, trust, { status: 'wrong', problem });
    }
    if (url === undefined || referrals === MOST_REFERRALS) {
      const { testimony, problem } = await readDocument(walked.end, 'autodiscover', documentName(trust, walked.chain));
      if (testimony === undefined) return answerOf(spot, walked, trust, { status: 'wrong', problem });
      const servers = foundServers(testimony, errand.subject.domain);
      return answerOf(spot, walked, trust, { status: 'found', problem, servers, testimony });
    }
    const onward = await walk(errand.net, xmlRequest(errand, url));
    walked = { ...onward, chain: [...walked.chain, ...onward.chain], tls: onward.tls ?? walked.tls };
  }
}

/** `RedirectUrl` over https, and `RedirectAddr` (MS-OXDSCLI § 2.2.4.1.1.2). */
function referralIn({ body }: WalkReached): { readonly url?: URL; readonly address?: string } {
  const xml = readXmlTree(new TextDecoder().decode(body));
  const account = xml.kind === 'fault' ? undefined : autodiscoverOf(xml.root).account;
  const action = account && childText(account, 'Action')?.toLowerCase();
  if (account === undefined) return {};
  const text = action === 'redirecturl' ? childText(account, 'RedirectUrl') : undefined;
  if (text !== undefined && URL.canParse(text) && new URL(text).protocol === 'https:') return { url: new URL(text) };
  const address = action === 'redirectaddr' ? childText(account, 'RedirectAddr') : undefined;
  return address === undefined ? {} : { address };
}

function xmlRequest({ subject }: Errand, url: URL): WebRequest {
  return {
    method: 'POST',
    url,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${SCHEMAS}/requestschema/2006"><Request><EMailAddress>${escaped(subject.told.text)}</EMailAddress><AcceptableResponseSchema>${SCHEMAS}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>
`,
  };
}

const SCHEMAS = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
