import { en } from './common.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  evidence: {
    tested: 'essayé ici avec {products}',
    documented: 'documenté pour {products}',
    reported: "fonctionne, d'après des témoignages : {products}",
    unverified: "personne ne l'a vérifié : {products}",
    refused: 'ne fonctionne pas : {products}',
  },
  devices: {
    windows: 'Windows',
    macos: 'Mac',
    linux: 'Linux',
    android: 'Android',
    ios: 'iPhone et iPad',
  },
});
