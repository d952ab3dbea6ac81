import type { HelpDesk, Provider } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Context } from '../template/context.ts';
import { type Catalogue, whomToAsk } from '../words/index.ts';

/** Who helps, as every page has it at its foot: where the provider names nobody, in a neutral sentence, and with where it explains things. */
export function supportContext(
  { support, documentation = [] }: Pick<Provider, 'support'> & Partial<Pick<Provider, 'documentation'>>,
  { page }: Pick<Catalogue, 'page'>,
): Context {
  if (support === undefined) {
    const [first] = documentation;
    return {
      title: page.support,
      name: page.ask({ whom: whomToAsk(undefined, { page }) }),
      ways: first === undefined ? [] : [{ href: first.url, text: first.url }],
    };
  }
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
