import { en } from './device-management.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  problems: {
    'device-management.product': either(
      'suggestion',
      "« {value} », dans --for, n'est pas un produit connu ici : vouliez-vous dire {suggestion} ? Il y a {known}",
      "« {value} », dans --for, n'est pas un produit connu ici : il y a {known}",
    ),
    'device-management.signed':
      "{option} ne va pas avec --for : {product} remplace les variables, ce qui casse toute signature, et signe lui-même ce qu'il envoie",
    'device-management.option': "{option} ne va pas avec --for : un modèle n'a les valeurs de personne",
    'device-management.one-profile': 'un modèle est fait pour un seul fournisseur : nommez-le avec --profile',
    'device-management.no-local': either(
      'attribute',
      "{product} n'a pas de variable pour ce qui précède le @, dont la règle d'identifiant {rule} est faite : créez là-bas {attribute} avec l'identifiant de chaque personne, et nommez-le avec --attribute",
      "{product} n'a pas de variable pour ce qui précède le @, dont la règle d'identifiant {rule} est faite, et on ne lui connaît pas d'attribut à vous qui soit remplacé : donnez à chaque personne son propre profil (generate --from), ou prenez un autre produit",
    ),
    'device-management.no-rule': either(
      'attribute',
      "aucune règle ne donne l'identifiant : créez dans {product} {attribute} avec l'identifiant de chaque personne, et nommez-le avec --attribute",
      "aucune règle ne donne l'identifiant, et on ne connaît pas à {product} d'attribut à vous qui soit remplacé : donnez à chaque personne son propre profil (generate --from)",
    ),
    'device-management.filter':
      "la règle d'identifiant {rule} transforme ce qui précède le @, et aucune variable de {product} ne le fait : créez un attribut avec l'identifiant de chaque personne là où le produit en a un (--attribute), ou donnez à chaque personne son propre profil (generate --from)",
    'device-management.attribute': either(
      'form',
      "« {value} », dans --attribute, n'est pas un {form} de {product}",
      "on ne connaît pas à {product} d'attribut à vous qui soit remplacé : retirez --attribute",
    ),
    'device-management.literal':
      "{product} prendrait « {value} » pour une variable, et aucune notation n'a d'échappement pour cela : changez ce texte du profil",
    'device-management.domains':
      "le profil dit des choses différentes de ses domaines : nommez n'importe qui de celui pour lequel est le modèle, comme quelqu'un@{domain}",
    'device-management.attribute-alone': '--attribute ne dit rien sans --for PRODUIT',
    'device-management.nothing': "il n'y a pas de profil Apple pour ce fournisseur : {reason}",
  },
  attributes: { jamf: "un attribut d'extension (son numéro)", ivanti: "un attribut d'utilisateur (son nom)" },
  forms: { jamf: "numéro d'attribut d'extension", ivanti: "nom d'attribut d'utilisateur" },
  made: either(
    'change',
    "{path} pour {product}, non signé : envoyez-le là-bas, et le produit signe ce qu'il envoie",
    '{path} serait fait pour {product}',
  ),
  assumes: {
    title: 'Ce qui est tenu pour acquis :',
    address: "{variable} est l'adresse",
    local: "{variable} est ce qui précède le @ de l'adresse{unverified}",
    login: "{variable} est l'identifiant de la boîte",
    name: "{variable} est le nom, sans & ni <, là où le produit n'échappe pas ce qu'il met",
    unverified: " (non vérifié : regardez d'abord un appareil)",
    userLevel:
      "sur un Mac, il est attribué à des utilisateurs et non à des ordinateurs (la boîte est sur le canal de l'utilisateur)",
    again: "un profil installé à la main est une autre boîte sur l'appareil : retirez-le d'abord",
  },
});
