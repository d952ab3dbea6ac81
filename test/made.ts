import {
  type Artifact,
  type ArtifactFacts,
  artifact,
  type Making,
  making,
  type Sign,
} from '../src/artifacts/render.ts';
import { type Bundle, makeBundle } from '../src/bundle/bundle.ts';
import type { Client, Format } from '../src/clients/client.ts';
import { clients } from '../src/clients/index.ts';
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
  const found = makingOf(client, account).files(format);
  if (isProblem(found)) throw new UnrepresentableError(found);
  return found.map((file) => made(artifact(client, format, file, sign)));
}

/** The bundle of an account with every client, whose pages and files are made once however many tests read them: who asks changes nothing of it. */
export function bundleOf(account: Account): Bundle {
  const known = bundles.get(account) ?? makeBundle(account, clients);
  bundles.set(account, known);
  return known;
}

const bundles = new WeakMap<Account, Bundle>();

/** A client's files for an account, each made once however many tests read them. */
export function makingOf(client: Client, account: Account): Making {
  const known = makings.get(account) ?? new Map<Client, Making>();
  makings.set(account, known);
  const found = known.get(client) ?? making(client, account);
  known.set(client, found);
  return found;
}

const makings = new WeakMap<Account, Map<Client, Making>>();

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
