import { problemsOf } from '../errors.ts';
import { en } from '../words/people.en.ts';
import { fr } from '../words/people.fr.ts';

/** Makes a problem of a list of people. */
export const peopleProblem = problemsOf({ en, fr });

/** Makes one that stops nothing. */
export const peopleWarning = problemsOf({ en, fr }, 'warning');
