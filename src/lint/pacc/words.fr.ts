import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du JSON lisible : {detail}",
    remedy: "corriger à cet endroit, et publier à nouveau l'empreinte",
  },
  'member-repeated': {
    says: '« {name} » se trouve deux fois dans un même objet',
    remedy: "retirer l'un des deux",
  },
  'byte-order-mark': {
    says: "le fichier commence par un indicateur d'ordre des octets",
    remedy: "l'enregistrer en UTF-8 sans cet indicateur, et publier à nouveau l'empreinte",
  },
  'protocols-missing': {
    says: 'le document ne nomme aucun protocole',
    remedy: 'écrire dans protocols ce qui existe, ou ne publier aucun document',
  },
  host: {
    says: either(
      'port',
      "{name} a un port, pour lequel il n'y a pas de place",
      "« {value} » sous {name} n'est pas un nom d'hôte",
    ),
    remedy: "écrire l'hôte seul : le port est celui d'usage pour TLS ; omettre ce qui est ailleurs",
  },
  url: {
    says: "l'adresse de {name} n'est pas en https, sans port ni identifiant, et avec un chemin",
    remedy: "l'écrire en entier : https://dav.example.org/cal/",
  },
  'submit-key': {
    says: "l'envoi est sous smtp seul, le nom de l'ancien projet",
    remedy: "l'écrire aussi sous submit",
  },
  'submit-alone': {
    says: "l'envoi est sous submit seul : les lecteurs de l'ancien projet cherchent sous smtp",
    remedy: "l'écrire aussi sous smtp, jusqu'à ce qu'il y ait une RFC",
  },
  'login-unsaid': {
    says: "personne ne lit « {key} » : l'identifiant est toujours l'adresse",
    remedy: "ne publier aucun document là où l'identifiant est autre",
  },
  'unknown-protocol': {
    says: "« {name} » n'est pas un protocole du projet",
    remedy: 'corriger son nom, ou savoir que personne ne le lit',
  },
  name: {
    says: either('length', '{key} a {length} caractères, plus de {most}', '{key} manque ou est vide'),
    remedy: 'écrire un texte de {most} caractères au plus dans info.provider',
  },
  authentication: {
    says: "authentication.password n'est ni true ni false",
    remedy: 'écrire si un mot de passe est accepté',
  },
  issuer: {
    says: "l'émetteur n'est pas une adresse en https et sans requête",
    remedy: 'écrire celui de ses métadonnées',
  },
});
