import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { prepared } from '../prepare/prepared.ts';
import { encodeUtf8 } from '../template/encode.ts';
import { templatesInUse } from '../template/templates.ts';
import { type BundleOptions, clientAt, type Parts, partsOf } from './parts.ts';

/*
 * Pages tell of files, so they are prepared for all who have the same files: a page in the folder of a client tells of that client's, and of no other's or it is not prepared; the rest
 * may tell of all.
 */

/** The bytes of a page, where it is prepared for people like this one. */
export function preparedPage(path: string, own: Parts, { served, sign }: BundleOptions): Uint8Array | undefined {
  const { account, clients } = own;
  const { start, ...shown } = served ?? {};
  const options = JSON.stringify([served && shown, sign === undefined]);
  const client = clientAt(path, clients);
  const told = client === undefined ? clients : [client];
  const partsFor = (of: Account, where: string) => {
    if (of === account) return own;
    const theirs = served && { ...served, start: where };
    return standIn(of, clients, options, () => partsOf(of, clients, { served: theirs, sign }));
  };
  const work = {
    text: (of: Account, where: string) => textOf(path, partsFor(of, where), told),
    decides: (of: Account, where: string) => told.map((each) => outcome(partsFor(of, where), each)).join(),
    encode: encodeUtf8,
  };
  return prepared(account, basisOf(clients), `${path} ${options}`, work, start)?.();
}

/** The page as anybody would get it; `undefined` where it tells of more than it may. */
function textOf(path: string, parts: Parts, told: readonly Client[]): string | undefined {
  const { clients, guides, pages } = parts;
  const client = clientAt(path, clients);
  parts.told.clear();
  const page = (client === undefined ? pages() : guides(client)).find((each) => each.path === path);
  const bytes = page?.bytes();
  return [...parts.told].every((each) => told.includes(each)) ? bytes && new TextDecoder().decode(bytes) : undefined;
}

/** Which files of a client there are, and why others are missing: pages say so. */
function outcome({ files }: Parts, client: Client): string {
  const { artifacts, leftOut } = files(client).all();
  const made = artifacts.map(({ format }) => format);
  return `${made.join()} ${leftOut.map(({ format, problem: { code } }) => `${format}:${code}`).join()}`;
}

/** The pages of a bundle are prepared one after the other, each with the same person: the last one is kept. */
function standIn(account: Account, clients: readonly Client[], options: string, make: () => Parts): Parts {
  if (last?.parts.account !== account || last.parts.clients !== clients || last.options !== options)
    last = { options, parts: make() };
  return last.parts;
}

let last: { readonly options: string; readonly parts: Parts } | undefined;

/** What pages depend on beside their account: the templates in use, and the clients of which they tell. */
function basisOf(clients: readonly Client[]): object {
  const ofTemplates = bases.get(templatesInUse()) ?? new WeakMap<readonly Client[], object>();
  bases.set(templatesInUse(), ofTemplates);
  const basis = ofTemplates.get(clients) ?? {};
  ofTemplates.set(clients, basis);
  return basis;
}

const bases = new WeakMap<object, WeakMap<readonly Client[], object>>();
