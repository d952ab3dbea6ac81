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
  },
});
