import type { Account } from '../model/account.ts';
import type { Catalogue } from '../words/index.ts';
import type { Evidence, Support } from './client.ts';

/** The best known first. */
const ORDER = ['tested', 'documented', 'reported', 'unverified', 'refused'] as const satisfies readonly Evidence[];

/**
 * What is known about a format, a line for each degree of knowing: which products it was tested with, documented for, and so on. Of this account, where
 * one is given: a product that does not take its file is not said to.
 */
export function supportLines(
  support: readonly Support[],
  { conditions, evidence, series }: Catalogue,
  account?: Account,
): string[] {
  const degreeOf = ({ evidence, holds }: Support): Evidence =>
    account === undefined || holds === undefined || holds(account) ? evidence : 'refused';
  return ORDER.flatMap((degree) => {
    const products = support
      .filter((each) => degreeOf(each) === degree)
      .map(({ product, when, holds }) => {
        // Of an account that is known the answer is known, too.
        const answered = account !== undefined && holds !== undefined;
        return when === undefined || answered ? product : `${product} (${conditions[when]})`;
      });
    return products.length === 0 ? [] : [evidence[degree]({ products: series(products) })];
  });
}
