import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  neomutt: 'dans ~/.config/neomutt/, à lire par « source » dans neomuttrc',
  mutt: 'dans ~/.config/mutt/, à lire par « source » dans muttrc',
  script: {
    quoting:
      "Mutt ne sait pas lire un chemin avec de tels signes : donnez une autre valeur à XDG_CONFIG_HOME ; rien n'a été modifié",
  },
  problems: {
    'terminal.quoted': either(
      'person',
      "{program} retire les guillemets de {value} et écrirait au nom de quelqu'un d'autre : utilisez un autre logiciel",
      "{program} retire les guillemets de {value} et écrirait au nom de quelqu'un d'autre : utilisez un autre logiciel, ou une adresse sans guillemets",
    ),
  },
});
