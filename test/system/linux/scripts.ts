import { expect } from 'vitest';
import { clients } from '../../../src/clients/index.ts';
import type { Account } from '../../../src/model/account.ts';
import { renderFormat } from '../../made.ts';
import type { Home } from './home.ts';

/** The scripts of a client for an account, as a bundle has them. */
export function scriptsOf(id: string, account: Account): { install: string; remove: string } {
  const client = clients.find((each) => each.id === id);
  const text = (format: string) => {
    const found = client?.formats('en').find((each) => each.id === format);
    if (client === undefined || found === undefined) throw new Error(`${id} has no ${format}`);
    const [artifact] = renderFormat(client, found, account);
    return new TextDecoder().decode(artifact?.bytes);
  };
  return { install: text('install'), remove: text('remove') };
}

/** The scripts of clients in the home that a test has now; each gives what it has printed, and has nothing to complain of. */
export function scriptsIn(home: () => Home) {
  const run = (script: string): string => {
    const result = home().run(script);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return result.stdout;
  };
  return {
    run,
    install: (client: string, account: Account) => run(scriptsOf(client, account).install),
    remove: (client: string, account: Account) => run(scriptsOf(client, account).remove),
  };
}
