import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './k9s-words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du XML bien formé : {detail}",
    remedy: 'corriger à cet endroit ; un éditeur XML montre le même',
  },
  doctype: {
    says: 'le fichier a un type de document ({detail})',
    remedy: "le retirer, et écrire les caractères au lieu d'entités : rien d'autre dans le fichier n'est jugé",
  },
  'byte-order-mark': {
    says: "le fichier commence par une marque d'ordre des octets, ou est en UTF-16",
    remedy: "l'enregistrer en UTF-8 sans elle",
  },
  root: {
    says: "l'élément racine est « {value} »",
    remedy: "l'appeler k9settings, sans préfixe",
  },
  format: {
    says: either('value', 'le format est « {value} »', "il n'y a pas de format"),
    remedy: 'écrire format="1" : il n\'y en a pas d\'autre',
  },
  version: {
    says: either('value', "la version « {value} » n'est pas un nombre entier positif", "il n'y a pas de version"),
    remedy: 'écrire version="99"',
  },
  'no-account': {
    says: "il n'y a pas de compte dans le fichier",
    remedy: 'en mettre un dans <accounts><account uuid="…">',
  },
  'uuid-missing': {
    says: "le compte {number} n'a pas d'uuid",
    remedy: 'lui en donner un : tous les comptes du fichier sont perdus avec lui',
  },
  uuid: {
    says: "l'uuid « {value} » du compte {number} n'en est pas un, ou figure ici deux fois",
    remedy: "donner à chaque compte un UUID à lui ; rien n'annonce à la personne que celui-ci est laissé de côté",
  },
  'key-missing': {
    says: "une valeur n'a pas de clé",
    remedy: 'écrire <value key="…">, ou retirer la valeur',
  },
  'element-in-value': {
    says: 'un élément se trouve dans {value} et met fin à ce qui en est lu',
    remedy: 'écrire la valeur comme du texte seul',
  },
  global: {
    says: "le fichier contient des réglages de l'application elle-même",
    remedy: "retirer global : un compte n'en a pas besoin, et la personne a choisi les siens",
  },
  'server-missing': {
    says: 'il manque {what} au compte {number}',
    remedy: "l'écrire : un compte a les deux serveurs, chacun avec un type et un hôte",
  },
  'server-type': {
    says: "{name} : il n'existe pas de type « {value} »",
    remedy: "écrire l'un de {values}",
  },
  host: {
    says: "{name} : « {value} » n'est pas un nom d'hôte",
    remedy: "écrire le nom du serveur, sans rien autour : aucune variable n'est remplacée ici",
  },
  port: {
    says: either('value', "{name} : « {value} » n'est pas un port", "{name} : il n'y a pas de port"),
    remedy: 'écrire un nombre de 1 à 65535, comme {usual}',
  },
  'port-security': {
    says: '{name} : sur le port {port}, une connexion ne commence pas comme le veut {security}',
    remedy: "écrire le port {usual}, ou l'autre connection-security",
  },
  'plain-security': {
    says: '{name} est en clair : rien ne protège ce qui y passe',
    remedy: 'écrire SSL_TLS_REQUIRED et le port {usual}',
  },
  enum: {
    says: either('value', "{name} : « {value} » n'est pas un mot de {what}", "{name} : il n'y a pas de {what}"),
    remedy: "écrire l'un de {values}",
  },
  'auth-version': {
    says: '{name} : un fichier de version {version} ne peut pas dire « {value} »',
    remedy: 'écrire {usual}',
  },
  'oauth2-host': {
    says: "{name} : l'application n'a aucun moyen de se connecter à {host} par OAuth 2.0",
    remedy:
      "écrire PLAIN si le serveur accepte un mot de passe : l'application a sa propre liste d'hôtes, et aucun fichier ne la complète",
  },
  'login-line-break': {
    says: "{name} : le nom d'utilisateur contient un saut de ligne",
    remedy: "l'écrire sur une ligne",
  },
  'login-missing': {
    says: "{name} : il n'y a pas de nom d'utilisateur",
    remedy: "écrire l'identifiant dans username",
  },
  'smtp-login-missing': {
    says: "outgoing-server : {value} sans nom d'utilisateur",
    remedy: "écrire l'identifiant dans username, ou NONE si le serveur n'en demande pas",
  },
  'login-unused': {
    says: "{name} : il y a un nom d'utilisateur, et NONE pour authentification",
    remedy: 'laisser username vide, ou écrire PLAIN',
  },
  identity: {
    says: either(
      'value',
      "compte {number} : l'application ne prend pas « {value} » pour une adresse",
      "le compte {number} n'a pas d'identité avec une adresse",
    ),
    remedy: 'écrire une adresse en ASCII, dont le domaine se termine par un nom : ada@example.org',
  },
  password: {
    says: '{name} : un mot de passe se trouve dans le fichier',
    remedy: "le retirer : l'application le demande à l'importation. Qui a reçu le fichier l'a : le changer",
  },
  'name-missing': {
    says: "le compte {number} n'a pas de nom",
    remedy: 'en écrire un dans name, comme celui du fournisseur : un UUID est montré à sa place',
  },
  'no-notification': {
    says: "le compte {number} ne dit pas si l'arrivée d'un message est annoncée",
    remedy: 'écrire <value key="notifyNewMail">true</value> dans settings : sans cela, rien n\'est annoncé',
  },
});
