import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../program/server/program.ts';
import { hostileRequests } from '../server/hostile.ts';
import { fetchOver } from '../server/over-http.ts';
import { writeAll } from '../server/wire.ts';

/** Loaded into the program before it starts: collects garbage and says what is left, when it is asked. */
const GAUGE = `process.on('message', async () => {
  for (let count = 0; count < 5; count++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ heap: heapUsed + external, rss });
});
process.channel.unref();`;

/** The first rounds make what is made once: compiled code, files that are kept, the pools of the allocators. */
const ROUNDS = { first: 3, further: 3 } as const;

/**
 * What may be more afterwards, in bytes. Collected, the heap with its buffers was seen to differ by 0.1 MB; a body that is kept for each round would be 5 MB. The resident
 * set is what allocators have not given back, and was seen to be up to 25 MB more on a busy machine.
 */
const MORE = { heap: 1024 ** 2, rss: 48 * 1024 ** 2 } as const;

test('after the hostile requests, again and again, memory is where it was', async () => {
  const gauge = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(GAUGE)}`];
  const limits = ['--rate-limit', '0', '--header-timeout', '1', '--request-timeout', '2'];
  const server = await startProgram(['--port', '0', '--trusted-proxy', '127.0.0.1', ...limits], gauge);
  onTestFinished(() => {
    server.process.kill('SIGKILL');
  });
  const send = fetchOver(() => server.url);
  const round = async () => {
    const requests = hostileRequests();
    const some = async () => {
      for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
        await (await send(request)).arrayBuffer();
      }
    };
    await Promise.all([writeAll(server.url), ...Array.from({ length: 8 }, some)]);
  };
  const measure = async () => {
    const answer = once(server.process, 'message');
    server.process.send({});
    const [memory] = await answer;
    return memory as { readonly heap: number; readonly rss: number };
  };

  for (let count = 0; count < ROUNDS.first; count++) await round();
  const before = await measure();
  for (let count = 0; count < ROUNDS.further; count++) await round();
  const after = await measure();
  expect(after.heap - before.heap).toBeLessThan(MORE.heap);
  expect(after.rss - before.rss).toBeLessThan(MORE.rss);
}, 120_000);
