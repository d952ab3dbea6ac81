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

/** @param sites what is there on every device: it stands first where nothing else suits */
export function deviceContext(
  { device, name, offers, guides }: DeviceOffers,
  sites: readonly ReturnType<typeof rowOf>[],
  shown: Shown,
) {
  const led = new Set(guides.map(({ client }) => client));
  const byLikelihood = ({ client: one }: { readonly client: Client }, { client: other }: { readonly client: Client }) =>
    rank(one, device) - rank(other, device);
  const bare = offers.filter(({ client }) => !led.has(client));
  const downloads = (terminal: boolean) =>
    filesByProgram(
      bare.filter(({ client }) => isForTerminal(client) === terminal),
      shown,
    );
  const suited = guides.filter(({ unsuitable }) => !unsuitable);
  const refused = guides.filter(({ unsuitable }) => unsuitable);
  const refusedIds = new Set(refused.map(({ id }) => id));
  const terminal = downloads(true);
  const others = downloads(false);
  const nothing = suited.length + others.programs.length + terminal.programs.length === 0;
  return {
    id: device,
    name,
    programs: nothing ? sites : suited.toSorted(byLikelihood).map(rowOf),
    downloads: others.programs,
    terminal: terminal.programs,
    terminalUse: terminal.install,
    removeUse: terminal.remove,
    sitesOnly: nothing,
    unsuitable: [
      ...refused
        .filter(({ versionOf }) => versionOf === undefined || !refusedIds.has(versionOf))
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

/** Programs with their files; and what is told of running them, which is the same of each. */
interface Programs {
  readonly programs: readonly Program[];
  readonly install: string | false;
  readonly remove: string | false;
}

/** The first file of each program, with those that go with it. */
function filesByProgram(offers: readonly Offer[], shown: Shown): Programs {
  const clients = [...new Set(offers.map(({ client }) => client))];
  const filesOf = (client: Client) => offers.filter((each) => each.client === client);
  const scripts = clients.map((client) => filesOf(client).filter(({ run }) => run !== undefined));
  const [install, remove] = [0, 1].map((place) => sameUse(scripts.map((files) => files[place])));
  const told: Pick<Programs, 'install' | 'remove'> = { install: install ?? false, remove: remove ?? false };
  const programs = clients.flatMap((client) => {
    const files = filesOf(client);
    const [file, ...others] = files;
    if (file === undefined) return [];
    const { href, use } = file;
    const run = file.run !== undefined && runContext(files, file.run, told, shown);
    const further = others.map(({ href, title }) => ({ href, title }));
    return [{ href, title: client.title, note: use, others: further, run }];
  });
  return { programs, ...told };
}

/** What is said of all these files; `undefined` where they differ: then each says its own. */
function sameUse(files: readonly (Offer | undefined)[]): string | undefined {
  const uses = new Set(files.map((file) => file?.use));
  return uses.size === 1 ? files[0]?.use : undefined;
}

/** A program that is set up in a terminal: the lines that run its scripts, and its files to place by hand. */
function runContext(
  files: readonly Offer[],
  { use }: Run,
  told: Pick<Programs, 'install' | 'remove'>,
  shown: Shown,
): Context {
  const { overview } = shown.texts;
  const [install, remove] = files.filter(({ run }) => run !== undefined);
  const line = (file: Offer | undefined, isTold: boolean) =>
    file?.run === undefined ? false : lineContext(file, file.run, isTold, shown);
  return {
    install: line(install, told.install !== false),
    useTitle: overview.run.use,
    start: use !== undefined && { value: use },
    files: files.filter(({ run }) => run === undefined).map(({ href, title, use }) => ({ href, title, use })),
    removeTitle: overview.run.remove,
    remove: line(remove, told.remove !== false),
  };
}

/** One line for a terminal. A folder has the file already. */
function lineContext(
  { href, title, use }: Offer,
  { savedAs, downloaded, here }: Run,
  isTold: boolean,
  { texts, served }: Shown,
): Context {
  const { overview } = texts;
  const inFolder = served === undefined;
  return {
    file: !inFolder && { href, savedAs, title: overview.download({ title }) },
    there: inFolder && { href, savedAs, title: overview.run.file },
    line: { value: inFolder ? here : downloaded },
    use: !isTold && use,
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
