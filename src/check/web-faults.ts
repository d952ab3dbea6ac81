import { MOST_REDIRECTS } from '../discover/redirects.ts';
import type { Net } from '../net/net.ts';
import { type CheckRule, fault, held, type Probe, skipped } from './check-rule.ts';
import { dnsRules, httpRules, tlsRules } from './rule-table.ts';
import { tlsProbes } from './tls-probes.ts';
import { type Walk, withoutQuery } from './walk.ts';

/** What a place is asked with. */
export interface WebTools {
  readonly net: Net;
  readonly now: Date;
  /** What one question may take, in seconds, for who reads that it took longer. */
  readonly seconds: number;
}

/** What is wrong with the way to an answer; none where there is one. */
export function wayFaults({ chain, end }: Walk, place: string, { now, seconds }: WebTools): Probe[] {
  if (end.kind === 'answered') return [];
  if (end.kind !== 'failed') {
    const found = chain.join(' → ');
    const { target } = end;
    if (end.kind === 'loop') return [fault(httpRules['redirect-loop'], place, { chain: found }, { found })];
    if (end.kind === 'many')
      return [fault(httpRules['redirects-many'], place, { most: MOST_REDIRECTS, chain: found }, { found })];
    if (end.kind === 'down') return [fault(httpRules['redirect-down'], place, { target }, { found: target })];
    return [fault(httpRules['redirect-odd'], place, { target }, { found: target })];
  }
  const { url, failure, detail, tls } = end;
  const { hostname: name } = url;
  const redirected = chain.length > 1;
  if (failure === 'certificate' && tls !== undefined)
    return tlsProbes({ place: redirected ? withoutQuery(url) : place, name }, tls, now);
  if (failure === 'certificate' || failure === 'tls')
    return [fault(tlsRules.refused, place, { detail }, { found: detail })];
  if (failure === 'private-address')
    return [
      redirected
        ? fault(httpRules['redirect-private'], place, { target: withoutQuery(url) }, { found: withoutQuery(url) })
        : fault(dnsRules['private-address'], name, { name }, { found: detail }),
    ];
  if (failure === 'timed-out')
    return [fault(httpRules.slow, place, { seconds }, { expected: `< ${seconds} s`, found: detail })];
  if (failure === 'too-large')
    return [fault(httpRules['too-large'], place, {}, { expected: '< 64 kB', found: detail })];
  if (failure === 'protocol') return [fault(httpRules.malformed, place, { detail }, { found: detail })];
  return [fault(httpRules.unreachable, place, { failure }, { found: failure })];
}

/** The certificate of an answer that came over https. */
export function certificateOf({ chain, end }: Walk, place: string, now: Date): Probe[] {
  if (end.kind !== 'answered' || end.answer.tls === undefined) return [];
  const where = chain.length > 1 ? withoutQuery(end.url) : place;
  return tlsProbes({ place: where, name: end.url.hostname }, end.answer.tls, now);
}

/** What the status of an answer says, where it is not 200. @param missing what is said where nothing is there; `undefined`: nothing needs to be */
export function codeFault(code: number, place: string, missing: (() => Probe) | undefined): Probe[] {
  if (code === 200) return [];
  if (code === 401 || code === 407)
    return [fault(httpRules['credentials-asked'], place, { code }, { expected: '200', found: String(code) })];
  if (NOT_THERE.has(code)) return missing === undefined ? [] : [missing()];
  return [fault(httpRules.status, place, { code }, { expected: '200', found: String(code) })];
}

/** What servers say of what they do not have. */
export const NOT_THERE: ReadonlySet<number> = new Set([403, 404, 405, 410, 501]);

export function isPage(type: string, text: string): boolean {
  return (
    /^(?:text\/html|application\/xhtml)/i.test(type) ||
    /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text)
  );
}

/** Each rule, once for a place: held, unless one of these faults is of it. */
export function othersHeld(rules: readonly CheckRule[], place: string, faults: readonly Probe[]): Probe[] {
  const broken = new Set(faults.filter(({ status }) => status === 'fault').map(({ rule }) => rule.id));
  return rules.filter(({ id }) => !broken.has(id)).map((rule) => held(rule, place));
}

export function allSkipped(rules: readonly CheckRule[], place: string): Probe[] {
  return rules.map((rule) => skipped(rule, place, 'not-there'));
}
