import { type Address, addressOf, addressOfParts, PLAIN_ADDRESS } from '../../model/address.ts';
import type { Target } from './target.ts';

/** The values of one parameter as they were written. Names are compared without letter case. */
function written(query: string, name: string): string[] {
  return query
    .slice(1)
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    })
    .flatMap(([key = '', value = '']) => (decode(key)?.toLowerCase() === name ? [value] : []));
}

/**
 * What a person typed into our form, or whoever made a link wrote there. A form's serializer writes a space as `+` and an `@` as `%40` (URL Standard, §5.1); where an
 * `@` stands as it is no form has written it, and a plus is a plus: `?who=a+tag@example.org`.
 */
export function typedIn({ query }: Target, name: string): string | undefined {
  const [value] = written(query, name);
  if (value === undefined) return undefined;
  const text = value.includes('@') ? value : value.replaceAll('+', ' ');
  // As a form is read: what is no UTF-8 becomes U+FFFD, and is shown.
  return new URLSearchParams(`v=${text.replaceAll('+', '%2B')}`).get('v') ?? '';
}

/** Is one of these there more than once? Readers do not agree on which of two values counts. */
export function isTwice({ query }: Target, names: readonly string[]): boolean {
  return names.some((name) => written(query, name).length > 1);
}

/** The value of a parameter that is given once; empty where it is not given, given twice, or no percent-encoded UTF-8. */
export function parameter({ query }: Target, name: string): string {
  const [value = '', ...more] = written(query, name);
  return more.length === 0 ? (decode(value) ?? '') : '';
}

/** An address was given, none was, or what was given is none. */
export type GivenAddress = { readonly address: Address } | 'nothing' | 'malformed';

/** One parameter, with an address that a program sends: nearly every request has no other. */
const PLAIN = new RegExp(`^\\?([a-z]+)=(${PLAIN_ADDRESS.local})(?:@|%40)(${PLAIN_ADDRESS.domain})$`);

/**
 * The address in a parameter. Given twice, it is malformed: nobody could tell which one is meant.
 *
 * A `+` is a plus, not a space as in a form: FairEmail sends the address as it is typed (EmailProvider.java), and Thunderbird, which encodes as
 * forms do, writes a plus as `%2B` (153, FetchHTTP.sys.mjs). A space is possible between quotes only; there the `+` could be either and is refused.
 */
export function addressIn(target: Target, name: string): GivenAddress {
  return plainAddressIn(target, name) ?? anyAddressIn(target, name);
}

/** The same, for plain ones only; what it reads, it reads as the other does. */
export function plainAddressIn({ query }: Pick<Target, 'query'>, name: string): GivenAddress | undefined {
  const [, key, local = '', domain = ''] = PLAIN.exec(query) ?? [];
  const address = key === name ? addressOfParts(local, domain) : undefined;
  return address && { address };
}

/** The same, for any. */
export function anyAddressIn({ query }: Pick<Target, 'query'>, name: string): GivenAddress {
  const given = written(query, name);
  if (given.length === 0) return 'nothing';
  const [value = ''] = given;
  const text = decode(value) ?? '';
  const unclear = given.length > 1 || (text.startsWith('"') && value.includes('+'));
  const address = unclear ? undefined : readAddress(text);
  return address === undefined ? 'malformed' : { address };
}

/** Percent-decoding as in RFC 3986 §2.1, with nothing guessed. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Far above what RFC 5321 allows, with room for spaces around it. */
const LONGEST_ADDRESS = 1000;

/** The address that a text is; one that is far too long is not even looked at. */
export function readAddress(text: string): Address | undefined {
  return text.length > LONGEST_ADDRESS ? undefined : addressOf(text);
}
