import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en, together } from './reg-words.en.ts';

export const fr = translate(en, {
  header: {
    says: "la première ligne n'est pas l'une de celles que Windows connaît",
    remedy:
      "écrire « Windows Registry Editor Version 5.00 », ou REGEDIT4 pour un fichier dans la page de codes de l'ordinateur",
  },
  encoding: {
    says: "le codage est {encoding}, où Windows lit d'autres caractères",
    remedy:
      "enregistrer le fichier en UTF-16 (petit-boutiste) avec une marque d'ordre des octets, comme le fait regedit",
  },
  'line-ends': {
    says: either('what', 'une ligne ne se termine pas par {what}', "la deuxième ligne n'est pas vide"),
    remedy: 'terminer chaque ligne par CR LF, la dernière aussi, et laisser vide la deuxième',
  },
  syntax: {
    says: "cette ligne n'est ni une clé ni une valeur : {value}",
    remedy: 'écrire [clé], "nom"="texte", "nom"=dword:00000001, "nom"=hex:… ou "nom"=-',
  },
  hive: {
    says: "il n'existe pas de clé racine « {value} »",
    remedy: 'écrire son nom complet, comme HKEY_CURRENT_USER',
  },
  backslash: {
    says: 'dans la valeur « {name} », une barre oblique inverse est seule',
    remedy: 'écrire deux fois chaque barre oblique inverse',
  },
  'nothing-of-outlook': {
    says: "aucune clé de ce fichier n'est d'Outlook",
    remedy: 'donner un autre fichier, si un fichier pour Outlook était voulu',
  },
  'key-deleted': {
    says: "toute la clé {value} est supprimée, avec les valeurs d'autres domaines et de l'entreprise",
    remedy: 'supprimer les valeurs seules : "example.org"=-',
  },
  'profile-written': {
    says: "le fichier écrit dans les profils d'Outlook",
    remedy: 'le retirer : les profils ne se changent que par MAPI ; un fichier PRF en crée un',
  },
  'domain-value': {
    says: "« {value} » n'est pas un domaine de messagerie",
    remedy: 'écrire le domaine de l\'adresse, ce qui suit son @ : "example.org"="C:\\\\…\\\\autodiscover.xml"',
  },
  'no-such-value': {
    says: "Outlook n'a pas de valeur ExcludeSrvLookup",
    remedy: 'écrire ExcludeSrvRecord',
  },
  'expandable-path': {
    says: 'le chemin « {value} » contient une variable',
    remedy: 'écrire le chemin tel quel : un fichier .reg ne peut pas le composer ; un script le peut',
  },
  'relative-path': {
    says: "« {value} » n'est pas un chemin complet",
    remedy: "l'écrire à partir du lecteur : C:\\\\…\\\\autodiscover.xml",
  },
  'shared-path': {
    says: "tout le monde sur cet ordinateur peut écrire dans « {value} », et envoyer ailleurs le courrier d'autrui",
    remedy: 'mettre le fichier sous C:\\Program Files, ou là où la personne seule peut écrire',
  },
  'prefer-missing': {
    says: "le fichier pour {name} est donné, et PreferLocalXML n'est pas activé : le réseau est interrogé d'abord",
    remedy: 'ajouter "PreferLocalXML"=dword:00000001 à la même clé',
  },
  machine: {
    says: "la clé est celle de l'ordinateur",
    remedy: "l'écrire sous HKEY_CURRENT_USER : rien ne dit qu'Outlook la lise ailleurs",
  },
  'office-version': {
    says: "aucune version {value} d'Outlook ne lit cette clé",
    remedy: "écrire l'une de {values} : 16.0 est celle de toutes depuis 2016",
  },
  'office365-hidden': {
    says: 'ExcludeExplicitO365Endpoint cache les boîtes de Microsoft 365',
    remedy: "l'omettre : avec PreferLocalXML, le fichier local est lu avant tout le reste",
  },
  'first-run': {
    says: "ImportPRF n'est pas lu tant que {names} existe",
    remedy: 'supprimer les deux dans la même clé : "First-Run"=- et "FirstRun"=-',
  },
});

export const togetherFr = translate(together, {
  'remove-differs': {
    says: "de ce fichier et de {file}, l'un retire ce que l'autre écrit, mais pas tout : {names}",
    remedy: 'faire supprimer par le second chaque valeur que le premier écrit, et aucune autre',
  },
});
