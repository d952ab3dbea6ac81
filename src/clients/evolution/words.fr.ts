import { recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  install: {
    title: 'Installation pour Evolution',
    use: "Le compte s'ajoute à ceux que vous avez. {asks} Relancez-le si les serveurs changent.",
  },
  remove: {
    title: "Retrait d'Evolution",
    use: "Reprend ce que l'installateur a ajouté ; vos messages restent sur le serveur.",
  },
  autoconfig: {
    title: 'Compte Evolution pour un ordinateur que vous administrez',
    use: "Pour l'ordinateur de cette seule personne : copiez les trois fichiers du dossier autoconfig dans /etc/xdg/evolution-data-server/autoconfig. Toute personne qui utilise l'ordinateur reçoit le compte à sa prochaine connexion ; un fichier que vous remplacez est repris, et si vous les supprimez, le compte disparaît. Un Evolution venu de Flathub n'y regarde pas.",
  },
  asks: {
    password: 'Evolution demande votre mot de passe, et le garde dans le trousseau si vous le voulez.',
    browser: "Evolution ouvre une page de votre service : connectez-vous-y avec l'identifiant {login}.",
    both: "Evolution demande votre mot de passe, et ouvre une page de votre service : connectez-vous-y avec l'identifiant {login}.",
    nothing: "Evolution ne demande pas de mot de passe : c'est l'ordinateur qui prouve qui vous êtes.",
  },
  script: {
    asks: {
      nothing: "Il ne demande pas de mot de passe : c'est l'ordinateur qui prouve qui vous êtes.",
      password: "Il demande le mot de passe à l'ouverture.",
      browser: "À l'ouverture, il affiche une page de votre service : connectez-vous-y avec l'identifiant {login}.",
      both: "À l'ouverture, il demande le mot de passe et affiche une page de votre service : connectez-vous-y avec l'identifiant {login}.",
    },
    installed:
      "C'est fait : Evolution a le compte {address}. {asks} Si vous n'avez jamais choisi de compte par défaut, faites-le dans les préférences d'Evolution, sous les comptes de messagerie.",
  },
  problems: {
    'evolution.sign-in': either(
      'person',
      "Evolution ne peut pas, par ce fichier, se connecter à {hosts} ; par le navigateur (OAuth 2.0), il ne le fait qu'avec Google, Microsoft et Yahoo : prenez un autre logiciel",
      "Evolution ne peut pas, par ce fichier, s'authentifier auprès de {hosts}, qui n'accepte que {methods} : faites accepter un mot de passe par un serveur du profil, ou prenez un autre logiciel (OAuth 2.0 n'y est prévu que pour Google, Microsoft et Yahoo)",
    ),
    'evolution.variable':
      "« {value} » contient un nom entre accolades après un dollar, qu'Evolution remplacerait par autre chose dans ses réglages d'administrateur : utilisez install.sh pour cette personne",
  },
  guides: {
    evolution: {
      title: 'Evolution',
      about: 'Les libellés sont ceux de la version 3.46.',
      download: "Télécharger l'installateur",
      fileFor: tap('Un Evolution venu de Flathub ou de Snap ? Configurez-le [à la main](#by-hand).'),
      taps: {
        run: tap('Fermez Evolution, ouvrez un terminal et lancez-y cette ligne :'),
        runInFolder: tap(
          "Fermez Evolution. Dans le dossier d'[index.html], clic droit : Ouvrir dans un terminal ; lancez-y cette ligne :",
        ),
        password: tap('Ouvrez Evolution, et saisissez votre mot de passe quand il le demande.'),
        browser: tap('Ouvrez Evolution : il affiche une page de votre service. Connectez-vous-y.'),
        both: tap(
          "Ouvrez Evolution : saisissez votre mot de passe, et connectez-vous sur la page de votre service qu'il affiche.",
        ),
        nothing: tap('Ouvrez Evolution : il ne demande pas de mot de passe.'),
      },
      hand: "À la main, sans l'installateur",
      start: {
        primary: [
          step(
            "Ouvrez Evolution : son assistant s'affiche. Laissez les pages « Bienvenue » et « Restaurer à partir de l'archive » telles quelles :",
            'Suivant',
          ),
        ],
        additional: [
          step('Dans Evolution, choisissez la flèche à côté de Nouveau, puis :', 'Comptes de messagerie'),
          step("Si la page « Bienvenue » s'affiche, laissez-la telle quelle :", 'Suivant'),
        ],
      },
      steps: {
        identity: step(
          "Sur la page « Identité », saisissez ceci. En bas de la page, décochez « Consulter les détails du serveur de courrier sur la base de l'adresse électronique saisie ». Ensuite :",
          'Suivant',
        ),
        receiving: step(
          'Sur la page « Réception du courriel », saisissez ceci. Le port change avec le chiffrement : vérifiez-le avant de choisir :',
          'Suivant',
        ),
        options: step('Laissez la page « Options de réception » telle quelle :', 'Suivant'),
        sending: step(
          'Sur la page « Envoi du courriel », avec SMTP comme type de serveur, saisissez ceci. Ensuite :',
          'Suivant',
        ),
        summary: step('Sur la page « Résumé du compte », donnez au compte le nom que vous voulez voir :', 'Suivant'),
        apply: step('Sur la dernière page, choisissez :', 'Appliquer'),
        browser: recalled('Quand Evolution ouvre une page de votre service, connectez-vous-y :'),
        password: step(
          "Quand Evolution demande le mot de passe, saisissez-le. La case placée dessous évite qu'il soit redemandé.",
        ),
      },
      labels: {
        name: 'Nom complet',
        address: 'Adresse électronique',
        protocol: 'Type de serveur',
        incomingHost: 'Serveur',
        incomingPort: 'Port',
        incomingLogin: "Nom d'utilisateur",
        incomingSecurity: 'Méthode de chiffrement',
        incomingAuthentication: 'Authentification',
        outgoingHost: 'Serveur',
        outgoingPort: 'Port',
        signIn: 'Le serveur requiert une authentification',
        outgoingSecurity: 'Méthode de chiffrement',
        outgoingAuthentication: 'Type',
        outgoingLogin: "Nom d'utilisateur",
        accountName: 'Nom',
        password: 'Mot de passe',
      },
      issuers: {
        Google: 'OAuth2 (Google)',
        Outlook: 'OAuth2 (Outlook)',
        Yahoo: 'OAuth2 (Yahoo!)',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP',
      },
      security: {
        tls: 'TLS sur un port dédié',
        starttls: 'STARTTLS après connexion',
        none: 'Sans chiffrement',
      },
      authentication: {
        password: 'Mot de passe',
        'cram-md5': 'CRAM-MD5',
      },
      outgoing: {
        authentication: {
          password: 'CLAIR',
          'cram-md5': 'CRAM-MD5',
        },
      },
      role: {
        primary: step(
          'Pour que les nouveaux messages partent bien de ce compte : Édition › Comptes, choisissez-le, puis Par défaut.',
        ),
        additional: step(
          "Un compte de plus ne devient jamais celui par défaut. La liste sous Édition › Comptes montre lequel c'est.",
        ),
      },
      undo: step('Choisissez ce compte, puis Supprimer, sous :', 'Édition', 'Comptes'),
      repair: step(
        'Dans Evolution, il figure sur deux pages du compte, « Réception du courriel » et « Envoi du courriel ». Choisissez le compte, puis Édition, sous :',
        'Édition',
        'Comptes',
      ),
    },
  },
});
