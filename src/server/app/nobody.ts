import type { Address } from '../../model/address.ts';

/**
 * Evolution tells no server the address: it asks for this local part, with the MD5 of the address beside it (3.46.4; GNOME wiki, Apps/Evolution/Autoconfig), and
 * puts the person's own in its place wherever it finds it in the answer, in any letter case. A login made of it would be nobody's.
 */
const NOBODY_OF_EVOLUTION = 'evolutionuser';

/** Is this an address under which a program asks for nobody in particular? Quotes make no other local part (RFC 5321 §4.1.2). */
export function isNobody({ local }: Pick<Address, 'local'>): boolean {
  return local.replace(/["\\]/g, '').toLowerCase() === NOBODY_OF_EVOLUTION;
}
