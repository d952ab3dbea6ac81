import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  neomutt: 'dans ~/.config/neomutt/, à lire par « source » dans neomuttrc',
  mutt: 'dans ~/.config/mutt/, à lire par « source » dans muttrc',
});
