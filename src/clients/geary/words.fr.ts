import { step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  install: {
    title: 'Installation pour Geary',
    use: "Le compte s'ajoute après ceux que vous avez. Geary demande votre mot de passe et le garde dans le trousseau. Relancez-le si les serveurs changent.",
  },
  remove: {
    title: 'Retrait de Geary',
    use: "Reprend ce que l'installateur a ajouté ; vos messages restent sur le serveur.",
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
  guides: {
    geary: {
      title: 'Geary',
      about: 'Les libellés sont ceux de la version 43.',
      download: "Télécharger l'installateur",
      fileFor: tap('Un Geary venu de Flathub ou de Snap ? Configurez-le [à la main](#by-hand).'),
      taps: {
        run: tap('Fermez Geary, ouvrez un terminal et lancez-y cette ligne :'),
        runInFolder: tap(
          "Fermez Geary. Dans le dossier d'[index.html], clic droit : Ouvrir dans un terminal ; lancez-y cette ligne :",
        ),
        password: tap('Ouvrez Geary, et saisissez votre mot de passe quand il le demande.'),
      },
      hand: "À la main, sans l'installateur",
      start: {
        primary: [
          step("Ouvrez Geary : « Bienvenue dans Geary » s'affiche. Choisissez, en haut de la fenêtre :", 'Ajouter'),
        ],
        additional: [step('Dans le menu de Geary, choisissez :', 'Comptes', 'Ajouter')],
      },
      steps: {
        identity: step('Saisissez votre nom et votre adresse, puis :', 'Suivant'),
        receiving: step(
          "Sous « Réception », saisissez ceci. Geary a mis votre adresse comme identifiant. S'il a trouvé le serveur de lui-même, il le cache :",
        ),
        sending: step(
          "Sous « Envoi », choisissez « Utiliser un identifiant différent » à côté d'« Identifiant », et saisissez ceci :",
        ),
        sendingOpen: step(
          "Sous « Envoi », choisissez « Aucun identifiant nécessaire » à côté d'« Identifiant », et saisissez ceci :",
        ),
        create: step(
          "Choisissez Créer. Geary n'affiche « Sécurité de la connexion » qu'après un essai : s'il parle alors d'un serveur, choisissez-y ce qui est indiqué plus haut, puis de nouveau :",
          'Créer',
        ),
      },
      labels: {
        name: 'Votre nom',
        address: 'Adresse courriel',
        incomingHostAndPort: 'Serveur IMAP',
        incomingSecurity: 'Sécurité de la connexion',
        incomingLogin: 'Identifiant',
        incomingPassword: 'Mot de passe',
        outgoingHostAndPort: 'Serveur SMTP',
        outgoingSecurity: 'Sécurité de la connexion',
        outgoingLogin: 'Identifiant',
        outgoingPassword: 'Mot de passe',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'TLS',
        starttls: 'StartTLS',
        none: 'Aucune',
      },
      role: {
        primary: step("Geary n'a pas de compte par défaut : il les montre dans leur ordre sous Comptes."),
        additional: step("Geary n'a pas de compte par défaut : celui-ci se place après ceux que vous avez."),
      },
      undo: step('Choisissez ce compte, puis Supprimer le compte, dans le menu de Geary sous :', 'Comptes'),
      repair: step('Dans le menu de Geary, choisissez ce compte, puis Paramètres du serveur, sous :', 'Comptes'),
    },
  },
});
