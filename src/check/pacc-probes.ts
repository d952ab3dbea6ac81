import { sha256 } from '../platform.ts';
import { hasAddress, type WebQuestion } from './autoconfig-probes.ts';
import { fault, held, heldUnless, type Probe, skipped } from './check-rule.ts';
import { unanswered } from './dns-faults.ts';
import { accountAtAddress, standIn } from './expected-answers.ts';
import { judgeAnswer } from './judge-answer.ts';
import { channelTable, paccOwn } from './rule-table.ts';
import { answerIn } from './two-people.ts';
import { followRedirects } from './walk.ts';
import { certificateOf, codeFault, wayFaults } from './web-faults.ts';

/** PACC: one document for the domain, and its digest in the DNS. */
export async function paccProbes({ domain, name, expect, tools, people }: WebQuestion): Promise<Probe[]> {
  const place = `https://ua-auto-config.${domain.name}/.well-known/user-agent-configuration.json`;
  const rules = channelTable.pacc;
  const zone = `_ua-auto-config.${domain.name}`;
  const digests = await tools.net.dns(zone, 'TXT');
  if (digests.status === 'failed') return [unanswered(zone, domain.name, digests.failure)];
  const texts = digests.status === 'found' ? digests.records.filter((text) => /^v=UAAC1\b/.test(text)) : [];
  const request = { method: 'GET', url: new URL(place) } as const;
  const expected = await expect(request);
  const wanted = expected.code === 200;
  const alone = () =>
    fault(paccOwn['txt-missing'], zone, { record: '', url: place }, { expected: place, found: texts.join('; ') });
  if (!hasAddress(name)) return texts.length > 0 && !wanted ? [alone()] : [skipped(rules.missing, place, 'not-there')];
  const there = await followRedirects(tools.net, request);
  const answer = answerIn(there);
  // By a name that stands for all, a domain without PACC has this one, too.
  if (!wanted && (answer?.code !== 200 || !isDocument(answer.body))) return [held(paccOwn['login-differs'], place)];
  if (answer === undefined) return wayFaults(there, place, tools);
  const certificate = certificateOf(there, place, tools.now);
  if (answer.code !== 200) {
    const missing = () =>
      texts.length > 0
        ? alone()
        : fault(rules.missing, place, { code: answer.code }, { expected: '200', found: String(answer.code) });
    return [...certificate, ...codeFault(answer.code, place, missing)];
  }
  const address = standIn(domain.name, people[0]);
  const account = accountAtAddress(domain, address);
  const probes = await judgeAnswer({ channel: 'pacc', place, domain, address, account, answer, expected });
  const broken = probes.some(({ status }) => status === 'fault');
  // A document that is wrong has no right digest.
  return [...certificate, ...probes, ...(broken ? [] : [digestProbe(zone, answer.body, texts)])];
}

function digestProbe(zone: string, document: Uint8Array, texts: readonly string[]): Probe {
  const right = `v=UAAC1; a=sha256; d=${sha256(document)}`;
  const record = `${zone}. 3600 IN TXT "${right}"`;
  if (texts.length === 0)
    return fault(paccOwn['txt-missing'], zone, { record, url: '' }, { expected: right, found: '–' });
  const digest = sha256(document);
  const isIn = (text: string) => text.split(';').some((each) => each.trim() === `d=${digest}`);
  const broken =
    !texts.some(isIn) && fault(paccOwn.digest, zone, { record }, { expected: right, found: texts.join('; ') });
  return heldUnless(paccOwn.digest, zone, broken);
}

function isDocument(body: Uint8Array): boolean {
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof found === 'object' && found !== null && 'protocols' in found;
  } catch {
    return false;
  }
}
