import { addressOf } from '../model/address.ts';

/**
 * The address of a service as anybody has it: parts of its path that are one person's become what stands for each person in a profile.
 * @param person whose it is; `undefined`: nobody knows
 */
export function urlOfAnybody(
  url: string,
  person: { readonly address: string | undefined; readonly login: string },
): string {
  const read = addressOf(person.address ?? '');
  const known = new Map<string, string>();
  const add = (text: string | undefined, placeholder: string) => {
    if (text !== undefined && text !== '' && !known.has(text.toLowerCase())) known.set(text.toLowerCase(), placeholder);
  };
  add(read?.text, '{address}');
  add(person.login, '{login}');
  // A word of two letters may be anything.
  add(read !== undefined && read.local.length > 2 ? read.local : undefined, '{local}');
  const [, start = '', path = '', rest = ''] = /^(https:\/\/[^/?#]+)([^?#]*)(.*)$/is.exec(url) ?? [];
  if (start === '') return url;
  const parts = path.split('/').map((part) => known.get(decoded(part).toLowerCase()) ?? part);
  return `${start}${parts.join('/')}${rest}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
