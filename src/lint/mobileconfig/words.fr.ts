import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en, together } from './words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du XML bien formé : {detail}",
    remedy: 'corriger à cet endroit ; `plutil -lint` et un éditeur XML montrent le même',
  },
  doctype: {
    says: "le fichier a un autre type de document que celui d'Apple ({detail}), et rien de plus n'en est lu",
    remedy: "le retirer, ou écrire celui d'Apple : PropertyList-1.0.dtd",
  },
  'not-a-property-list': {
    says: "ce n'est pas une liste de propriétés : {detail}",
    remedy: 'écrire <key> et valeur tour à tour, chaque valeur dans un élément de son type',
  },
  'not-a-profile': {
    says: "c'est une liste de propriétés, et non un profil de configuration",
    remedy: 'écrire un <dict> avec PayloadType Configuration',
  },
  binary: {
    says: "c'est une liste de propriétés binaire, dont rien de plus n'est lu",
    remedy: 'la convertir : plutil -convert xml1 FICHIER',
  },
  'byte-order-mark': {
    says: "le fichier commence par un indicateur d'ordre des octets",
    remedy: "l'enregistrer en UTF-8 sans cet indicateur",
  },
  'key-repeated': {
    says: '« {key} » se trouve deux fois dans un même dictionnaire',
    remedy: "retirer l'un des deux",
  },
  encrypted: {
    says: 'le profil est chiffré pour un seul appareil : son contenu ne peut pas être jugé',
    remedy: 'le juger avant de le chiffrer',
  },
  scope: {
    says: 'le profil vaut pour tout le Mac (PayloadScope System), et {type} pour une personne seulement',
    remedy: 'écrire User, ou omettre PayloadScope',
  },
  'removal-locked': {
    says: 'personne ne peut retirer le profil soi-même (PayloadRemovalDisallowed), ni donc la boîte',
    remedy: "omettre la clé, sauf si c'est voulu",
  },
  'key-unknown': {
    says: "« {key} » n'est pas une clé de {payload}",
    remedy: 'la retirer ou corriger son orthographe (les majuscules comptent)',
  },
  'key-missing': {
    says: '« {key} » manque, et {payload} en a besoin',
    remedy: "l'ajouter",
  },
  'key-type': {
    says: "la valeur de « {key} » n'est pas du bon type",
    remedy: 'écrire <{expected}>',
  },
  'key-empty': {
    says: '« {key} » est vide',
    remedy: 'retirer la clé ou lui donner un texte',
  },
  'key-value': {
    says: "« {value} » n'est pas une valeur de {key}",
    remedy: 'écrire {expected}',
  },
  password: {
    says: '« {key} » contient un mot de passe que lit quiconque reçoit le fichier',
    remedy: "le retirer : l'appareil le demande",
  },
  'not-on-platform': {
    says: '{what} ne dit rien à {platforms}',
    remedy: 'le retirer, ou nommer un autre appareil dans TargetDeviceType',
  },
  'payload-version': {
    says: "PayloadVersion n'est pas l'entier 1 : c'est la version du format, non celle du profil",
    remedy: 'écrire <integer>1</integer>',
  },
  'unknown-type': {
    says: "le schéma d'Apple n'a pas de contenu « {type} »",
    remedy: either('suggestion', 'écrire {suggestion}', 'corriger son orthographe, ou retirer ce contenu'),
  },
  'ssl-absent': {
    says: "contenu {number} : {key} n'est pas vrai, la connexion peut donc rester en clair",
    remedy: 'écrire <key>{key}</key><true/> : pour STARTTLS aussi, où le port décide',
  },
  'port-absent': {
    says: "contenu {number} : {key} manque, et l'appareil essaie des ports de lui-même",
    remedy: 'écrire <key>{key}</key><integer>{usual}</integer>',
  },
  'login-absent': {
    says: 'contenu {number} : {key} manque alors que le serveur veut un identifiant',
    remedy: "l'écrire : celui de l'autre sens n'est pas repris",
  },
  'port-of-other-service': {
    says: "contenu {number} : le port {port} est celui d'un autre service",
    remedy: 'écrire {usual}',
  },
  'port-unusual': {
    says: "contenu {number} : le port {port} n'est pas un port standard, un appareil ne peut donc pas savoir si TLS y est dès le début",
    remedy: 'proposer aussi le serveur sur un port standard',
  },
  'address-list': {
    says: 'EmailAddress contient une virgule : ce qui la suit est une autre adresse',
    remedy: 'écrire une seule adresse',
  },
  'smime-locked': {
    says: 'avec {key} et sans {twin}, personne ne peut choisir son propre certificat',
    remedy: 'écrire <key>{twin}</key><true/>',
  },
  'uuid-repeated': {
    says: 'le PayloadUUID {value} se trouve deux fois dans le profil',
    remedy: 'en donner un à chaque dictionnaire (uuidgen)',
  },
  'identifier-repeated': {
    says: 'deux contenus ont le PayloadIdentifier {value}',
    remedy: "en donner un à chacun, comme celui du profil suivi d'un mot",
  },
  'eas-ssl': {
    says: "contenu {number} : SSL n'est pas vrai, Exchange peut donc être interrogé en clair",
    remedy: 'écrire <key>SSL</key><true/>',
  },
  'eas-oauth': {
    says: either(
      'byPage',
      'contenu {number} : un mot de passe à côté de OAuth',
      'contenu {number} : un serveur de Microsoft 365 sans OAuth, qui ne prend pas de mot de passe',
    ),
    remedy: either('byPage', 'retirer Password', 'écrire <key>OAuth</key><true/>'),
  },
  expired: {
    says: either(
      'name',
      'le certificat « {name} » a pris fin le {date}',
      'le profil est retiré depuis le {date} (RemovalDate)',
    ),
    remedy: either('name', 'y mettre celui qui lui succède', "écrire une date plus tardive, ou l'omettre"),
  },
  'expires-soon': {
    says: either(
      'name',
      'le certificat « {name} » prend fin le {date}',
      'le profil sera retiré le {date} (RemovalDate)',
    ),
    remedy: either('name', 'y mettre celui qui lui succède', "écrire une date plus tardive, ou l'omettre"),
  },
  'template-variable': {
    says: "« {value} » est une variable d'un produit de gestion : c'est un modèle, qui n'est pour l'appareil de personne",
    remedy: 'le charger dans le produit, ou faire un profil par personne',
  },
  placeholder: {
    says: "« {value} » n'est remplacé par personne : les appareils le prennent tel quel",
    remedy: 'écrire la valeur de la personne',
  },
});

export const togetherFr = translate(together, {
  'identifier-shared': {
    says: "le profil a le PayloadIdentifier {value} de celui d'une autre boîte, {file}",
    remedy: 'en donner un à chaque boîte : un appareil garde un seul profil par identifiant',
  },
  'identifier-random': {
    says: "le profil est pour la même boîte que {file}, avec d'autres identifiants",
    remedy: "dériver PayloadIdentifier et PayloadUUID de la boîte, pour qu'un nouveau profil remplace l'ancien",
  },
});
