import { personal, personalKind, plainText } from '../app/answer.ts';
import type { Log } from './log.ts';
import { startServer } from './node.ts';
import type { Settings } from './options.ts';

/** The page of counts, on a port of its own that is not for everybody. */
export interface MetricsPage {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Few programs read them. */
const CONNECTIONS = 64;

const COUNTS = personalKind('text/plain; version=0.0.4; charset=utf-8');

/** Serves the counts, with the same bounds as everything else. @throws InputError when the port cannot be had */
export async function startMetricsPage(
  text: () => Promise<string>,
  settings: Settings,
  log: Log,
): Promise<MetricsPage> {
  const { url, stop } = await startServer({
    of: 'metrics-',
    settings: { ...settings, 'rate-limit': 0, 'max-connections': CONNECTIONS, 'stop-timeout': 0 },
    application: async ({ method, path }) => {
      if (method !== 'GET' || path !== '/metrics') return plainText(404, 'Not found.');
      const body = await text().catch(() => undefined);
      if (body === undefined) return plainText(503, 'There are no counts now.');
      return personal(Buffer.from(body), COUNTS);
    },
    // Reading the counts is nothing to count.
    log: { ...log, requests: false },
    counts: { answered: undefined, refused: () => {} },
    isOurs: () => true,
    onProxy: () => {},
  });
  return { url: `${url}/metrics`, stop };
}
