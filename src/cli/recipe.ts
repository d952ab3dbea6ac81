import { selectClients } from '../artifacts/render.ts';
import { makeBundle } from '../bundle/bundle.ts';
import { clients as all } from '../clients/index.ts';
import type { Recipe } from '../many/work.ts';
import type { Language, Person } from '../model/account.ts';
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
  /** Of messages. */
  readonly language: Language;
}

/** @throws InputError for an unknown client, or a mistake in a template */
export async function recipeOf(orders: Orders): Promise<Recipe & { readonly templates: string }> {
  const clients = selectClients(all, orders.clients);
  const templates = await loadTemplates(orders.templates);
  replaceTemplates(templates);
  const sign = orders.sign && (await signBy(orders.sign));
  const { profiles, profileNamed, everybody, language } = orders;
  const asked = new Set(orders.clients);
  return {
    resolve: ({ who = '', ...person }) =>
      resolveNamed(who, { ...everybody, ...person }, profiles, profileNamed).account,
    bundle: (account) => makeBundle(account, clients, { sign }),
    isServed: ({ artifacts }) => asked.size === 0 || artifacts.some(({ client }) => asked.has(client)),
    language,
    templates: Object.entries(templates)
      .map(([name, template]) => `${name}\n${template}`)
      .join('\n'),
  };
}
