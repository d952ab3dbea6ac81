import type { Catalogue } from '../i18n/index.ts';
import type { Evidence, Support } from './client.ts';

/** The best known first. */
const ORDER = ['tested', 'documented', 'reported', 'unverified', 'refused'] as const satisfies readonly Evidence[];

/** What is known about a format, a line for each degree of knowing: which products it was tested with, documented for, and so on. */
export function supportLines(support: readonly Support[], { conditions, evidence, series }: Catalogue): string[] {
  return ORDER.flatMap((degree) => {
    const products = support
      .filter((each) => each.evidence === degree)
      .map(({ product, when }) => (when === undefined ? product : `${product} (${conditions[when]})`));
    return products.length === 0 ? [] : [evidence[degree]({ products: series(products) })];
  });
}
