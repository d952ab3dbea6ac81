import type { DeviceOffers, GuideOffer, Offer } from '../artifacts/offers.ts';
import type { LeftOut } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Device } from '../model/account.ts';

/* The programs of one device, as rows: likeliest first, those of the terminal folded, and last, in one line, what is not for this mailbox. */

/** A row leads to the page of a program. */
export function rowOf({ href, title, hint }: GuideOffer) {
  return { href, title, note: hint ?? false };
}

/** A program without a page: its row downloads its first file, and the others stand below. */
type Row = { readonly href: string; readonly title: string; readonly note: string | false };

/** @param made what could not be made, of which clients */
export function deviceContext(
  { device, name, offers, guides }: DeviceOffers,
  { leftOut, clients }: { readonly leftOut: readonly LeftOut[]; readonly clients: readonly Client[] },
) {
  const led = new Set(guides.map(({ client }) => client));
  const byLikelihood = ({ client: one }: { readonly client: Client }, { client: other }: { readonly client: Client }) =>
    rank(one, device) - rank(other, device);
  const bare = offers.filter(({ client }) => !led.has(client));
  const downloads = (terminal: boolean) =>
    filesByProgram(bare.filter(({ client }) => isForTerminal(client) === terminal));
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
      ...missing(device, [...led, ...bare.map(({ client }) => client)], leftOut, clients),
    ],
  };
}

function rank({ first }: Client, device: Device): number {
  return first?.includes(device) === true ? 0 : 1;
}

function isForTerminal({ terminal }: Client): boolean {
  return terminal === true;
}

/** The first file of each program as a row, with those that go with it. */
function filesByProgram(offers: readonly Offer[]): (Row & { readonly others: readonly Omit<Row, 'note'>[] })[] {
  const programs = [...new Set(offers.map(({ client }) => client))];
  return programs.flatMap((client) => {
    const [file, ...others] = offers.filter((each) => each.client === client);
    if (file === undefined) return [];
    const { href, use } = file;
    return [{ href, title: client.title, note: use, others: others.map(({ href, title }) => ({ href, title })) }];
  });
}

/** Programs of which nothing could be made for people. Why, the administrator is told. */
function missing(
  device: Device,
  offered: readonly Client[],
  leftOut: readonly LeftOut[],
  clients: readonly Client[],
): { readonly href: false; readonly title: string; readonly note: false }[] {
  return clients
    .filter((client) => client.devices.includes(device) && client.guides.length === 0 && !offered.includes(client))
    .filter(({ id }) => leftOut.some(({ client }) => client === id))
    .filter((client) => client.formats('en').some(({ audience }) => audience === 'user'))
    .map(({ title }) => ({ href: false, title, note: false }));
}
