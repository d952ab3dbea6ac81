import { InputError } from '../errors.ts';
import { type Address, asciiDomain, meantDomain, parseAddress } from '../model/address.ts';
import { discoverProblem } from './words.ts';

/** What the world is asked about. */
export interface DomainSubject {
  /** ASCII, lower case. */
  readonly domain: string;
  /** The domain as it was typed. */
  readonly typed: string;
  /** What a mechanism that wants an address is told. */
  readonly told: Address;
  /** It is the address of nobody: no server learns whose mailbox somebody asks for. */
  readonly isStandIn: boolean;
}

/** Who is told in place of the person. */
const NOBODY = 'prenom.nom-facteur';

/**
 * Reads a domain or an address.
 * @param sendAddress servers may be told the address
 * @throws InputError with one problem that says what is wrong with it
 */
export function subjectOf(text: string, sendAddress: boolean): DomainSubject {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at >= 0) {
    const address = parseAddress(trimmed);
    const typed = trimmed.slice(at + 1);
    return sendAddress
      ? { domain: address.domain, typed, told: address, isStandIn: false }
      : standIn(address.domain, typed);
  }
  const typed = trimmed.replace(/\.$/, '');
  const domain = asciiDomain(typed);
  if (domain === undefined)
    throw new InputError(discoverProblem('discover.domain', { value: text, suggestion: meantDomain(text) }));
  if (sendAddress) throw new InputError(discoverProblem('discover.no-address-to-send', { value: typed }));
  return standIn(domain, typed);
}

function standIn(domain: string, typed: string): DomainSubject {
  return { domain, typed, told: { local: NOBODY, domain, text: `${NOBODY}@${domain}` }, isStandIn: true };
}
