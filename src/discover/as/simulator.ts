import type { Enquiry } from './enquiry.ts';
import type { LookUpEnd } from './look-up.ts';

/** A program that looks for its settings, as far as it is known what it does. */
export interface Simulator {
  readonly lookUp: (asked: Enquiry) => Promise<LookUpEnd>;
}
