import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { onEnd, within } from '../../src/net/net-context.ts';

setFlagsFromString('--expose-gc');
// A function, with that flag.
const collect = runInNewContext('gc') as () => void;

test('a question ends in time, however often memory is tidied up before', async () => {
  const { signal } = new AbortController();
  const ended = new Promise((resolve) => {
    for (let index = 0; index < 20; index += 1) onEnd(within({ signal, timeout: 300 }), () => resolve('ended'));
  });
  const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'never'));
  for (let index = 0; index < 5; index += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await Promise.race([ended, late])).toBe('ended');
});
