import { expect, test } from 'vitest';
import type { Authentication } from '../../src/model/account.ts';
import { asksOfAccount, typesPassword } from '../../src/model/sign-in.ts';
import { fixtures } from '../fixtures.ts';

test('an app password is spoken of only where something takes a password', () => {
  const account = fixtures().find(({ name }) => name === 'exchange-only')?.account;
  if (account === undefined) throw new Error('the account is not there');
  const by = (...authentication: readonly Authentication[]) =>
    typesPassword(
      asksOfAccount({
        ...account,
        calendar: undefined,
        contacts: undefined,
        directory: undefined,
        exchange: account.exchange && { ...account.exchange, authentication: authentication as ['password'] },
      }),
    );
  expect([by('password'), by('oauth2', 'password'), by('oauth2')]).toEqual([true, true, false]);
});
