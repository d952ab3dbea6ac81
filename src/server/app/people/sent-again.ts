import { fillTemplate } from '../../../template/fill.ts';
import type { TypedLogins } from './asked-logins.ts';

/*
 * A page of a bundle that was made with a login of the person's own: that login stands in no URL, so what the page links to within the bundle is asked for as the page
 * was, by a form (POST). Each such link becomes a button of that form; without JavaScript, and whatever template has written the page.
 */

/** A link as our templates, which are held to quoted attributes, write it. */
const LINK = /<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)<\/a>/gs;

/** To another site, within the page, or to the page that asks for the address: nothing that needs the login. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|[#?/]|(?:\.\.\/)+(?:\?|$))/i;

/** The page with the login behind each of its links into the bundle. */
export function sentAgain(html: string, logins: TypedLogins): string {
  const linked = html.replace(LINK, (link, before: string, href: string, after: string, inside: string) => {
    if (ELSEWHERE.test(href)) return link;
    const [, classes = ''] = /\sclass="([^"]*)"/.exec(before + after) ?? [];
    const [lang = ''] = /\slang="[^"]*"/.exec(before + after) ?? [];
    return `<button class="again ${classes}" type="submit" form="again" formaction="${href}"${lang}>${inside}</button>`;
  });
  const sent = [...logins].map(([name, value]) => ({ name, value }));
  const end = linked.lastIndexOf('</body>');
  return `${linked.slice(0, end)}${fillTemplate('server/again.html', { sent })}${linked.slice(end)}`;
}
