import { expect, test } from 'vitest';
import { holdReload, type Order, onOrders } from '../../src/server/node/orders.ts';

test('a reload that is asked for while the server starts is neither its end nor lost', async () => {
  holdReload();
  const early = new Promise((resolve) => process.once('SIGHUP', resolve));
  process.kill(process.pid, 'SIGHUP');
  await early;
  const orders: Order[] = [];
  onOrders((order) => orders.push(order));
  expect(orders).toEqual(['reload']);
  process.kill(process.pid, 'SIGHUP');
  await expect.poll(() => orders).toEqual(['reload', 'reload']);
});
