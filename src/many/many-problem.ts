import { problemsOf } from '../errors.ts';
import { en } from '../words/many.en.ts';
import { fr } from '../words/many.fr.ts';

/** Makes a problem of a run over many people. */
export const manyProblem = problemsOf({ en, fr });

/** Makes one that stops nothing. */
export const manyWarning = problemsOf({ en, fr }, 'warning');
