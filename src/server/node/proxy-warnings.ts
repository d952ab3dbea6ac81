import type { Catalogue } from '../../words/index.ts';
import type { ProxyFault } from './listener.ts';
import type { Log } from './log.ts';
import { isWide } from './network.ts';
import type { Settings } from './options.ts';

type Words = Catalogue['cli']['serve']['log'];

/** Tells each fault of the proxy in front once: it comes with every request. */
export function proxyWarnings(log: Log, say: Words): (fault: ProxyFault) => void {
  const warned = new Set<ProxyFault>();
  return (fault) => {
    if (warned.has(fault)) return;
    warned.add(fault);
    log.warn({ event: 'proxy' }, fault === 'unnamed' ? say.unnamedProxy : say.silentProxy);
  };
}

/** Warns of a network that is trusted whole: whoever is in it says himself who he is. */
export function warnOfWideProxies(settings: Settings, log: Log, say: Words): void {
  for (const value of settings['trusted-proxy'].filter(isWide)) log.warn({ event: 'proxy' }, say.wideProxy({ value }));
}

/** What a worker tells its primary. */
export function isProxyFault(message: unknown): message is ProxyFault {
  return message === 'unnamed' || message === 'silent';
}
