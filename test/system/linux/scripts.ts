import { clients } from '../../../src/clients/index.ts';
import type { Account } from '../../../src/model/account.ts';
import { renderFormat } from '../../made.ts';

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
