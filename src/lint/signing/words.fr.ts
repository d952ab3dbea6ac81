import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'not-cms': {
    says: "le fichier est un texte autour d'une signature ({detail}), et non une signature en DER",
    remedy: "l'écrire à nouveau avec -outform DER",
  },
  detached: {
    says: "la signature vient sans le profil qu'elle signe",
    remedy: "signer avec le contenu à l'intérieur : openssl cms -sign -nodetach -binary -outform DER",
  },
  broken: {
    says: 'la signature ne peut pas être lue : {detail}',
    remedy: 'reprendre le fichier entier, ou signer à nouveau',
  },
  'content-changed': {
    says: "la signature n'est pas celle de ce contenu",
    remedy: 'signer à nouveau, avec -binary et après le dernier changement',
  },
  'signer-missing': {
    says: "le certificat du signataire n'y est pas",
    remedy: "signer en l'y mettant, avec ceux qui mènent à la racine (-certfile)",
  },
  'several-signers': {
    says: "{count} signataires : lequel un appareil nomme n'est pas vérifié",
    remedy: 'signer une fois, avec un seul certificat',
  },
  'intermediate-missing': {
    says: "les certificats s'arrêtent à un émis par « {issuer} », qui n'y est pas et n'est pas une racine publique",
    remedy: 'mettre dans la signature ceux qui mènent à la racine (-certfile)',
  },
  'private-root': {
    says: "les certificats mènent à « {issuer} », qui n'est pas une racine publique",
    remedy: "faire d'abord approuver celle-ci par les appareils, ou signer avec un certificat d'une autorité publique",
  },
  'signer-expired': {
    says: 'le certificat de « {name} » a pris fin le {date}',
    remedy: 'le renouveler et signer à nouveau ; au mieux à chaque téléchargement',
  },
  'signer-expires-soon': {
    says: 'le certificat de « {name} » prend fin le {date}',
    remedy: 'le renouveler et signer à nouveau ; au mieux à chaque téléchargement',
  },
  'not-yet-valid': {
    says: 'le certificat de « {name} » ne commence que le {date}',
    remedy: 'attendre ce jour, ou signer avec le précédent',
  },
  digest: {
    says: "l'empreinte est {digest}, qui est cassée",
    remedy: 'signer avec SHA-256 (-md sha256)',
  },
  key: {
    says: 'la clé de « {name} » est RSA de {bits} bits',
    remedy: 'signer avec 2048 bits ou plus',
  },
  'key-ec': {
    says: "la clé de « {name} » est sur courbe elliptique : que les appareils la vérifient n'est pas établi",
    remedy: "l'essayer sur un appareil, ou signer avec une clé RSA",
  },
  'key-usage': {
    says: "le certificat de « {name} » dit à quoi sert sa clé, et ce n'est pas à signer",
    remedy: 'signer avec un certificat dont keyUsage comprend digitalSignature',
  },
  'variable-inside': {
    says: "la variable « {value} » est sous la signature : aucun produit ne l'y remplace sans la casser",
    remedy: "charger le modèle non signé : le produit signe ce qu'il envoie",
  },
});
