import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'v2-not-well-formed': {
    says: "ce n'est pas du JSON lisible : {detail}",
    remedy: 'corriger à cet endroit',
  },
  'v2-members': {
    says: "il n'y a pas de texte sous {name}",
    remedy: 'écrire Protocol et Url, chacun avec un texte ; les majuscules comptent',
  },
  'v2-url': {
    says: "l'adresse n'est pas en https, ou contient un identifiant",
    remedy: 'en écrire une qui commence par https:// et un hôte',
  },
  'v2-error': {
    says: "le serveur répond par l'erreur {code}",
    remedy: 'demander AutodiscoverV1, et regarder le serveur',
  },
});
