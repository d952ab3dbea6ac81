import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: 'à la fin de ~/.mbsyncrc, après une ligne vide',
  script: {
    folderTaken:
      "ce dossier contient des messages d'un autre logiciel, que mbsync enverrait tous au serveur : déplacez-le, puis recommencez ; rien n'a été modifié",
  },
});
