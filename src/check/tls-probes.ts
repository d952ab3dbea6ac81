import type { TlsFacts } from '../net/net.ts';
import { type CheckRule, fault, held, heldUnless, type Probe } from './check-rule.ts';
import { tlsRules } from './rule-table.ts';

/** Where a certificate was shown, and for which name. */
export interface ShownCertificate {
  readonly place: string;
  readonly name: string;
}

const DAY = 86_400_000;
/** Whoever renews by itself does so a month before the end (RFC 8739 §3.1.1; certbot: 30 days). */
const SOON = 21;

/** What there is to say of a certificate that was shown, whether it was taken or not. */
export function tlsProbes(shown: ShownCertificate, facts: TlsFacts, now: Date): Probe[] {
  const { place } = shown;
  const refused = refusalOf(shown, facts, now);
  if (refused !== undefined) return refused;
  const days = Math.floor((facts.notAfter.getTime() - now.getTime()) / DAY);
  const soon =
    days < SOON &&
    fault(tlsRules['expires-soon'], place, { date: dateOf(facts.notAfter), days }, { found: dateOf(facts.notAfter) });
  const old =
    /^TLSv1(?:\.[01])?$|^SSL/.test(facts.version) &&
    fault(
      tlsRules['old-version'],
      place,
      { version: facts.version },
      { expected: 'TLSv1.2, TLSv1.3', found: facts.version },
    );
  const others = [tlsRules['name-mismatch'], tlsRules.expired, tlsRules.chain];
  return [
    ...others.map((rule: CheckRule) => held(rule, place)),
    heldUnless(tlsRules['expires-soon'], place, soon),
    heldUnless(tlsRules['old-version'], place, old),
  ];
}

/** Node says the first thing that is wrong; the dates and the names can be wrong beside it. */
function refusalOf({ place, name }: ShownCertificate, facts: TlsFacts, now: Date): Probe[] | undefined {
  const { refusal, notAfter, notBefore, names, issuer } = facts;
  if (refusal === undefined) return undefined;
  const late = notAfter.getTime() < now.getTime() || refusal === 'CERT_HAS_EXPIRED';
  const early = notBefore.getTime() > now.getTime() || refusal === 'CERT_NOT_YET_VALID';
  const other = refusal === 'ERR_TLS_CERT_ALTNAME_INVALID' || !names.some((each) => covers(each, name));
  const expected = name;
  const probes = [
    late && fault(tlsRules.expired, place, { date: dateOf(notAfter) }, { found: dateOf(notAfter) }),
    early && fault(tlsRules['not-yet-valid'], place, { date: dateOf(notBefore) }, { found: dateOf(notBefore) }),
    other &&
      fault(tlsRules['name-mismatch'], place, { name, names: namesText(names) }, { expected, found: namesText(names) }),
  ].filter((each) => each !== false);
  const known = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'];
  if (known.includes(refusal)) return probes;
  return [...probes, authorityFault(place, refusal, facts, issuer)];
}

function authorityFault(place: string, refusal: string, { chain }: TlsFacts, issuer: string): Probe {
  if (refusal === 'DEPTH_ZERO_SELF_SIGNED_CERT') return fault(tlsRules['self-signed'], place, {}, { found: issuer });
  if (refusal === 'SELF_SIGNED_CERT_IN_CHAIN')
    return fault(tlsRules['private-root'], place, { issuer }, { found: issuer });
  const incomplete =
    refusal === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' ||
    refusal === 'UNABLE_TO_GET_ISSUER_CERT' ||
    refusal === 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
  if (incomplete) return fault(tlsRules.chain, place, { issuer }, { found: String(chain.length) });
  return fault(tlsRules.refused, place, { detail: refusal }, { found: refusal });
}

/** A name of a certificate may stand for one label (RFC 9525 §6.3). */
export function covers(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  return pattern.startsWith('*.') && name.indexOf('.') > 0 && pattern.slice(1) === name.slice(name.indexOf('.'));
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} …` : shown || '–';
}

const MOST_NAMES = 5;

function dateOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '–' : date.toISOString().slice(0, 10);
}
