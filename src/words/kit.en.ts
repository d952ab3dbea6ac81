import { source } from './words.ts';

/** The page of a small kit, and the guides that are written once for all. */
export const en = source({
  kit: {
    more: 'By hand, and if something goes wrong',
    others: 'Other programs, step by step',
  },
});
