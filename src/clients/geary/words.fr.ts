import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  install: {
    title: 'Installation pour Geary',
    use: "Fermez Geary, ouvrez un terminal dans ce dossier et lancez : sh install.sh. Le compte s'ajoute après ceux que vous avez. Geary demande votre mot de passe et le garde dans le trousseau. Relancez le script si les serveurs changent. Un Geary venu de Flathub garde ses comptes dans ~/.var/app/org.gnome.Geary, où ce script ne va pas : ajoutez le compte dans Geary, avec les valeurs à saisir à la main.",
  },
  remove: {
    title: 'Retrait de Geary',
    use: "Fermez Geary et lancez : sh remove.sh. Le script reprend ce qu'install.sh a ajouté ; vos messages restent sur le serveur.",
  },
  script: {
    installed: "C'est fait : Geary a le compte {address}. Il demande le mot de passe au démarrage.",
    twice:
      "cette boîte y est déjà, configurée à la main : gardez-la, ou supprimez ce compte dans Geary et relancez ce script ; rien n'a été modifié",
    later: 'Geary supprimera ses propres copies de vos messages à sa prochaine utilisation.',
  },
  problems: {
    'geary.sign-in': either(
      'person',
      "Geary ne lit que par IMAP avec un mot de passe, et {hosts} n'en accepte pas : prenez un autre logiciel",
      'Geary ne lit que par IMAP avec un mot de passe, et {hosts} accepte {methods} : ajoutez un tel serveur au profil, ou prenez un autre logiciel',
    ),
    'geary.online-account':
      "Geary prend un compte Google de GNOME, et non d'un fichier : choisissez Google dans Paramètres › Comptes en ligne de GNOME et connectez-vous ; Geary a alors la boîte aux lettres",
    'geary.semicolon': "« {value} » contient un point-virgule, où Geary couperait l'adresse : prenez un autre logiciel",
  },
});
