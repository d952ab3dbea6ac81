import { selectClients } from '../artifacts/render.ts';
import { makeBundle } from '../bundle/bundle.ts';
import { makeGuides } from '../bundle/guides.ts';
import { makeKit, selectForKit } from '../bundle/kit.ts';
import { clients as all } from '../clients/index.ts';
import type { Recipe } from '../many/work.ts';
import type { Account, Language, Person } from '../model/account.ts';
import { addressOfPage } from '../pages/served.ts';
import type { Profile } from '../profile/profile.ts';
import { replaceTemplates } from '../template/templates.ts';
import { type SignOrders, signBy } from './sign.ts';
import { loadTemplates } from './template-folder.ts';
import { resolveNamed } from './who.ts';

/** What a run makes of its people, as plain data: each thread makes its own recipe of it. */
export interface Orders {
  readonly profiles: readonly Profile[];
  /** The profiles were named, so a login without @ may be one of theirs. */
  readonly profileNamed: boolean;
  /** What the options say of everybody of whom the list does not say it. */
  readonly everybody: Pick<Person, 'role' | 'language'>;
  /** Ids; all where empty. */
  readonly clients: readonly string[];
  readonly templates: string | undefined;
  readonly sign: SignOrders | undefined;
  readonly kit: 'small' | 'full';
  readonly layout: 'folders' | 'archives' | 'parts';
  /** Of messages. */
  readonly language: Language;
}

/** Where the page of a person is on the provider's site; empty where it has none. */
export function linkOf(account: Account): string {
  return addressOfPage({ account, path: '', language: account.language, served: undefined }) ?? '';
}

/** @throws InputError for an unknown client, one of which a small kit has nothing, or a mistake in a template */
export async function recipeOf(orders: Orders): Promise<Recipe & { readonly templates: string }> {
  const { profiles, profileNamed, everybody, language, kit } = orders;
  const clients = (kit === 'small' ? selectForKit : selectClients)(all, orders.clients);
  const templates = await loadTemplates(orders.templates);
  replaceTemplates(templates);
  const sign = orders.sign && (await signBy(orders.sign));
  // Whatever stands alone has no guides beside it.
  const guides = kit === 'small' && orders.layout !== 'archives' ? makeGuides(profiles, clients) : undefined;
  const bundle = (account: Account) => {
    if (kit === 'full') return makeBundle(account, clients, { sign });
    const folder = guides?.folderFor(account);
    return makeKit(account, clients, { sign, guides: folder && `../${folder}` });
  };
  const asked = new Set(orders.clients);
  return {
    resolve: ({ who = '', ...person }) =>
      resolveNamed(who, { ...everybody, ...person }, profiles, profileNamed).account,
    bundle,
    // The page of a small kit has what is typed by hand, whatever else there is.
    isServed: ({ artifacts }) =>
      kit === 'small' || asked.size === 0 || artifacts.some(({ client }) => asked.has(client)),
    guides,
    language,
    templates: Object.entries(templates)
      .map(([name, template]) => `${name}\n${template}`)
      .join('\n'),
  };
}
