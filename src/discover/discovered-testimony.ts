import type { Problem } from '../errors.ts';
import type { Testimony } from '../import/testimony.ts';
import type { Mechanism, Trust } from './answers.ts';
import type { Discovery } from './ask-world.ts';
import type { FoundAnswer } from './place-answer.ts';
import { discoverWarning } from './words.ts';

/** What a profile of a domain is made of. */
export interface DomainTestimony {
  readonly testimonies: readonly Testimony[];
  /** Of what is in it, the best first. */
  readonly grades: readonly Trust[];
  /** Where answers say something else than the profile. */
  readonly warnings: readonly Problem[];
}

/** In which order answers of one grade are taken: those that can say a login first. */
const MECHANISMS: readonly Mechanism[] = [
  'autoconfig-https',
  'autoconfig-well-known',
  'ispdb',
  'autodiscover',
  'autodiscover-v2',
  'autodiscover-srv',
  'pacc',
  'autoconfig-mx',
  'ispdb-mx',
  'srv',
  'autoconfig-http',
  'autoconfig-well-known-http',
];

const GRADES: readonly Trust[] = ['A', 'B', 'C', 'D'];

/**
 * What the answers say, the most trusted first. Servers for mail are those of the first that says how mail is read and sent: a profile of all would have those that an
 * old record still leads to. Where another says something else, that is told.
 */
export function domainTestimony({ subject, answers, disagreements }: Discovery): DomainTestimony {
  const found = answers.filter(({ status, testimony }) => status === 'found' && testimony !== undefined);
  const ranked = found.toSorted((one, other) => rankOf(one) - rankOf(other));
  const records = ranked.filter(({ mechanism }) => mechanism === 'srv');
  // Records of all names are one answer.
  const groups = ranked.flatMap((answer) => {
    if (answer.mechanism !== 'srv') return [[answer]];
    return answer === records[0] ? [records] : [];
  });
  const chosen = new Set(groups.find(isWhole) ?? ranked);
  const testimonies = ranked.map((answer): Testimony => {
    // All of them have one.
    const said = answer.testimony ?? { file: answer.source, losses: [] };
    const address = said.address ?? { value: subject.told.text, place: {} };
    return chosen.has(answer) ? { ...said, address } : { ...said, address, servers: [], losses: [] };
  });
  const domain: Testimony = { file: subject.domain, domains: [{ value: subject.domain, place: {} }], losses: [] };
  const sources = new Set(Array.from(chosen, ({ source }) => source));
  const isTaken = (list: readonly string[]) => list.some((each) => each.split(', ').some((one) => sources.has(one)));
  const warnings = disagreements.flatMap(({ field, values }) => {
    const taken = values.find((each) => isTaken(each.sources))?.value;
    if (taken === undefined) return [];
    return values
      .filter(({ value }) => value !== taken)
      .map(({ value, sources: by }) =>
        discoverWarning('discover.differs', { field, value, other: taken, places: by.join(', ') }),
      );
  });
  const grades = GRADES.filter((grade) => Array.from(chosen).some(({ trust }) => trust === grade));
  return { testimonies: [domain, ...testimonies], grades, warnings };
}

function rankOf({ trust, mechanism }: FoundAnswer): number {
  return GRADES.indexOf(trust) * MECHANISMS.length + MECHANISMS.indexOf(mechanism);
}

/** It says how mail is read, and how it is sent. */
function isWhole(answers: readonly FoundAnswer[]): boolean {
  const servers = answers.flatMap(({ testimony }) => testimony?.servers ?? []);
  return servers.some(({ protocol }) => protocol === 'smtp') && servers.some(({ protocol }) => protocol !== 'smtp');
}
