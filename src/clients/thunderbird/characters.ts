import type { Problem } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { isAscii } from '../../model/address.ts';
import { problem } from './words.ts';

/**
 * Thunderbird keeps an address and the login of an outgoing server as one byte for each character: of `张` it keeps `\x20`. What its account
 * set-up writes it reads again, for characters up to U+00FF; but the UTF-8 of a preference file comes out as two characters for each `é`.
 * The login of an incoming server and names are UTF-8 throughout. (Thunderbird 153; test/system/thunderbird-config.test.ts)
 */
export function refusesCharacters({ address, outgoing }: Account, way: 'set-up' | 'preferences'): Problem | undefined {
  const values = [address, ...outgoing.map(({ login }) => login)];
  const garbled = values.find((value) => !isLatin1(value));
  if (garbled !== undefined) return problem('thunderbird.beyond-latin', { value: garbled });
  const misread = way === 'preferences' ? values.find((value) => !isAscii(value)) : undefined;
  return misread === undefined ? undefined : problem('thunderbird.beyond-ascii', { value: misread });
}

function isLatin1(text: string): boolean {
  return /^[\0-\xff]*$/.test(text);
}
