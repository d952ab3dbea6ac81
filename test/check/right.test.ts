import { expect, test } from 'vitest';
import { probeText } from '../../src/check/check-rule.ts';
import { readProfile } from '../fixtures.ts';
import { rightWorld, wrongIn } from './right-world.ts';

test('nothing is wrong with CNRS as its profile has it', async () => {
  const { faults } = await wrongIn(await rightWorld(readProfile('cnrs'), ['cnrs.fr']));
  expect(faults.map((each) => `${each.rule.id} ${each.place} ${probeText(each, 'en').says}`)).toEqual([]);
});

test('nothing is wrong with a university of three domains', async () => {
  const names = ['universite.example', 'etu.universite.example', 'xn--beaux-arts-lves-mkb.example'];
  const profile = readProfile('universite');
  const world = await rightWorld(profile, [...names.slice(0, 2)]);
  const { faults } = await wrongIn(world);
  expect(faults.map((each) => `${each.rule.id} ${each.place} ${probeText(each, 'en').says}`)).toEqual([]);
});
