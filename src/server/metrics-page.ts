import { createServer } from 'node:http';
import { listen, urlOf } from './node.ts';

/** The page of counts, on a port of its own that is not for everybody. */
export interface MetricsPage {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves the counts. @throws InputError when the port cannot be had */
export async function startMetricsPage(text: () => Promise<string>, host: string, port: number): Promise<MetricsPage> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body),
      () => response.writeHead(503).end(),
    );
  });
  await listen(server, 'metrics-', host, port);
  return {
    url: `${urlOf(server, 'http', host)}/metrics`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
