import type { Enquiry } from '../../src/discover/as/enquiry.ts';
import { parseAddress } from '../../src/model/address.ts';
import type { Net } from '../../src/net/net.ts';

/** Somebody who lets the world be told the address. */
export function askedFor(net: Net, who: string): Enquiry {
  const told = parseAddress(who);
  return { net, domain: told.domain, shown: told.text, told, lowers: false };
}
