import type { Account, Language } from '../model/account.ts';
import { texts } from '../words/index.ts';
import { series } from '../words/languages.ts';
import type { Evidence, Format } from './client.ts';

/** The best known first. */
const ORDER = ['tested', 'documented', 'reported', 'unverified', 'refused'] as const satisfies readonly Evidence[];

/**
 * What is known about a format, a line for each degree of knowing: which products it was tested with, documented for, and so on. Of this account, where
 * one is given: a product that does not take its file is not said to.
 */
export function supportLines(support: Format['support'], language: Language, account?: Account): readonly string[] {
  const { evidence } = texts(language, account?.provider.texts);
  if (account !== undefined && support.some(({ holds, concerns }) => (holds ?? concerns) !== undefined)) {
    return linesFor(support, language, evidence, account);
  }
  let inWords = known.get(support);
  if (inWords === undefined) {
    inWords = new WeakMap();
    known.set(support, inWords);
  }
  let lines = inWords.get(evidence);
  if (lines === undefined) {
    lines = linesFor(support, language, evidence, undefined);
    inWords.set(evidence, lines);
  }
  return lines;
}

type Evidences = ReturnType<typeof texts>['evidence'];

/** What does not hang on the account, by support and the words for it, which are those of one language and perhaps of a provider. */
const known = new WeakMap<Format['support'], WeakMap<Evidences, readonly string[]>>();

function linesFor(
  support: Format['support'],
  language: Language,
  evidence: Evidences,
  account: Account | undefined,
): readonly string[] {
  const degreeOf = (each: Format['support'][number]): Evidence =>
    account === undefined || each.holds === undefined || each.holds(account) ? each.evidence : 'refused';
  return ORDER.flatMap((degree) => {
    const products = support
      .filter((each) => degreeOf(each) === degree && (account === undefined || (each.concerns?.(account) ?? true)))
      .map(({ product, condition, holds }) => {
        // Of an account that is known the answer is known, too.
        const answered = account !== undefined && holds !== undefined;
        return condition === undefined || answered ? product : `${product} (${condition})`;
      });
    return products.length === 0 ? [] : [evidence[degree]({ products: series(products, language) })];
  });
}
