import { step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  install: {
    title: 'Installation pour Claws Mail',
    use: "Le compte s'ajoute à ceux que vous avez, qui restent tels quels. Claws Mail demande votre mot de passe. Relancez-le si les serveurs changent.",
  },
  remove: {
    title: 'Retrait de Claws Mail',
    use: "Reprend ce que l'installateur a ajouté ; vos messages restent sur le serveur.",
  },
  accountrc: {
    title: 'Fichier de compte pour un nouvel utilisateur de Claws Mail',
    use: "Pour l'ordinateur de cette seule personne, que vous préparez : mettez-le dans /etc/skel/.claws-mail, avec le folderlist.xml d'un Claws Mail déjà démarré une fois, avant que la personne ne le démarre. Il nomme la personne et ne contient aucun mot de passe.",
  },
  script: {
    first:
      "votre administrateur a préparé un premier compte : démarrez Claws Mail une fois, fermez-le, puis relancez ce script ; rien n'a été modifié",
    twice:
      "cette boîte y est déjà, et aucune note ne dit qu'elle vient de nous : gardez-la, ou supprimez ce compte dans Claws Mail et relancez ce script ; rien n'a été modifié",
    unproven:
      "cette boîte est bien là, mais aucune note ne dit qu'elle vient de nous : si vous n'en voulez plus, supprimez ce compte dans Claws Mail ; rien n'a été modifié",
    installed: "C'est fait : Claws Mail a le compte {address}. Il demande le mot de passe au démarrage.",
  },
  problems: {
    'claws-mail.sign-in': either(
      'person',
      'Claws Mail ne peut pas se connecter à {hosts} avec un mot de passe, et ne sait pas le faire par le navigateur sans un enregistrement à vous : prenez un autre logiciel',
      "Claws Mail ne peut pas s'authentifier auprès de {hosts}, qui n'accepte que {methods} : faites accepter un mot de passe par un serveur du profil, ou prenez un autre logiciel (son OAuth 2.0 demande un identifiant de client à soi)",
    ),
  },
  guides: {
    'claws-mail': {
      title: 'Claws Mail',
      about:
        "Ne choisissez jamais « Auto-configurer » : il met votre adresse comme nom d'utilisateur. Les libellés sont ceux de la version 4.1.",
      download: "Télécharger l'installateur",
      fileFor: tap('Un Claws Mail venu de Flathub ou de Snap ? Configurez-le [à la main](#by-hand).'),
      taps: {
        run: tap('Fermez Claws Mail, ouvrez un terminal et lancez-y cette ligne :'),
        runInFolder: tap(
          "Fermez Claws Mail. Dans le dossier d'[index.html], clic droit : Ouvrir dans un terminal ; lancez-y cette ligne :",
        ),
        password: tap('Ouvrez Claws Mail, et saisissez votre mot de passe quand il le demande.'),
        nothing: tap('Ouvrez Claws Mail.'),
      },
      hand: "À la main, sans l'installateur",
      start: {
        primary: [step("Ouvrez Claws Mail : son assistant s'affiche. Sur la première page, choisissez :", 'Suivant')],
        additional: [step('Dans Claws Mail, choisissez :', 'Configuration', "Création d'un nouveau compte…")],
      },
      steps: {
        you: step('Sur la page « Informations personnelles », saisissez ceci, puis :', 'Suivant'),
        receiving: step(
          'Sur la page « Réception du courrier », saisissez ceci ; le port se place derrière le serveur, après deux points. Ensuite :',
          'Suivant',
        ),
        sending: step(
          "Sur la page « Envoi du courrier », saisissez ceci. STARTTLS ne peut être activé qu'après TLS. Ensuite :",
          'Suivant',
        ),
        disk: step(
          "Si une page « Enregistrer les messages sur le disque » s'affiche, laissez-la telle quelle :",
          'Suivant',
        ),
        save: step('Sur la dernière page, choisissez :', 'Enregistrer'),
        basic: step(
          "Sur la page « Général », saisissez ceci, le protocole d'abord. Ne cochez pas « Définir comme compte par défaut ». Sans mot de passe ici, Claws Mail le demande à chaque démarrage.",
        ),
        send: step('Sur la page « Envoi », sous « Authentification » :'),
        tls: step('Sur la page « TLS » (« SSL/TLS » dans certaines versions) :'),
        advanced: step('Sur la page « Avancé », cochez la case devant chacun de ces ports. Ensuite :', 'Valider'),
      },
      labels: {
        wizardName: 'Votre nom',
        wizardAddress: 'Votre adresse email',
        wizardProtocol: 'Type de serveur',
        incomingHostAndPort: 'Adresse du serveur',
        wizardLogin: 'Utilisateur·rice',
        incomingPassword: 'Mot de passe',
        incomingTls: 'Utiliser TLS pour les connexions au serveur de réception',
        incomingStarttls: 'Utiliser la commande STARTTLS pour initier le chiffrement',
        outgoingHostAndPort: "Adresse du serveur d'envoi (SMTP)",
        wizardSignIn: "Utiliser l'authentification (SMTP AUTH)",
        wizardOutgoingLogin: "Nom d'utilisateur·rice SMTP",
        wizardOutgoingPassword: 'Mot de passe SMTP',
        outgoingTls: "Utiliser TLS pour les connexions au serveur d'envoi (SMTP)",
        outgoingStarttls: 'Utiliser la commande STARTTLS pour initier le chiffrement',
        accountName: 'Nom du compte',
        name: 'Nom complet',
        address: 'Adresse email',
        protocol: 'Protocole',
        incomingHost: 'Serveur de réception',
        outgoingHost: "Serveur d'envoi (SMTP)",
        incomingLogin: "Nom d'utilisateur·rice",
        signIn: 'Authentification SMTP (SMTP AUTH)',
        outgoingLogin: "Nom d'utilisateur·rice",
        outgoingPassword: 'Mot de passe',
        incomingSecurity: 'IMAP4 (ou POP)',
        outgoingSecurity: 'Envoi (SMTP)',
        outgoingPort: 'Port SMTP',
        incomingPort: 'Port IMAP (ou Port POP)',
      },
      protocol: {
        imap: 'IMAP4',
        pop3: 'POP3',
      },
      security: {
        tls: 'Utiliser TLS',
        starttls: 'Utiliser la commande STARTTLS pour commencer une session chiffrée',
        none: 'Ne pas utiliser TLS',
      },
      outgoing: {
        security: {
          tls: 'Utiliser TLS',
          starttls: 'Utiliser la commande STARTTLS pour commencer une session chiffrée',
          none: 'Ne pas utiliser TLS (mais utiliser STARTTLS si nécessaire)',
        },
      },
      role: {
        primary: step(
          "C'est le premier compte, donc celui par défaut. Pour en choisir un autre : Configuration › Édition des comptes…, puis Définir comme compte par défaut.",
        ),
        additional: step(
          "Le compte par défaut reste ce qu'il était. La liste sous Configuration › Édition des comptes… montre lequel c'est.",
        ),
      },
      undo: step('Choisissez ce compte, puis Supprimer, sous :', 'Configuration', 'Édition des comptes…'),
      repair: step(
        'Dans Claws Mail, il figure sur deux pages du compte, « Général » et « Envoi ». Choisissez le compte, puis Édition, sous :',
        'Configuration',
        'Édition des comptes…',
      ),
    },
  },
});
