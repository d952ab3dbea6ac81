import type { DeviceOffers, GuideOffer, Offer } from '../artifacts/offers.ts';
import type { LeftOut } from '../artifacts/render.ts';
import type { Client, Run } from '../clients/client.ts';
import type { Device } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Served } from './served.ts';

/* The programs of one device, as rows: likeliest first, those of the terminal folded, and last, in one line, what is not for this mailbox. */

/** A row leads to the page of a program. */
export function rowOf({ href, title, hint }: GuideOffer) {
  return { href, title, note: hint ?? false };
}

/** A program without a page, which the row folds up: how its files are run, or that its first one is downloaded; the others stand below. */
type Program = Context & { readonly title: string };

/** What rows are made of. */
interface Shown {
  readonly leftOut: readonly LeftOut[];
  readonly clients: readonly Client[];
  readonly texts: Catalogue;
  readonly served: Served | undefined;
}

/** @param made what could not be made, of which clients */
export function deviceContext({ device, name, offers, guides }: DeviceOffers, shown: Shown) {
  const led = new Set(guides.map(({ client }) => client));
  const byLikelihood = ({ client: one }: { readonly client: Client }, { client: other }: { readonly client: Client }) =>
    rank(one, device) - rank(other, device);
  const bare = offers.filter(({ client }) => !led.has(client));
  const downloads = (terminal: boolean) =>
    filesByProgram(
      bare.filter(({ client }) => isForTerminal(client) === terminal),
      shown,
    );
  return {
    id: device,
    name,
    programs: guides
      .filter(({ unsuitable }) => !unsuitable)
      .toSorted(byLikelihood)
      .map(rowOf),
    downloads: downloads(false),
    terminal: downloads(true),
    unsuitable: [
      ...guides
        .filter(({ unsuitable }) => unsuitable)
        .map(({ href, title, hint }) => ({ href, title, note: hint ?? false })),
      ...missing(device, [...led, ...bare.map(({ client }) => client)], shown),
    ],
  };
}

function rank({ first }: Client, device: Device): number {
  return first?.includes(device) === true ? 0 : 1;
}

function isForTerminal({ terminal }: Client): boolean {
  return terminal === true;
}

/** The first file of each program, with those that go with it. */
function filesByProgram(offers: readonly Offer[], shown: Shown): Program[] {
  const programs = [...new Set(offers.map(({ client }) => client))];
  return programs.flatMap((client) => {
    const files = offers.filter((each) => each.client === client);
    const [file, ...others] = files;
    if (file === undefined) return [];
    const { href, use } = file;
    const run = file.run !== undefined && runContext(client, files, file.run, shown);
    const further = others.map(({ href, title }) => ({ href, title }));
    return [{ href, title: client.title, note: use, others: further, run }];
  });
}

/** A program that is set up in a terminal: the lines that run its scripts, and its files to place by hand. */
function runContext({ title: program }: Client, files: readonly Offer[], { use }: Run, shown: Shown): Context {
  const { overview } = shown.texts;
  const [install, ...removers] = files.filter(({ run }) => run !== undefined);
  const lines = (file: Offer | undefined) => (file?.run === undefined ? [] : [lineContext(file, file.run, shown)]);
  return {
    install: lines(install),
    useTitle: overview.run.use({ program }),
    start: use !== undefined && { value: use },
    files: files.filter(({ run }) => run === undefined).map(({ href, title, use }) => ({ href, title, use })),
    removeTitle: overview.run.remove,
    remove: removers.flatMap(lines),
  };
}

/** One line for a terminal. A folder has the file already. */
function lineContext(
  { href, path, title, use }: Offer,
  { savedAs, downloaded, here }: Run,
  { texts, served }: Shown,
): Context {
  const { overview } = texts;
  const inFolder = served === undefined;
  return {
    file: !inFolder && { href, savedAs, title: overview.download({ title }) },
    there: inFolder && { href, savedAs, path },
    line: { value: inFolder ? here : downloaded },
    use,
  };
}

/** Programs of which nothing could be made for people. Why, the administrator is told. */
function missing(
  device: Device,
  offered: readonly Client[],
  { leftOut, clients }: Shown,
): { readonly href: false; readonly title: string; readonly note: false }[] {
  return clients
    .filter((client) => client.devices.includes(device) && client.guides.length === 0 && !offered.includes(client))
    .filter(({ id }) => leftOut.some(({ client }) => client === id))
    .filter((client) => client.formats('en').some(({ audience }) => audience === 'user'))
    .map(({ title }) => ({ href: false, title, note: false }));
}
