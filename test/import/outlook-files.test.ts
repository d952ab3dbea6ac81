import { describe, expect, test } from 'vitest';
import { outlook } from '../../src/clients/outlook/index.ts';
import { InputError } from '../../src/errors.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { fileOf, madeAgain } from './given-back.ts';
import { imported } from './run-import.ts';

/** Its name has digits of the provider's identifier, which no such file says. */
const withoutName = (file: Uint8Array | undefined) => new TextDecoder().decode(file).replace(/^ProfileName=.*$/m, '');

describe.each(fixtures())('a profile file of Outlook ($name)', ({ account }) => {
  test('is given back by the profile that is made of it', async () => {
    const file = fileOf(outlook, 'prf', account);
    if (file === undefined) return;
    const { again, losses } = await madeAgain(outlook, 'prf', account, file);
    expect(withoutName(again)).toBe(withoutName(file));
    // What it is called, the person, and what is done with mail that was fetched.
    const kept = new Set(losses.map(({ details }) => details.what));
    kept.delete('LeaveOnServer');
    expect(kept).toEqual(new Set(['AccountName', 'DisplayName']));
  });
});

const mailbox = fixture('two-logins');
const prf = new TextDecoder().decode(fileOf(outlook, 'prf', mailbox));

test('keys without a place in a profile are told with their line, a password without its value', async () => {
  const { losses, text } = await imported({
    a: prf.replace('ConnectionType=0', 'RootFolder=INBOX\r\nIMAPPassword=hunter2\r\nConnectionType=0'),
  });
  const told = losses.map(({ code, details, place }) => [code, details.what, typeof place.line]);
  expect(told).toContainEqual(['import.lost', 'RootFolder', 'number']);
  expect(told).toContainEqual(['import.lost-password', undefined, 'number']);
  expect(JSON.stringify(losses) + text).not.toContain('hunter2');
});

test('a registry file gives the domain, and says in which file the servers are', async () => {
  const file = fileOf(outlook, 'install-reg', mailbox) ?? new Uint8Array();
  const alone = await imported({ 'install.reg': file }).catch((error: unknown) => error);
  expect(alone instanceof InputError && alone.problems.map(({ code }) => code)).toEqual([
    'import.nothing',
    'import.elsewhere',
  ]);
  const { profile, losses } = await imported({ 'install.reg': file, 'account.prf': prf });
  expect(profile.domains).toEqual([mailbox.domain]);
  expect(losses.map(({ code }) => code)).toContain('import.elsewhere');
});

test('files with nothing of a provider in them are refused', async () => {
  const codes = async (file: string) => {
    const error = await imported({ a: file }).catch((each: unknown) => each);
    return error instanceof InputError ? error.problems.map(({ code }) => code) : error;
  };
  expect(await codes('REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\a]\r\n"a"="b"\r\n')).toEqual(['import.nothing']);
  expect(await codes('[Internet Account List]\r\n')).toEqual(['import.nothing']);
});
