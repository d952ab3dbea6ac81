import { type Artifact, type ArtifactFacts, artifact, making, type Sign } from '../src/artifacts/render.ts';
import type { Client, Format } from '../src/clients/client.ts';
import { isProblem, UnrepresentableError } from '../src/errors.ts';
import type { Account, Language } from '../src/model/account.ts';

/** A file that was made. */
export interface Made extends ArtifactFacts {
  readonly bytes: Uint8Array;
}

/**
 * The files of one format for one account.
 * @throws UnrepresentableError where the format cannot carry it
 */
export function renderFormat(client: Client, { id }: Pick<Format, 'id'>, account: Account, sign?: Sign): Made[] {
  const format = formatOf(client, id, account.language);
  const found = making(client, account).files(format);
  if (isProblem(found)) throw new UnrepresentableError(found);
  return found.map((file) => made(artifact(client, format, file, sign)));
}

/** An artifact with its bytes. */
export function made({ bytes, ...facts }: Artifact): Made {
  return { ...facts, bytes: bytes() };
}

/** A format of a client by its id. */
export function formatOf(client: Client, id: string, language: Language = 'en'): Format {
  const format = client.formats(language).find((each) => each.id === id);
  if (format === undefined) throw new Error(`${client.id} has no format ${id}`);
  return format;
}
