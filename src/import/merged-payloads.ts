import type { Problem } from '../errors.ts';
import { describePlaceOf } from './place-text.ts';
import type { Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What one payload says; `personName`: what the person is called, which is nobody else's. */
export type SaidPayload = Partial<Testimony> & { readonly personName?: string | undefined };

/** What all payloads say: the first of each, and of Exchange what two say of one server; each other one is told. */
export function mergedPayloads({ losses }: { readonly losses: Problem[] }, parts: readonly SaidPayload[]): SaidPayload {
  const all: SaidPayload = Object.assign({}, ...parts.toReversed());
  const exchanges = parts.flatMap(({ exchange }) => exchange ?? []);
  const [first] = exchanges;
  const same = exchanges.filter(({ host }) => host.toLowerCase() === first?.host.toLowerCase());
  const shown = {
    calendar: parts.flatMap(({ calendar }) => (calendar ? [{ value: calendar.url, place: calendar.place }] : [])),
    contacts: parts.flatMap(({ contacts }) => (contacts ? [{ value: contacts.url, place: contacts.place }] : [])),
    directory: parts.flatMap(({ directory }) => (directory ? [{ value: directory.host, place: directory.place }] : [])),
    exchange: exchanges.filter((each) => !same.includes(each)).map(({ host, place }) => ({ value: host, place })),
    webmail: parts.flatMap(({ webmail }) => webmail ?? []),
  };
  if (first !== undefined) shown.exchange.unshift({ value: first.host, place: first.place });
  for (const [what, [taken, ...others]] of Object.entries(shown))
    for (const { value, place } of others)
      if (taken !== undefined && value !== taken.value)
        losses.push(
          loss('import.disagree', { what, value, other: taken.value, place: describePlaceOf(taken.place) }, place),
        );
  for (const { place } of parts.flatMap(({ certificateAuthority }) => certificateAuthority ?? []).slice(1))
    losses.push(loss('import.lost', { what: 'com.apple.security.root' }, place));
  if (first === undefined) return all;
  const exchange = {
    ...first,
    activeSync: same.some(({ activeSync }) => activeSync),
    webServices: same.some(({ webServices }) => webServices),
  };
  return { ...all, exchange };
}
