import { en } from './kit.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  kit: {
    more: 'À la main, et si cela ne marche pas',
    others: 'Autres logiciels, pas à pas',
    common:
      'Gardez votre propre page à côté de celle-ci : elle a votre adresse, votre identifiant et toutes les valeurs.',
    list: 'Vos logiciels, pas à pas',
    yours: {
      address: 'votre adresse',
      login: "votre identifiant, tel qu'il est sur votre page",
      loginIncoming: "votre identifiant pour recevoir, tel qu'il est sur votre page",
      loginOutgoing: "votre identifiant pour envoyer, tel qu'il est sur votre page",
      url: "l'adresse (URL) de votre page",
      host: 'le serveur de votre page',
    },
    onSite: {
      same: "Là où il y a « votre adresse », saisissez la vôtre, en entier : c'est aussi votre identifiant.",
      differs: "Votre identifiant n'est pas votre adresse : pour {address}, c'est {login}.",
      several:
        "Vos identifiants ne sont pas votre adresse : pour {address}, c'est {incoming} pour recevoir et {outgoing} pour envoyer.",
      asked: "Votre identifiant est celui que l'on vous a donné avec votre boîte : rien ne le déduit de votre adresse.",
      login: 'votre identifiant',
      loginIncoming: 'votre identifiant pour recevoir',
      loginOutgoing: 'votre identifiant pour envoyer',
      url: '{url} (pour {address})',
      host: '{host}, avec le domaine de votre adresse à la place de {domain}',
      back: 'Autres adresses',
      person: 'prenom.nom',
      whose: 'Comment se termine votre adresse ?',
    },
  },
});
