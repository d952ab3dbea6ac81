import { afterAll } from 'vitest';
import { openWorld, type TestWorld, type WorldPlan } from './loopback-world.ts';

export { type Page, PUBLIC, type TestWorld, testAuthority, type WorldPlan, type ZoneRecord } from './loopback-world.ts';

const open = new Set<TestWorld>();
afterAll(async () => {
  for (const world of open) await world.close();
  open.clear();
});

/** Ends with the tests of the file. */
export async function startWorld(plan?: WorldPlan): Promise<TestWorld> {
  const world = await openWorld(plan);
  open.add(world);
  return world;
}
