import { expect, onTestFinished, test } from 'vitest';
import { holdReload, type Order, onOrders } from '../../src/server/node/orders.ts';

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

test('a reload that is asked for while the server starts is neither its end nor lost', () => {
  const before = signals.map((signal) => [signal, process.listeners(signal)] as const);
  onTestFinished(() => {
    for (const [signal, listeners] of before)
      for (const each of process.listeners(signal)) if (!listeners.includes(each)) process.off(signal, each);
  });
  holdReload();
  // Without a listener the signal would end the process; with one, it does no more than call it.
  expect(process.listenerCount('SIGHUP')).toBeGreaterThan(0);
  process.emit('SIGHUP');
  const orders: Order[] = [];
  onOrders((order) => orders.push(order));
  expect(orders).toEqual(['reload']);
  process.emit('SIGHUP');
  expect(orders).toEqual(['reload', 'reload']);
});
