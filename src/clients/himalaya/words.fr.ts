import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: 'à la fin de ~/.config/himalaya/config.toml',
  script: {
    toml: {
      broken: "ce fichier n'est pas du TOML lisible : corrigez-le, puis recommencez ; rien n'a été modifié",
      inline:
        "tous les comptes y sont entre une seule paire d'accolades, où rien ne peut s'ajouter : écrivez chacun sous [accounts.NOM], puis recommencez ; rien n'a été modifié",
    },
    tooOld:
      "il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n'a été modifié",
  },
});
