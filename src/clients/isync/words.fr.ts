import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: 'à la fin de ~/.mbsyncrc, après une ligne vide',
});
