import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.mbsyncrc, behind an empty line',
});
