import { createHash, X509Certificate } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createSecureContext, rootCertificates } from 'node:tls';
import { dialTo } from './dial.ts';
import type { Net, NetLimits, WebAnswer, WebRequest } from './net.ts';
import type { Endpoint, NetContext } from './net-context.ts';
import { makeResolver } from './resolver.ts';
import { askWeb } from './web-hop.ts';

export interface NetOptions extends NetLimits {
  /** Asked in this order; their answers are all that is known of names: no /etc/hosts, which the public world does not see. */
  readonly resolvers: readonly Endpoint[];
  /** Trusted beside those that Node trusts. */
  readonly roots?: readonly X509Certificate[];
  /**
   * For tests: where a connection really goes, after its address was looked at. URLs want the ports 80 and 443 and the world's addresses, and a test has neither. No command
   * sets it.
   */
  readonly route?: (to: Endpoint) => Endpoint;
}

/** The world, asked with this resolver and these limits. Nothing of it needs to be closed: what is open ends with its question, or with the signal. */
export function makeNet({ resolvers, roots = [], route = (to) => to, ...limits }: NetOptions): Net {
  // Every dialogue that is open waits for it; Node takes more than ten for a mistake and says so.
  setMaxListeners(0, limits.signal);
  const dns = makeResolver(resolvers, limits);
  const trusted = new Set<string>();
  const context: NetContext = {
    ...limits,
    dns,
    // Node's own roots are read once for all contexts; with others beside them, for this one.
    secureContext: createSecureContext(
      roots.length === 0 ? {} : { ca: [...rootCertificates, ...roots.map((each) => each.toString())] },
    ),
    isRoot: (der) => {
      if (trusted.size === 0)
        for (const each of [...rootCertificates, ...roots.map((root) => root.toString())])
          trusted.add(digestOf(new X509Certificate(each).raw));
      return trusted.has(digestOf(der));
    },
    route,
  };
  const asked = new Map<string, Promise<WebAnswer>>();
  return {
    dns,
    web: (request) => {
      const key = keyOf(request);
      const answer = asked.get(key) ?? askWeb(request, context);
      asked.set(key, answer);
      return answer;
    },
    dial: (host, port, security) => dialTo(host, port, security, context),
  };
}

function digestOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/** Two questions that are the same on the wire are one. */
function keyOf({ method, url, headers = {}, body }: WebRequest): string {
  const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return JSON.stringify([method, url.href.replace(/#.*$/, ''), fields.sort(), body]);
}
