import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exchange } from '../../src/net/dns-exchange.ts';

const open = () => process.getActiveResourcesInfo().filter((each) => each === 'UDPWrap').length;

test('a question that is over before its socket stands leaves none open, which would hold the command for ever', async () => {
  const before = open();
  const ends = AbortSignal.abort();
  const question = exchange({ ip: '127.0.0.1', port: 9 }, 'x.test', 'A', ends);
  await expect(question).rejects.toMatchObject({ failure: 'timed-out' });
  await setTimeout(100);
  expect(open()).toBeLessThanOrEqual(before);
});
