import type { Account } from '../account.ts';
import type { Client, Format } from '../clients/client.ts';
import { UnrepresentableError } from '../errors.ts';
import { type Artifact, renderFormat } from '../render/render.ts';

/** The one file of a format; `undefined` where the format cannot carry the account, so that nobody is served a wrong login. */
export function serveFormat(client: Client, format: Format, account: Account): Artifact | undefined {
  try {
    return renderFormat(client, format, account)[0];
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

/** A client's format by its id. @throws where the client has none: a mistake of ours that every test would meet */
export function formatOf(client: Client, id: string): Format {
  const format = client.formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`${client.id} has no format ${id}`);
  return format;
}
