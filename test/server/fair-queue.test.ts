import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/server/app/question.ts';
import { fairQueue } from '../../src/server/node/fair-queue.ts';
import { dial, running, text } from './running.ts';

/** A queue whose time and whose turns the test makes. */
function made(each = 10) {
  let now = 0;
  const turns: (() => void)[] = [];
  const done: string[] = [];
  const { take, arrived } = fairQueue(
    () => now,
    (run) => turns.push(run),
  );
  return {
    done,
    arrived,
    ask: (requester: string, name = requester) =>
      take(requester, () => {
        now += each;
        done.push(name);
      }),
    turn: () => turns.shift()?.(),
    rest: () => {
      for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
    },
  };
}

describe('requests', () => {
  test('are answered at once while there is time', () => {
    const { ask, done } = made(1);
    for (const requester of ['a', 'a', 'b', 'c']) ask(requester);
    expect(done).toEqual(['a', 'a', 'b', 'c']);
  });

  test('wait where there is none, each requester for one of every other', () => {
    const { ask, done, rest } = made();
    for (const name of ['a1', 'a2', 'a3', 'a4']) ask('a', name);
    ask('b', 'b1');
    ask('c', 'c1');
    ask('b', 'b2');
    expect(done).toEqual(['a1']);
    rest();
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  test('that wait let others be read after each that is dear', () => {
    const { ask, done, turn } = made();
    for (const name of ['a1', 'a2', 'a3']) ask('a', name);
    turn();
    turn();
    expect(done).toEqual(['a1', 'a2']);
    ask('b', 'b1');
    for (let count = 0; count < 4; count++) turn();
    expect(done).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  test('wait while others come, and not for ever', () => {
    const { ask, done, turn, arrived } = made();
    for (const name of ['a1', 'a2', 'a3']) ask('a', name);
    const read = (times: number) => {
      for (let count = 0; count < times; count++) {
        arrived();
        turn();
      }
    };
    read(128);
    expect(done).toEqual(['a1']);
    read(1);
    expect(done).toEqual(['a1', 'a2']);
    read(128);
    expect(done).toEqual(['a1', 'a2']);
    turn();
    expect(done).toEqual(['a1', 'a2', 'a3']);
  });

  test('that are cheap are done several in a turn', () => {
    const { ask, done, turn } = made(1);
    for (let count = 0; count < 10; count++) ask('a');
    expect(done).toHaveLength(4);
    turn();
    turn();
    expect(done).toHaveLength(8);
  });

  test('are refused where too many wait, and taken again when they are done', () => {
    const { ask, rest, done } = made();
    const taken = Array.from({ length: 400 }, () => ask('a')).filter(Boolean).length;
    expect(taken).toBe(257);
    expect(ask('b')).toBe(true);
    for (let requester = 0; requester < 2_000; requester++) ask(`requester ${requester}`);
    expect(ask('somebody else')).toBe(false);
    rest();
    expect(done).toHaveLength(1_025);
    expect(ask('a')).toBe(true);
  });
});

test('a requester who asks for many dear pages at once does not keep another waiting', async () => {
  let pages = 0;
  const app = ({ path }: Question) => {
    if (path === '/other') return text(`after ${pages}`);
    const end = performance.now() + 5;
    while (performance.now() < end);
    pages++;
    return text('page');
  };
  const { url, refused } = await running(app, { 'trusted-proxy': ['127.0.0.1'] });
  const ask = (requester: string, path: string) => {
    const { socket, answer } = dial(url);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${requester}\r\nConnection: close\r\n\r\n`);
    return answer;
  };
  const many = Array.from({ length: 120 }, () => ask('192.0.2.1', '/page'));
  await expect.poll(() => pages).toBeGreaterThan(0);
  const [, before] = /after (\d+)$/.exec(await ask('192.0.2.2', '/other')) ?? [];
  expect(Number(before)).toBeLessThan(60);
  for (const answer of await Promise.all(many)) expect(answer).toMatch(/ 200 OK[\s\S]*page$/);
  expect(refused).toEqual([]);
});

test('a requester has no more requests waiting than a bound, and is told to ask again', async () => {
  const app = () => {
    const end = performance.now() + 3;
    while (performance.now() < end);
    return text('page');
  };
  const { url, refused } = await running(app, { 'connections-per-client': '0' });
  const answers = Array.from({ length: 300 }, () => {
    const { socket, answer } = dial(url);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    return answer;
  });
  const all = await Promise.all(answers);
  const busy = all.filter((answer) => /^HTTP\/1\.1 503 [\s\S]*Retry-After: 1\r\n/.test(answer));
  expect(all.filter((answer) => answer.includes(' 200 OK'))).toHaveLength(300 - busy.length);
  expect(refused).toEqual(busy.map(() => 'busy'));
});

test('a request that waits for longer than a requester may be silent is answered', async () => {
  const app = () => {
    const end = performance.now() + 50;
    while (performance.now() < end);
    return text('page');
  };
  const { url } = await running(app, { 'header-timeout': '1', 'request-timeout': '1' });
  const answers = Array.from({ length: 40 }, () => {
    const { socket, answer } = dial(url);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    return answer;
  });
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/ 200 OK[\s\S]*page$/);
});
