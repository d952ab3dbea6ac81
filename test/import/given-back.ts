import type { Client } from '../../src/clients/client.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Account, Person } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { renderFormat } from '../made.ts';
import { imported } from './run-import.ts';

/** The first file of one format; `undefined` where it cannot carry the account. */
export function fileOf(client: Client, id: string, account: Account): Uint8Array | undefined {
  try {
    return renderFormat(client, { id }, account)[0]?.bytes;
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

/** Imports a file and makes it again for the same person out of the profile that came of it. */
export async function madeAgain(client: Client, id: string, account: Account, file: Uint8Array) {
  const { profile, losses, text } = await imported({ [id]: file });
  const { name, address, role } = account;
  const [incoming, outgoing] = [account.incoming[0]?.login, account.outgoing[0]?.login];
  // A rule that none of its people gives away is asked for.
  const asks = /: ask\b/.test(text);
  const logins = outgoing === undefined || outgoing === incoming ? {} : { logins: { outgoing } };
  const person: Person = {
    address,
    role,
    ...(name !== undefined && { name }),
    ...(asks && incoming !== undefined && { login: incoming, ...logins }),
  };
  return { again: fileOf(client, id, resolve(person, [profile]).account), losses, profile, text };
}
