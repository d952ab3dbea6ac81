import { type Address, addressOf } from '../address.ts';

/** The values of one parameter, decoded; `undefined` for one that is no percent-encoded UTF-8. Names are compared without letter case. */
export function parameter(url: URL, name: string): (string | undefined)[] {
  return url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? ([pair, ''] as const) : ([pair.slice(0, equals), pair.slice(equals + 1)] as const);
    })
    .filter(([key]) => decode(key)?.toLowerCase() === name)
    .map(([, value]) => decode(value));
}

/** An address was given, none was, or what was given is none. */
export type Asked = { readonly address: Address } | 'nothing' | 'malformed';

/**
 * The address in a parameter. Given twice, it is malformed: nobody could tell which one is meant.
 *
 * A `+` is a plus and not a space, as it would be in a form: FairEmail sends the address as it is typed (EmailProvider.java), the others
 * write `%2B`, and no client writes a space as `+`.
 */
export function addressIn(url: URL, name: string): Asked {
  const given = parameter(url, name);
  if (given.length === 0) return 'nothing';
  const [value] = given;
  const address = given.length > 1 || value === undefined ? undefined : addressOf(value);
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
