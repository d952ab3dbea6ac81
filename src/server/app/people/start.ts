import { isLoopback } from '../../../model/loopback.ts';
import { prefixOf } from '../relative.ts';
import type { Visit } from '../route.ts';

/**
 * Where all begins, as a whole URL that a person carries to another device: at the host that the operator names, or else at the one that was asked for (of which a proxy is believed
 * as far as it is trusted). `undefined` where that leads nowhere from another device: to the computer itself, or by a name of one label, which is what a proxy calls us
 * that does not pass on the host. (Where the provider says its `site`, that counts before.)
 */
export function startOf({ canonicalHost, question }: Visit): string | undefined {
  const { scheme, host, hostname } = question;
  const prefix = prefixOf(question);
  if (canonicalHost !== undefined) return `https://${canonicalHost}${prefix}/`;
  return isLoopback(hostname) || isOneLabel(hostname) ? undefined : `${scheme}://${host}${prefix}/`;
}

/** Without a dot or a colon; and no dotless form of an IPv4 address either, which browsers do not send. */
function isOneLabel(hostname: string): boolean {
  return /^[^.:]+\.?$/.test(hostname);
}
