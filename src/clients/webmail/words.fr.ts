import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  title: 'Webmail',
  hint: 'dans le navigateur, rien à installer',
  link: 'Ouvrir le webmail',
  logIn: 'Connectez-vous avec :',
  password: 'Mot de passe',
  logOut: either(
    'typed',
    "Sur un appareil qui n'est pas le vôtre, déconnectez-vous à la fin et ne laissez pas le navigateur retenir votre mot de passe.",
    "Sur un appareil qui n'est pas le vôtre, déconnectez-vous à la fin et ne laissez pas la page se souvenir de vous.",
  ),
  refused: {
    same: either(
      'typed',
      "Ressaisissez avec soin l'identifiant et le mot de passe.",
      "Recommencez, et saisissez l'identifiant avec soin. Si un autre compte est déjà connecté sur cette page, choisissez d'en utiliser un autre.",
    ),
    differs: either(
      'typed',
      'Regardez ce que vous avez saisi comme identifiant : ce doit être « {login} », et non votre adresse. Ressaisissez ensuite le mot de passe avec soin.',
      "Regardez ce que vous avez saisi comme identifiant : ce doit être « {login} », et non votre adresse. Si un autre compte est déjà connecté sur cette page, choisissez d'en utiliser un autre.",
    ),
  },
});
