import type { Artifact, ClientFiles } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { prepared } from '../prepare/prepared.ts';
import { encodeUtf8 } from '../template/encode.ts';
import { templatesInUse } from '../template/templates.ts';

/*
 * Pages tell of files, so they are prepared for all who have the same files: a page in the folder of a client tells of that client's, and of no other's or it is not prepared; the rest
 * may tell of all.
 */

/** What has pages: a bundle or a small kit. */
export interface Paged {
  readonly account: Account;
  readonly clients: readonly Client[];
  readonly files: (client: Client) => ClientFiles;
  /** The page at this path, in the ordinary way. */
  readonly page: (path: string) => Artifact | undefined;
  /** The clients of whose files the pages have told so far. */
  readonly told: Set<Client>;
}

/** How the same is made for somebody else. */
export interface PagesOfOthers {
  /** Stands for everything beside the account that the pages depend on. */
  readonly key: string;
  readonly of: (account: Account, where: string) => Paged;
  /** An address that the pages show and that whoever asks may have chosen. */
  readonly start?: string | undefined;
}

/** The bytes of a page, where it is prepared for people like this one. */
export function preparedPage(
  path: string,
  own: Paged,
  { key, of: make, start }: PagesOfOthers,
): Uint8Array | undefined {
  const { account, clients } = own;
  const client = clientAt(path, clients);
  const told = client === undefined ? clients : [client];
  const partsFor = (of: Account, where: string) =>
    of === account ? own : standIn(of, clients, key, () => make(of, where));
  const work = {
    text: (of: Account, where: string) => textOf(path, partsFor(of, where), told),
    decides: (of: Account, where: string) => told.map((each) => outcome(partsFor(of, where), each)).join(),
    encode: encodeUtf8,
  };
  return prepared(account, basisOf(clients), `${path} ${key}`, work, start)?.();
}

/** The client in whose folder a path is; `undefined` for what is no client's. */
export function clientAt(path: string, clients: readonly Client[]): Client | undefined {
  return clients.find(({ id }) => path.startsWith(`${id}/`));
}

/** The page as anybody would get it; `undefined` where it tells of more than it may. */
function textOf(path: string, { told: toldOf, page }: Paged, told: readonly Client[]): string | undefined {
  toldOf.clear();
  const bytes = page(path)?.bytes();
  return [...toldOf].every((each) => told.includes(each)) ? bytes && new TextDecoder().decode(bytes) : undefined;
}

/** Which files of a client there are, and why others are missing: pages say so. */
function outcome({ files }: Paged, client: Client): string {
  const { artifacts, leftOut } = files(client).all();
  const made = artifacts.map(({ format }) => format);
  return `${made.join()} ${leftOut.map(({ format, problem: { code } }) => `${format}:${code}`).join()}`;
}

/** The pages of a bundle are prepared one after the other, each with the same person: the last one is kept. */
function standIn(account: Account, clients: readonly Client[], key: string, make: () => Paged): Paged {
  if (last?.parts.account !== account || last.parts.clients !== clients || last.key !== key)
    last = { key, parts: make() };
  return last.parts;
}

let last: { readonly key: string; readonly parts: Paged } | undefined;

/** What pages depend on beside their account: the templates in use, and the clients of which they tell. */
function basisOf(clients: readonly Client[]): object {
  const ofTemplates = bases.get(templatesInUse()) ?? new WeakMap<readonly Client[], object>();
  bases.set(templatesInUse(), ofTemplates);
  const basis = ofTemplates.get(clients) ?? {};
  ofTemplates.set(clients, basis);
  return basis;
}

const bases = new WeakMap<object, WeakMap<readonly Client[], object>>();
