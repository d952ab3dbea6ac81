import type { HelpDesk, Provider } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';

/** Who helps, as every page has it at its foot; `false` where the provider names nobody. */
export function supportContext(support: Provider['support'], { page }: Pick<Catalogue, 'page'>): Context | false {
  if (support === undefined) return false;
  return { title: page.support, name: support.name ?? false, ways: waysTo(support) };
}

/** The ways to reach them, each with its link. */
function waysTo({ email, phone, url }: HelpDesk): { readonly href: string; readonly text: string }[] {
  return [
    ...(email === undefined ? [] : [{ href: mailto(email), text: email }]),
    ...(phone === undefined ? [] : [{ href: `tel:${phone.replace(/[^+\d]/g, '')}`, text: phone }]),
    ...(url === undefined ? [] : [{ href: url, text: url }]),
  ];
}

/** RFC 6068 §2: what would end the address or begin something else is encoded, and the domain is as servers know it. */
function mailto(email: string): string {
  const { local, domain } = addressOf(email) ?? { local: email, domain: '' };
  return `mailto:${encodeURIComponent(local)}@${domain}`;
}
