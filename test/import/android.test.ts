import { describe, expect, test } from 'vitest';
import { planFor } from '../../src/clients/client.ts';
import { thunderbirdAndroid } from '../../src/clients/thunderbird-android/index.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { InputError, isProblem } from '../../src/errors.ts';
import { fixtures } from '../fixtures.ts';
import { fileOf, madeAgain } from './given-back.ts';
import { imported } from './run-import.ts';

const decoded = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const withoutUuid = (file: Uint8Array | undefined) => decoded(file).replace(/uuid="[^"]*"/, '');

describe.each(fixtures())('what Facteur writes for Thunderbird for Android ($name)', ({ account }) => {
  test('is given back by the profile of its settings file', async () => {
    const file = fileOf(thunderbirdAndroid, 'k9s', account);
    if (file === undefined) return;
    const { again, losses } = await madeAgain(thunderbirdAndroid, 'k9s', account, file);
    expect(withoutUuid(again)).toBe(withoutUuid(file));
    const told = losses.filter(({ code }) => !code.startsWith('import.clear')).map(({ details }) => details.what);
    expect(new Set(told)).toEqual(
      new Set(account.name === undefined ? ['<settings>'] : ['<settings>', '<identity><name>']),
    );
  });

  test('is given back by the profile of its code, text or picture', async () => {
    const plan = planFor(planPayload, account);
    if (isProblem(plan)) return;
    const picture = fileOf(thunderbirdAndroid, 'qr-png', account) ?? new Uint8Array();
    const { again, text } = await madeAgain(thunderbirdAndroid, 'qr-png', account, picture);
    expect(again).toEqual(picture);
    const { profile } = await imported({ 'qr-png': plan.payload });
    expect((await imported({ 'qr-png': picture })).profile).toEqual(profile);
    const drawing = fileOf(thunderbirdAndroid, 'qr', account) ?? new Uint8Array();
    expect((await imported({ 'qr-png': drawing })).profile).toEqual(profile);
    expect(text).toContain('qr-png');
  });
});

const code = (incoming: string, more = '') =>
  `[1,[1,1],${incoming},[[[0,"smtp.example.org",465,3,1,"ada@login.example"],["ada@example.org","Ada"]]]${more}]`;

test('a login in full and the address give the rule, and nothing of the person is in the profile', async () => {
  const { profile, text } = await imported({ a: code('[0,"imap.example.org",993,3,1,"ada@login.example"]') });
  expect(profile.login).toBe('{local}@login.example');
  expect(text).not.toMatch(/\bada\b/i);
});

test('a password is never in the profile, nor in what is told', async () => {
  const { losses, text } = await imported({
    a: code('[0,"imap.example.org",993,3,1,"ada@login.example","","hunter2"]'),
  });
  expect(losses.map((each) => each.code)).toContain('import.lost-password');
  expect(JSON.stringify(losses) + text).not.toContain('hunter2');
});

test('a code or file that the app cannot read is refused', async () => {
  const codes = async (file: string) => {
    const error = await imported({ a: file }).catch((each: unknown) => each);
    return error instanceof InputError ? error.problems.map((each) => each.code) : error;
  };
  expect(await codes('[1,[1,1],[0,"imap.example.org",993,3,1,null],[]]')).toEqual(['import.unreadable-kind']);
  expect(await codes('[1,[1,1],[')).toEqual(['import.unreadable-kind']);
  expect(await codes('<k9settings version="99" format="1"><accounts>')).toEqual(['import.unreadable-kind']);
  expect(await codes('<k9settings version="99" format="1"><accounts/></k9settings>')).toEqual(['import.nothing']);
});
