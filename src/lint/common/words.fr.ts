import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  privacy: {
    'password-in-artifact': {
      says: 'un mot de passe figure dans ce fichier ({what})',
      remedy: "le retirer, et le changer si d'autres ont eu le fichier : les logiciels le demandent",
    },
  },
  login: {
    'login-case': {
      says: "l'identifiant « {value} » et celui d'une autre personne, « {other} » dans {file}, ne diffèrent que par la casse",
      remedy: 'écrire tous les identifiants dans une seule casse, et voir si les deux ne sont pas une même boîte',
    },
  },
  reg: {
    'login-domain': {
      says: "« {value} » est le domaine des identifiants, et les adresses sont dans {domain} (l'autre fichier est {file})",
      remedy: 'nommer la valeur d\'après le domaine de l\'adresse : "{domain}"="C:\\\\…\\\\autodiscover.xml"',
    },
  },
  pacc: {
    'login-differs': {
      says: "un document PACC dit que chacun s'identifie auprès de {host} avec son adresse, et un identifiant y est autre (l'autre fichier est {file})",
      remedy:
        "ne pas publier de document PACC pour ce domaine, ou faire accepter l'adresse comme identifiant au serveur",
    },
  },
});
