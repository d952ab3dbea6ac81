import type { Problem } from '../errors.ts';
import type { DnsAnswer } from '../net/net.ts';
import { sha256 } from '../platform.ts';
import { paccRecord } from '../publish/pacc.ts';
import { documentName } from './autoconfig-places.ts';
import { readDocument } from './document.ts';
import { dnsTrouble } from './failures.ts';
import { foundServers } from './found-servers.ts';
import { walk } from './hops.ts';
import { answerOf, type Errand, type FoundAnswer, trustOf } from './place-answer.ts';
import { discoverProblem } from './words.ts';

/** PACC (draft-ietf-mailmaint-pacc-03): a document, and its digest in the DNS, without which no client takes it. Both are asked for at once. */
export async function paccPlace({ net, subject: { domain } }: Errand): Promise<FoundAnswer> {
  const url = new URL(`https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`);
  const spot = { mechanism: 'pacc', source: url.href } as const;
  const [walked, record] = await Promise.all([
    walk(net, { method: 'GET', url }),
    net.dns(`_ua-auto-config.${domain}`, 'TXT'),
  ]);
  const trust = trustOf(walked.chain, domain);
  const digests = digestsIn(record);
  if (walked.end.status !== 'reached') {
    const lonely = walked.end.status === 'none' && digests.length > 0;
    const problem = lonely ? discoverProblem('discover.pacc-document', { domain }) : walked.end.problem;
    return answerOf(spot, walked, trust, { status: lonely ? 'wrong' : walked.end.status, problem });
  }
  const { testimony, problem } = await readDocument(walked.end, 'pacc', documentName('A', walked.chain));
  if (testimony === undefined) return answerOf(spot, walked, trust, { status: 'wrong', problem });
  const against = digestProblem(walked.end.body, domain, record, digests);
  if (against !== undefined) return answerOf(spot, walked, trust, { status: 'wrong', problem: against });
  // It has no place for a login.
  const servers = foundServers(testimony, domain).map((server) => ({ ...server, login: undefined }));
  // The digest vouches for the document, wherever it lies.
  return answerOf(spot, walked, 'A', { status: 'found', problem, servers, testimony });
}

function digestProblem(
  body: Uint8Array,
  domain: string,
  record: DnsAnswer<'TXT'>,
  digests: readonly string[],
): Problem | undefined {
  if (digests.includes(sha256(body))) return undefined;
  const { name, text } = paccRecord(domain, body);
  if (record.status === 'failed') return dnsTrouble(name, record.failure);
  const details = { domain, record: text };
  return digests.length === 0
    ? discoverProblem('discover.pacc-record', details)
    : discoverProblem('discover.pacc-digest', details);
}

/** Of each record that is one: `v=UAAC1; a=sha256; d=…`, in any order, with any further tags. */
function digestsIn(answer: DnsAnswer<'TXT'>): string[] {
  if (answer.status !== 'found') return [];
  return answer.records.flatMap((text) => {
    const tags = new Map(
      text.split(';').map((tag) => {
        const [name = '', ...value] = tag.split('=');
        return [name.trim().toLowerCase(), value.join('=').trim()] as const;
      }),
    );
    const isOne = tags.get('v')?.toUpperCase() === 'UAAC1' && tags.get('a')?.toLowerCase() === 'sha256';
    return isOne ? [tags.get('d') ?? ''] : [];
  });
}
