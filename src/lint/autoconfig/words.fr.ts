import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du XML bien formé : {detail}",
    remedy: 'corriger à cet endroit ; un éditeur XML montre le même',
  },
  doctype: {
    says: 'le fichier a un type de document ({detail})',
    remedy: "le retirer : rien dans un clientConfig n'en a besoin",
  },
  'not-a-client-config': {
    says: "il n'y a pas de emailProvider dans un clientConfig",
    remedy: 'tout mettre dans <clientConfig version="1.1"><emailProvider id="…">',
  },
  'id-syntax': {
    says: "l'id du fournisseur est « {value} », qui n'est pas un nom d'hôte",
    remedy: 'écrire le domaine principal comme id : <emailProvider id="example.org">',
  },
  'port-socket': {
    says: 'serveur {number} ({type}) : sur le port {port}, une connexion ne commence pas par {socket}',
    remedy: 'écrire le port {usual}, ou socketType {other}',
  },
  'plain-socket': {
    says: 'le serveur {number} ({type}) est en clair : rien ne protège le mot de passe',
    remedy: 'proposer SSL sur le port {usual} à sa place',
  },
  'plain-socket-android': {
    says: 'le serveur {number} ({type}) est en clair',
    remedy: 'le retirer, ou proposer SSL à sa place : les autres serveurs du fichier sont perdus avec lui',
  },
});
