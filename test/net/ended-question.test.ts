import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exchange } from '../../src/net/dns-exchange.ts';

/* In a file of its own: nothing else here has a socket for UDP. */

test('a question that is over before its socket stands leaves none open, which would hold the command for ever', async () => {
  const ends = AbortSignal.abort();
  const question = exchange({ ip: '127.0.0.1', port: 9 }, 'x.test', 'A', ends);
  await expect(question).rejects.toMatchObject({ failure: 'timed-out' });
  await setTimeout(100);
  expect(process.getActiveResourcesInfo()).not.toContain('UDPWrap');
});
