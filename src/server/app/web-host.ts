import { asciiHost } from '../../model/address.ts';

/** The ASCII form of a host that stands in a URL, with a port where it has one; `undefined` where the text is none. */
export function asciiWebHost(text: string): string | undefined {
  const [, name = '', port = ''] = /^([^:]*)(:[1-9]\d{0,4})?$/.exec(text) ?? [];
  const host = asciiHost(name);
  return host === undefined || Number(port.slice(1)) > 65_535 ? undefined : `${host}${port}`;
}

/** A host with perhaps a port, and nothing that would make another part of a URL. */
export function isWebHost(text: string): boolean {
  return /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(text);
}
