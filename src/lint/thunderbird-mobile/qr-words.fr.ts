import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './qr-words.en.ts';

export const fr = translate(en, {
  'no-code': {
    says: 'aucun code QR ne peut être lu sur cette image',
    remedy:
      'enregistrer le code lui-même en PNG, avec son bord blanc et rien à côté ; des dessins (SVG), ceux de Facteur sont lus',
  },
  'no-account': {
    says: "le code de cette image dit autre chose qu'un compte",
    remedy:
      "donner l'image d'un code de compte, tel que Thunderbird le montre sous « Exporter pour l'application mobile »",
  },
  json: {
    says: "ce n'est pas du JSON que l'application lit : {detail}",
    remedy:
      'écrire des listes, des textes entre guillemets doubles et des nombres seuls : sans commentaire, ni rien devant ou derrière',
  },
  null: {
    says: 'null se trouve en {path}',
    remedy: 'omettre la valeur, ou écrire "" : un seul null, et tout le code est perdu',
  },
  structure: {
    says: either('what', 'en {path} se trouve autre chose que {what}', 'il manque {path}'),
    remedy:
      'écrire [1,[1,1],[protocole,hôte,port,sécurité,authentification,identifiant],[[[0,hôte,port,…],[adresse,nom]]]]',
  },
  version: {
    says: 'la version est {value}',
    remedy: "écrire 1 : il n'y en a pas d'autre",
  },
  sequence: {
    says: "c'est la partie {part} sur {count}",
    remedy: 'compter les parties à partir de 1 : un code seul est [1,1]',
  },
  'too-long': {
    says: 'le code a {count} comptes en {length} caractères',
    remedy: "faire plusieurs codes, d'au plus {most} comptes et {characters} caractères chacun",
  },
  'several-outgoing': {
    says: "le compte {number} a plus d'un serveur d'envoi",
    remedy: "garder le premier : l'application n'en prend pas d'autre",
  },
  'not-ascii': {
    says: 'il y a des caractères hors ASCII',
    remedy:
      "les écrire comme séquences d'échappement, par exemple \\u00e9 : les autres lecteurs de codes devinent le codage",
  },
  value: {
    says: "« {value} » en {path} n'est pas une valeur de l'application",
    remedy: "écrire l'une de {values}",
  },
  'line-break': {
    says: 'il y a un saut de ligne en {path}',
    remedy: 'écrire le texte sur une ligne',
  },
  character: {
    says: "l'application ne peut pas écrire le caractère {code} de {path} dans ses réglages",
    remedy: 'le retirer',
  },
  address: {
    says: 'le lecteur de codes ne prend pas « {value} » pour une adresse',
    remedy: 'écrire une adresse en ASCII sans guillemets : ada@example.org',
  },
  'address-domain': {
    says: 'le domaine de « {value} » ne se termine pas par un nom',
    remedy: 'écrire une adresse comme ada@example.org',
  },
  'security-reserved': {
    says: 'la sécurité 1 en {path} est réservée',
    remedy: 'écrire 3 pour TLS, ou 2 pour STARTTLS',
  },
  'port-security': {
    says: 'sur le port {port} ({path}), une connexion ne commence pas comme le veut la sécurité {security}',
    remedy: "écrire le port {usual}, ou l'autre sécurité : 3 est TLS dès le début, 2 est STARTTLS",
  },
  'plain-security': {
    says: '{host} est en clair : rien ne protège ce qui y passe',
    remedy: 'écrire la sécurité 3 et le port {usual}',
  },
  'oauth2-host': {
    says: "l'application n'a aucun moyen de se connecter à {host} par OAuth 2.0",
    remedy:
      "écrire 1 si le serveur accepte un mot de passe : l'application a sa propre liste d'hôtes, et aucun code ne la complète",
  },
  'login-missing': {
    says: "il n'y a pas de nom d'utilisateur pour {host}",
    remedy: "écrire l'identifiant",
  },
  password: {
    says: 'le mot de passe pour {host} se trouve dans le code',
    remedy: "le retirer : l'application le demande après l'importation. Qui a vu le code l'a : le changer",
  },
});
