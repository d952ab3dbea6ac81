import { getServers } from 'node:dns';
import { isIP } from 'node:net';
import type { Endpoint } from './net-context.ts';

const DNS = 53;

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`; `undefined` for anything else. */
export function resolverIn(text: string): Endpoint | undefined {
  const [, bracketed, plain, port = `${DNS}`] =
    /^(?:\[([^\]]+)\]|([^\]:]+))(?::(\d{1,5}))?$/.exec(isIP(text) === 6 ? `[${text}]` : text) ?? [];
  const ip = bracketed ?? plain ?? '';
  const kind = bracketed === undefined ? 4 : 6;
  const number = Number(port);
  return isIP(ip) === kind && number > 0 && number < 65_536 ? { ip, port: number } : undefined;
}

/** Those of this computer. */
export function systemResolvers(): Endpoint[] {
  return getServers().flatMap((each) => resolverIn(each) ?? []);
}
