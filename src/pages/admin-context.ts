import { pageName } from '../artifacts/guide-pages.ts';
import type { FileOffers } from '../artifacts/offers.ts';
import type { ArtifactFacts, LeftOut } from '../artifacts/render.ts';
import type { Audience, Client, Format } from '../clients/client.ts';
import { supportLines } from '../clients/evidence.ts';
import { describe } from '../errors.ts';
import type { Account, Language, Login } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { frameContext, type Translation } from './frame.ts';
import { partHashes } from './styles.generated.ts';

/** What the page for administrators is made of. */
export interface Administration {
  readonly account: Account;
  readonly language: Language;
  readonly texts: Catalogue;
  readonly translations: readonly Translation[];
  readonly clients: readonly Client[];
  /** What people are told of their files. */
  readonly offers: FileOffers;
  /** All that was made. */
  readonly artifacts: readonly ArtifactFacts[];
  /** And all that was not. */
  readonly leftOut: readonly LeftOut[];
}

/** In the order in which an administrator looks for them. */
const AUDIENCES = ['admin', 'server', 'user'] as const satisfies readonly Audience[];

/** What the template of that page shows. */
export function adminContext(made: Administration): Context {
  const { account, language, texts, translations } = made;
  const { administration: words } = texts;
  const { provider } = account;
  return {
    address: account.displayAddress,
    lead: words.lead,
    people: { href: pageName('index', account, language), title: words.people },
    accountTitle: words.account,
    rows: [{ label: words.provider, value: `${provider.name} (${provider.id})` }, ...ruleRows(account, texts)],
    leftOutTitle: words.leftOut,
    nothingLeftOut: made.leftOut.length === 0 && words.nothingLeftOut,
    leftOut: reasons(made),
    audiences: AUDIENCES.map((audience) => ({
      id: audience,
      title: words.files[audience],
      clients: made.clients.flatMap((client) => filesContext(client, audience, made)),
    })).filter(({ clients }) => clients.length > 0),
    ...frameContext({
      provider,
      language,
      texts,
      translations,
      title: words.title,
      back: undefined,
      sendsForms: false,
      styles: partHashes.admin,
    }),
  };
}

/** Where the logins come from: one line where that is the same everywhere. */
function ruleRows(account: Account, { administration, page }: Catalogue): Context[] {
  const { incoming, outgoing, calendar, contacts, exchange, directory } = account;
  const told = ({ login, loginRule }: Login) => loginRule ?? administration.noRule({ login });
  const services: readonly (readonly [string, Login | undefined])[] = [
    ...incoming.map((each) => [page.receiving[each.protocol], each] as const),
    ...outgoing.map((each) => [page.sending, each] as const),
    [page.calendar, calendar],
    [page.contacts, contacts],
    [page.exchange, exchange],
    [page.directory, directory],
  ];
  const rules = services.flatMap(([label, login]) => (login === undefined ? [] : [{ label, value: told(login) }]));
  const [first] = rules;
  if (first !== undefined && rules.every(({ value }) => value === first.value))
    return [{ label: administration.rule, value: first.value }];
  return rules.map(({ label, value }) => ({ label: `${administration.rule}, ${label}`, value }));
}

/** Each reason once, with all that it stands against. */
function reasons({ leftOut, clients, account, language, texts }: Administration): Context[] {
  const found = new Map<string, string[]>();
  for (const { client: id, format: formatId, problem } of leftOut) {
    const client = clients.find((each) => each.id === id);
    const format = client?.formats(language, account.provider.texts).find((each) => each.id === formatId);
    const what =
      client === undefined || format === undefined ? serviceName(formatId, texts) : nameOf(client, format, account);
    const reason = describe(problem, language);
    found.set(reason, [...(found.get(reason) ?? []), what]);
  }
  return Array.from(found, ([reason, names]) => ({ reason, names: [...new Set(names)] }));
}

function nameOf(client: Client, format: Format, account: Account): string {
  return `${client.title}: ${format.title(account)} (${client.id}/${format.id})`;
}

/** What is left out of every file is a service. */
function serviceName(id: string, { page }: Catalogue): string {
  const names: Readonly<Record<string, string>> = {
    calendar: page.calendar,
    contacts: page.contacts,
    exchange: page.exchange,
    directory: page.directory,
  };
  return names[id] ?? id;
}

/** The files of a client for these readers, with what each is and which versions take it. */
function filesContext(
  client: Client,
  audience: Audience,
  { account, language, texts, artifacts, offers }: Administration,
): Context[] {
  const files = new Map<string, Context & { readonly paths: { readonly path: string; readonly href: string }[] }>();
  const offered = offers(client, language);
  for (const format of client.formats(language, account.provider.texts)) {
    if (format.audience !== audience) continue;
    const made = artifacts.filter((each) => each.client === client.id && each.format === format.id);
    if (made.length === 0) continue;
    const signed = made.some((each) => each.signed === true);
    // Of what goes with another file, or is offered to nobody, people are told nothing.
    const { title, use, versions } = offered.find((each) => each.format.id === format.id) ?? {
      ...format.purpose(account, signed),
      versions: supportLines(format.support, language, account),
    };
    const notOffered = audience === 'user' && format.suits?.(account) === false && texts.administration.notOffered;
    const paths = made.map(({ path }) => ({ path, href: path.split('/').map(encodeURIComponent).join('/') }));
    // Of files that go together the same is said.
    const key = JSON.stringify([title, use, versions]);
    const known = files.get(key);
    if (known === undefined) files.set(key, { paths, title, use, notOffered, versions });
    else known.paths.push(...paths);
  }
  return files.size === 0 ? [] : [{ title: client.title, files: [...files.values()] }];
}
