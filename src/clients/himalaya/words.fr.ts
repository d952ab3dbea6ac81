import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: 'à la fin de ~/.config/himalaya/config.toml',
});
