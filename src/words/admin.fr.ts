import { en } from './admin.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  administration: {
    title: 'Pour les administrateurs',
    lead: "Ce que les logiciels prennent de cette boîte, comment on le sait, et ce qui n'a pas pu être produit. Aucune page pour la personne ne mène ici, et « facteur serve » ne montre ni cette page ni les fichiers pour les administrateurs.",
    people: 'La page pour la personne',
    account: 'Le compte',
    provider: 'Établissement, et son profil',
    rule: "Règle d'identifiant",
    noRule: '{login}, donné pour cette seule personne',
    leftOut: 'Laissé de côté : pourquoi, et que faire',
    nothingLeftOut: 'Rien : chaque fichier peut porter ce compte.',
    files: {
      admin: 'Fichiers pour les administrateurs',
      server: 'Fichiers pour un serveur',
      user: 'Fichiers pour la personne',
    },
    notOffered: 'Aucune page ne le propose à la personne.',
  },
});
