import type { Party } from '../../lint/parties.ts';
import type { Enquiry } from './enquiry.ts';
import type { LookUpEnd } from './look-up.ts';

/** A program that looks for its settings, as far as it is known what it does. */
export interface Simulator {
  /** Under which name lint knows it, where it does. */
  readonly party?: Party;
  readonly lookUp: (asked: Enquiry) => Promise<LookUpEnd>;
}
