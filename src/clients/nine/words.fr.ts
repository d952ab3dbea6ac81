import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  managed: {
    title: 'Nine Work sur appareils Android gérés',
    use: "Pour le compte Exchange. Recopiez les clés et les valeurs dans le formulaire que votre gestion d'appareils a pour Nine Work, ou donnez le fichier à Intune comme données JSON ; mettez le nom de votre gestion d'appareils dans AppServicePublisher. Comparez AppUserEmail et AppServiceUsername avec le formulaire : aucune page de l'éditeur que nous ayons lue ne nomme ces deux clés. Attribuez-le à cette seule personne ; l'application demande le mot de passe.",
  },
});
