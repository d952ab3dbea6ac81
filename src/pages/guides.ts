import { type Artifact, type ArtifactFacts, renderTemplate } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import { supportLines } from '../clients/evidence.ts';
import type { Guide, ProgramGuide } from '../clients/guide.ts';
import type { Account, Language } from '../model/account.ts';
import { texts as textsOf } from '../words/index.ts';
import { type GuideFile, guideContext } from './guide.ts';
import type { Served } from './served.ts';
import { siteContext } from './site.ts';

/** The languages of an account's pages: its own first. */
export function languagesOf({ language, provider }: Account): Language[] {
  return [language, ...provider.languages.filter((each) => each !== language)];
}

/** The name of a page: plain in the account's language, `page.en.html` in another. */
export function pageName(name: string, account: Account, language: Language): string {
  return language === account.language ? `${name}.html` : `${name}.${language}.html`;
}

/** Where a guide stands in a bundle. */
export function guidePath(client: Client, guide: Guide, account: Account, language: Language): string {
  return `${client.id}/${pageName(guide.id, account, language)}`;
}

/** The guides of this client that the account has. */
export function guidesOf({ guides = [] }: Client, account: Account): Guide[] {
  return guides.filter((guide) => guide.kind === 'program' || guide.url(account) !== undefined);
}

/** A page of a guide, not yet written: writing all of them takes longer than all else of a bundle. */
export interface GuidePage {
  readonly client: Client;
  readonly guide: Guide;
  readonly language: Language;
  readonly facts: ArtifactFacts;
}

/** The guides of these clients, one page for each language of the provider. */
export function guidePages(account: Account, clients: readonly Client[]): GuidePage[] {
  const languages = languagesOf(account);
  return clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide) =>
      languages.map((language) => ({
        client,
        guide,
        language,
        facts: {
          client: client.id,
          format: guide.id,
          path: guidePath(client, guide, account, language),
          mediaType: 'text/html; charset=utf-8',
          audience: 'user' as const,
        },
      })),
    ),
  );
}

/** Writes the guides of these clients. They link to those of the artifacts that go with them. */
export function renderGuides(
  account: Account,
  artifacts: readonly ArtifactFacts[],
  clients: readonly Client[],
  served?: Served,
): Artifact[] {
  return guidePages(account, clients).map((page) => renderGuide(page, account, artifacts, served));
}

/** Writes one page. @param artifacts of its client */
export function renderGuide(
  { client, guide, language, facts }: GuidePage,
  account: Account,
  artifacts: readonly ArtifactFacts[],
  served?: Served,
): Artifact {
  const page = {
    account,
    language,
    texts: textsOf(language),
    translations: languagesOf(account)
      .filter((each) => each !== language)
      .map((other) => ({
        language: other,
        name: textsOf(other).language,
        href: pageName(guide.id, account, other),
      })),
    overview: `../${pageName('index', account, language)}`,
    path: facts.path,
    served,
  };
  if (guide.kind === 'program') {
    const files = filesOf(guide, client, account, artifacts, language);
    return { ...facts, bytes: renderTemplate('guides/guide.html', guideContext({ ...page, guide, files })) };
  }
  // `guidesOf` has left out those without.
  const bytes = renderTemplate('guides/site.html', siteContext(page, guide, guide.url(account) as string));
  return { ...facts, bytes };
}

/** The files of the guide's client that a person may open on its devices. */
function filesOf(
  { devices, files }: ProgramGuide,
  client: Client,
  account: Account,
  artifacts: readonly ArtifactFacts[],
  language: Language,
): GuideFile[] {
  const wanted = files?.(account);
  const on = devices ?? client.devices;
  return client.formats
    .filter(({ audience, companion }) => audience === 'user' && companion !== true)
    .filter(({ suits }) => suits?.(account) ?? true)
    .filter(({ id, devices: forDevices = client.devices }) =>
      wanted === undefined ? forDevices.some((device) => on.includes(device)) : wanted.includes(id),
    )
    .flatMap((format) => {
      const made = artifacts.filter((each) => each.client === client.id && each.format === format.id);
      const texts = textsOf(language);
      const signed = made.some((each) => each.signed === true);
      const { title, use } = format.purpose(texts, account, signed);
      const versions = supportLines(format.support, texts, account);
      return made.map(({ path }) => {
        const name = path.slice(client.id.length + 1);
        return { href: encodeURIComponent(name), path: name, title, use, versions };
      });
    });
}
