import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: "à la fin de ~/.config/aerc/accounts.conf, que personne d'autre ne doit pouvoir lire (chmod 600)",
});
