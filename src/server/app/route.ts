import type { Sign } from '../../artifacts/render.ts';
import type { Profile } from '../../profile/profile.ts';
import type { HostedDomain, HostedDomains } from './domains.ts';
import type { Answer, Question } from './question.ts';

/** One question, with what every route needs to answer it. */
export interface Visit {
  readonly question: Question;
  readonly profiles: readonly Profile[];
  readonly domains: HostedDomains;
  /** The domain that the host's name names. */
  readonly host: HostedDomain | undefined;
  /** Host, with a port where it has one, at which everything is answered with a certificate that fits. */
  readonly canonicalHost: string | undefined;
  /** Puts a signature around what can be signed. */
  readonly sign: Sign | undefined;
  readonly now: () => Date;
}

export type Handler = (visit: Visit) => Answer;

/** What is answered at a path; for HEAD, the headers of GET. */
export interface Route {
  /** In lower case below `/autodiscover/`; `*` for the last part is any, `/first/**` all that is below. */
  readonly path: string;
  /** What the log and the counts call it. */
  readonly name: string;
  /** How many requests of the rate limit one counts for, by the work it makes; 1 where it is not said. */
  readonly cost?: number;
  readonly GET?: Handler;
  readonly POST?: Handler;
  /** Path and query of the same thing at the canonical host, where they are not the same; `false`: never sent there. */
  readonly elsewhere?: false | ((visit: Visit) => string);
}
