import type { Client } from '../clients/client.ts';
import type { Guide } from '../clients/guide.ts';
import type { Account, Language } from '../model/account.ts';
import type { ArtifactFacts } from './render.ts';

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

/** Where a page stands that stood at this path in former versions; `undefined` for all other paths. */
export function movedTo(path: string, account: Account, clients: readonly Client[]): string | undefined {
  for (const client of clients) {
    for (const guide of guidesOf(client, account)) {
      const formerIds = guide.kind === 'program' ? (guide.formerIds ?? []) : [];
      const language = languagesOf(account).find((each) =>
        formerIds.some((id) => path === `${client.id}/${pageName(id, account, each)}`),
      );
      if (language !== undefined) return guidePath(client, guide, account, language);
    }
  }
  return undefined;
}

/** The guides of this client that the account has. */
export function guidesOf({ guides }: Client, account: Account): Guide[] {
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
