import type { Brand, Provider } from '../model/account.ts';
import { readable } from '../model/colour.ts';
import { sha256 } from '../platform.ts';
import type { Context } from '../template/context.ts';
import { renderTemplate } from '../template/fill.ts';
import { templatesInUse } from '../template/templates.ts';

/** How a page looks that is a provider's: its style beside ours, and the picture in the place of ours. */
export interface Look {
  readonly style: Context | false;
  readonly logo: string | false;
  /** Of the style, for the policy of the page; `undefined` where there is none. */
  readonly styleHash: string | undefined;
}

const PLAIN: Look = { style: false, logo: false, styleHash: undefined };
const made = new WeakMap<object, WeakMap<Brand, Look>>();

/** The look of a provider's pages, made once. */
export function lookOf({ brand }: Pick<Provider, 'brand'>): Look {
  if (brand === undefined) return PLAIN;
  // Its style is a template too, and the policy has the digest of it.
  const templates = templatesInUse();
  const known = made.get(templates) ?? new WeakMap<Brand, Look>();
  made.set(templates, known);
  const found = known.get(brand) ?? make(brand);
  known.set(brand, found);
  return found;
}

function make({ colour, logo }: Brand): Look {
  // A reader of profiles has found that it can be read in light; in the dark it has to be a lighter one.
  const style = {
    colours: colour !== undefined && { light: colour, dark: readable(colour, 'dark') },
    logo: logo !== undefined,
  };
  // As the page has it: what stands between the tags (CSP Level 3 §2.3.1, hash-source).
  const element = renderTemplate('page/brand.html', { style });
  const text = new TextDecoder().decode(element).replace(/^[\s\S]*?<style>|<\/style>[\s\S]*$/g, '');
  return { style, logo: logo ?? false, styleHash: `sha256-${sha256(new TextEncoder().encode(text))}` };
}
