import { recalled, step, tap, trouble } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { en } from './guide-words.en.ts';

export const fr = translate(en, {
  'mail-macos': {
    title: 'Mail sur Mac',
    fileAside: 'un seul fichier fait tout',
    about: 'Les libellés sont ceux de macOS 14, 15 et 26.',
    download: 'Télécharger le profil',
    taps: {
      open: tap('Ouvrez le fichier téléchargé.'),
      settings: tap(
        'Ouvrez [Réglages Système] › [Général] › [Gestion des appareils].',
        'macOS 13 et 14 : [Confidentialité et sécurité] › [Profils]. Avant : [Préférences Système] › [Profils].',
      ),
      password: tap(
        'Double-cliquez sur le profil, puis [Installer] ; à la fin, saisissez le mot de passe de votre messagerie.',
      ),
      browser: tap(
        "Double-cliquez sur le profil, puis [Installer]. Une page de votre service s'ouvre : connectez-vous-y.",
      ),
      nothing: tap('Double-cliquez sur le profil, puis [Installer].'),
    },
    unsigned: '« Non signé » en rouge est normal ici.',
    otherPage: { say: 'Sur un iPad ?', link: 'Mail sur iPhone et iPad' },
    hand: 'À la main, sans le profil',
    start: {
      primary: [
        recalled(
          'Ouvrez Mail. Dans la liste des fournisseurs, choisissez le dernier :',
          'Autre compte Mail…',
          'Continuer',
        ),
      ],
      additional: [
        recalled('Ouvrez Mail et choisissez dans les menus :', 'Mail', 'Ajouter un compte…'),
        recalled('Dans la liste des fournisseurs, choisissez le dernier :', 'Autre compte Mail…', 'Continuer'),
      ],
    },
    steps: {
      address: recalled(
        "Remplissez cette page. Maintenez ensuite la touche Option (⌥) enfoncée en cliquant sur ce qui suit, pour que Mail demande toutes les valeurs et n'en devine aucune :",
        'Se connecter',
      ),
      account: recalled(
        "Remplissez la page qui a davantage de cases. Mail l'affiche aussi après « Impossible de vérifier le nom du compte ou le mot de passe ». Votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la. Cliquez ensuite sur :",
        'Se connecter',
      ),
      provider: recalled('Dans la liste des fournisseurs, choisissez :'),
      page: recalled(
        "Si Mail demande votre adresse, saisissez-la et choisissez Se connecter, et non Configurer manuellement. Une page de votre service s'ouvre ensuite : connectez-vous-y.",
      ),
      apps: recalled('Ne laissez cochée que la case Mail, puis cliquez sur :', 'Terminé'),
      exchange: recalled('Dans la liste des fournisseurs, choisissez :', 'Microsoft Exchange'),
      exchangeAddress: recalled(
        'Saisissez votre nom et votre adresse, puis cliquez sur ce qui suit, pour que rien ne soit demandé à Microsoft :',
        'Se connecter',
        'Configurer manuellement',
      ),
      exchangeValues: recalled('Saisissez ce que Mail en demande, puis cliquez sur :', 'Se connecter'),
      settings: recalled(
        'Regardez maintenant ce que Mail en a fait. Choisissez dans les menus :',
        'Mail',
        'Réglages…',
        'Comptes',
      ),
      incoming: recalled(
        'Choisissez ce compte, puis « Réglages du serveur ». Sous « Serveur de réception », décochez « Gérer automatiquement les réglages de connexion » et comparez :',
      ),
      outgoing: recalled(
        "Sous « Serveur d'envoi (SMTP) », faites de même. La case vaut aussi pour STARTTLS. S'il manque des cases, ouvrez « Modifier la liste des serveurs SMTP… » dans la liste des comptes à cet endroit. Cliquez ensuite sur :",
        'Enregistrer',
      ),
    },
    browser: {
      about:
        "Mail connaît votre fournisseur : vous vous connectez dans le navigateur, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Ouvrez Mail : il affiche une liste de fournisseurs.')],
        additional: [recalled('Ouvrez Mail et choisissez dans les menus :', 'Mail', 'Ajouter un compte…')],
      },
    },
    issuers: {
      google: 'Google',
      microsoft: 'Microsoft Exchange',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
    labels: {
      name: 'Nom',
      address: 'Adresse électronique',
      password: 'Mot de passe',
      protocol: 'Type de compte',
      incomingLogin: "Nom d'utilisateur",
      incomingPassword: 'Mot de passe',
      incomingHost: 'Serveur de réception',
      incomingPort: 'Port',
      incomingSecurity: 'Utiliser TLS/SSL',
      incomingAuthentication: 'Authentification',
      outgoingLogin: "Nom d'utilisateur",
      outgoingPassword: 'Mot de passe',
      outgoingHost: "Serveur d'envoi",
      outgoingPort: 'Port',
      outgoingSecurity: 'Utiliser TLS/SSL',
      outgoingAuthentication: 'Authentification',
      exchangePassword: 'Mot de passe',
      exchangeLogin: "Nom d'utilisateur",
      exchangeHost: 'Serveur',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'à cocher',
      starttls: 'à cocher',
      none: 'à décocher',
    },
    authentication: {
      password: 'Mot de passe',
      'cram-md5': 'Stim./réponse MD5',
      none: 'Aucune',
    },
    role: {
      primary: step("C'est le premier compte de Mail, et les nouveaux messages partent de lui."),
      additional: recalled(
        'Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous Mail › Réglages… › Rédaction › Envoyer les nouveaux messages depuis.',
      ),
    },
    undo: recalled(
      "Si vous avez installé le profil, supprimez-le, et le compte part avec lui : Réglages Système › Général › Gestion des appareils › le profil › –. Si vous l'avez fait à la main, choisissez ce compte dans la liste suivante et cliquez sur – :",
      'Mail',
      'Réglages…',
      'Comptes',
    ),
    repair: recalled(
      "Corrigez-le aux deux endroits, pour le serveur de réception et pour le serveur d'envoi. (Dans un compte venu du profil, ces cases sont grisées : là, seul le mot de passe peut être faux.)",
      'Mail',
      'Réglages…',
      'Comptes',
      'Réglages du serveur',
    ),
    refusals: [
      trouble(
        '« Impossible de vérifier le nom du compte ou le mot de passe »',
        recalled(
          "Mail a essayé votre adresse comme identifiant. Saisissez votre identifiant dans la case Nom d'utilisateur et cliquez sur :",
          'Se connecter',
        ),
      ),
    ],
    troubles: [
      trouble(
        'La boîte aux lettres apparaît deux fois',
        recalled(
          'Vous avez à la fois installé le profil et ajouté le compte à la main : retirez celui fait à la main.',
        ),
      ),
    ],
  },
  'mail-ios': {
    title: 'Mail sur iPhone et iPad',
    fileAside: 'un seul fichier fait tout',
    about: "Les libellés sont ceux d'iOS et iPadOS 18 et suivants.",
    download: 'Télécharger le profil',
    taps: {
      allow: tap('Touchez [Autoriser], puis [Fermer].'),
      settings: tap('Ouvrez [Réglages] › [Profil téléchargé].', 'Dans les 8 minutes ; ensuite, recommencez.'),
      password: tap("Touchez [Installer] jusqu'au bout ; à la fin, saisissez le mot de passe de votre messagerie."),
      browser: tap("Touchez [Installer] jusqu'au bout. Une page de votre service s'ouvre : connectez-vous-y."),
      nothing: tap("Touchez [Installer] jusqu'au bout."),
    },
    unsigned: '« Non signé » en rouge est normal ici.',
    hand: 'À la main, sans le profil',
    start: {
      primary: [recalled('Ouvrez Mail et choisissez, à la fin de la liste des fournisseurs :', 'Autre')],
      additional: [
        recalled(
          'Ouvrez les réglages (iOS 14 à 17 : Réglages › Mail › Comptes › Ajouter un compte) :',
          'Réglages',
          'Apps',
          'Mail',
          'Comptes Mail',
          'Ajouter un compte',
        ),
        recalled('À la fin de la liste des fournisseurs, choisissez :', 'Autre', 'Ajouter un compte Mail'),
      ],
    },
    steps: {
      address: recalled('Remplissez cette page, puis touchez :', 'Suivant'),
      protocol: recalled('En haut de la page suivante, choisissez :'),
      incoming: recalled('Sous « Serveur de réception », saisissez :'),
      outgoing: recalled(
        "Sous « Serveur d'envoi », saisissez ce qui suit, même là où il est écrit « Facultatif », et touchez Suivant. Si l'iPhone propose de continuer sans SSL, refusez et relisez les valeurs.",
      ),
      provider: recalled('Dans la liste des fournisseurs, choisissez :'),
      page: recalled(
        "Si Mail demande votre adresse, saisissez-la, touchez Suivant puis Se connecter, et non Configurer manuellement. Une page de votre service s'ouvre ensuite : connectez-vous-y.",
      ),
      apps: recalled('Ne laissez activé que Mail, puis touchez :', 'Enregistrer'),
      exchange: recalled('Dans la liste des fournisseurs, choisissez :', 'Microsoft Exchange'),
      exchangeAddress: recalled(
        'Saisissez votre adresse, touchez ce qui suit, et saisissez le reste vous-même :',
        'Suivant',
        'Configurer manuellement',
      ),
      exchangeValues: recalled('Saisissez ce qui en est demandé, puis touchez Suivant. « Domaine » peut rester vide.'),
      exchangeParts: recalled('Laissez activé ce que vous voulez sur cet appareil, puis touchez :', 'Enregistrer'),
      incomingPort: recalled(
        'Regardez maintenant ce que Mail en a fait (iOS 14 à 17 : Réglages › Mail › Comptes) et comparez :',
        'Réglages',
        'Apps',
        'Mail',
        'Comptes Mail',
        'ce compte',
        'Compte',
        'Avancé',
      ),
      outgoingPort: recalled(
        "Une page en arrière, faites de même pour le serveur d'envoi :",
        'SMTP',
        'Serveur principal',
      ),
    },
    browser: {
      about:
        "Mail connaît votre fournisseur : vous vous connectez sur une page dans le navigateur, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Ouvrez Mail : il affiche une liste de fournisseurs.')],
        additional: [
          recalled(
            'Ouvrez les réglages (iOS 14 à 17 : Réglages › Mail › Comptes › Ajouter un compte) :',
            'Réglages',
            'Apps',
            'Mail',
            'Comptes Mail',
            'Ajouter un compte',
          ),
        ],
      },
    },
    issuers: {
      google: 'Google',
      microsoft: 'Microsoft Exchange',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
    labels: {
      name: 'Nom',
      address: 'Adresse e-mail',
      password: 'Mot de passe',
      accountName: 'Description',
      incomingHost: "Nom d'hôte",
      incomingLogin: "Nom d'utilisateur",
      incomingPassword: 'Mot de passe',
      incomingPort: 'Port du serveur',
      incomingSecurity: 'Utiliser SSL',
      incomingAuthentication: 'Authentification',
      outgoingHost: "Nom d'hôte",
      outgoingLogin: "Nom d'utilisateur",
      outgoingPassword: 'Mot de passe',
      outgoingPort: 'Port du serveur',
      outgoingSecurity: 'Utiliser SSL',
      outgoingAuthentication: 'Authentification',
      exchangePassword: 'Mot de passe',
      exchangeLogin: "Nom d'utilisateur",
      exchangeHost: 'Serveur',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'activé',
      starttls: 'activé',
      none: 'désactivé',
    },
    authentication: {
      password: 'Mot de passe',
      'cram-md5': 'Stim./réponse MD5',
      none: 'Aucune',
    },
    role: {
      primary: step("C'est le premier compte de Mail, et les nouveaux messages partent de lui."),
      additional: recalled(
        'Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous Réglages › Apps › Mail › Compte par défaut (iOS 14 à 17 : Réglages › Mail › Compte par défaut).',
      ),
    },
    undo: recalled(
      "Si vous avez installé le profil, supprimez-le, et le compte part avec lui : Réglages › Général › VPN et gestion de l'appareil › le profil › Supprimer le profil. Si vous l'avez fait à la main (iOS 14 à 17 : Réglages › Mail › Comptes) :",
      'Réglages',
      'Apps',
      'Mail',
      'Comptes Mail',
      'ce compte',
      'Supprimer le compte',
    ),
    repair: recalled(
      "Ouvrez ce compte sous Réglages › Apps › Mail › Comptes Mail (iOS 14 à 17 : Réglages › Mail › Comptes) et corrigez le nom d'utilisateur sous Compte ; faites-le ensuite pour le serveur d'envoi, celui qu'on oublie souvent :",
      'SMTP',
      'Serveur principal',
      "Nom d'utilisateur",
    ),
    refusals: [
      trouble(
        "L'iPhone dit que le courrier ne peut pas être reçu, ou que le nom d'utilisateur ou le mot de passe est incorrect",
        recalled(
          "Le nom d'utilisateur est votre adresse, souvent pour l'envoi seulement. Corrigez-le ici :",
          'SMTP',
          'Serveur principal',
          "Nom d'utilisateur",
        ),
      ),
    ],
    troubles: [
      trouble(
        "La page des serveurs n'apparaît pas",
        recalled("L'iPhone croit connaître votre fournisseur et a deviné. Annulez et utilisez le profil."),
      ),
      trouble(
        '« Connexion impossible via SSL »',
        recalled(
          "Refusez de continuer sans SSL : votre mot de passe circulerait sans protection. Comparez les noms d'hôte à ceux ci-dessous.",
        ),
      ),
      trouble(
        "Le profil n'est plus dans les réglages",
        recalled("L'iPhone ne le garde que 8 minutes : rouvrez le fichier."),
      ),
    ],
    privateAuthority: trouble(
      "« Impossible de vérifier l'identité du serveur »",
      recalled(
        'Activez le certificat de votre service de messagerie :',
        'Réglages',
        'Général',
        'Informations',
        'Réglages des certificats',
      ),
    ),
  },
});
