import { recalled, step, trouble } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { en } from './windows-words.en.ts';

const outlookWizard = {
  steps: {
    manual: step(
      'Sur la première page, choisissez la dernière ligne, puis cliquez sur :',
      'Configuration manuelle ou types de serveurs supplémentaires',
      'Suivant',
    ),
    protocol: step('Choisissez :', 'POP ou IMAP', 'Suivant'),
    account: step(
      "Remplissez la page « Paramètres des comptes POP et IMAP ». Certaines versions y disent « courrier » au lieu de « messagerie ». Une partie de votre adresse y figure peut-être déjà comme nom d'utilisateur : remplacez-la. Laissez vide la case « Exiger l'authentification par mot de passe sécurisé (SPA) lors de la connexion ». Cliquez ensuite sur :",
      'Paramètres supplémentaires…',
    ),
    sameLogin: step(
      "Sous l'onglet « Serveur sortant », cochez cette case et laissez « Utiliser les mêmes paramètres que mon serveur de messagerie entrant » tel quel :",
    ),
    ownLogin: recalled(
      "Sous l'onglet « Serveur sortant », cochez cette case, choisissez « Se connecter à l'aide de » et saisissez :",
    ),
    noLogin: step("Sous l'onglet « Serveur sortant », laissez cette case vide :"),
    advancedIncoming: step(
      "Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Certaines versions disent SSL pour SSL/TLS, et TLS pour STARTTLS.",
    ),
    advancedOutgoing: step('Faites de même pour le serveur sortant, puis cliquez sur :', 'OK'),
    finish: recalled('Continuez ; Outlook teste le compte avant la dernière page :', 'Suivant', 'Fermer', 'Terminer'),
  },
  labels: {
    name: 'Votre nom',
    address: 'Adresse de messagerie',
    protocol: 'Type de compte',
    incomingHost: 'Serveur de messagerie entrant',
    outgoingHost: 'Serveur de messagerie sortant (SMTP)',
    incomingLogin: "Nom d'utilisateur",
    incomingPassword: 'Mot de passe',
    signIn: 'Mon serveur sortant (SMTP) requiert une authentification',
    outgoingLogin: "Nom d'utilisateur",
    outgoingPassword: 'Mot de passe',
    incomingSecurity: 'Utiliser le type de connexion chiffrée suivant',
    incomingPort: 'Serveur entrant (IMAP)',
    outgoingSecurity: 'Utiliser le type de connexion chiffrée suivant',
    outgoingPort: 'Serveur sortant (SMTP)',
  },
  protocol: { imap: 'IMAP', pop3: 'POP3' },
  role: {
    primary: step("C'est le premier compte d'Outlook, et les nouveaux messages partent de lui."),
    additional: recalled(
      'Votre premier compte reste celui par défaut : ne cliquez pas sur « Définir par défaut » pour celui-ci. Pour que tout nouveau message parte du compte par défaut, quel que soit le dossier ouvert : Fichier › Options › Courrier › Toujours utiliser le compte par défaut lors de la rédaction de nouveaux messages.',
    ),
  },
  refusals: [
    trouble(
      'Outlook redemande sans cesse le mot de passe',
      recalled(
        "Regardez le nom d'utilisateur dans cette fenêtre : si c'est votre adresse, remplacez-la par votre identifiant. S'il ne peut pas être modifié, annulez : à chaque nouvel essai, le serveur est plus près de bloquer le compte.",
      ),
    ),
  ],
  troubles: [
    trouble(
      "Outlook ne peut pas se connecter au serveur entrant (IMAP), ou dit qu'un problème s'est produit",
      step(
        "Le chiffrement et le port ne vont pas ensemble : sous l'onglet « Options avancées », comparez-les aux valeurs ci-dessous.",
      ),
    ),
    trouble(
      "Outlook demande s'il faut autoriser un site web à configurer les paramètres du serveur",
      step('Refusez, sauf si votre fournisseur vous a donné le nom de ce site.'),
    ),
  ],
};

const outlookControlPanel = {
  ...outlookWizard,
  start: {
    primary: [
      recalled(
        "Démarrez Outlook une fois. Quand il demande votre adresse, ne saisissez rien : fermez cette fenêtre, puis Outlook, qui prendrait l'adresse pour l'identifiant.",
      ),
      recalled('Ouvrez le menu Démarrer, tapez ceci et ouvrez le résultat :', 'Panneau de configuration'),
      recalled(
        "Dans la zone de recherche de cette fenêtre, tapez Courrier et ouvrez (avec un Office 32 bits, « (32 bits) » s'y ajoute) :",
        'Courrier (Microsoft Outlook)',
      ),
      recalled(
        "Si la fenêtre a un bouton « Comptes de messagerie… », cliquez dessus, puis sur l'onglet Messagerie et sur Nouveau…. Sinon, cliquez sur Ajouter…, nommez le profil « Outlook » et cliquez sur OK.",
      ),
    ],
    additional: [
      recalled(
        'Fermez Outlook. Ouvrez le menu Démarrer, tapez ceci et ouvrez le résultat :',
        'Panneau de configuration',
      ),
      recalled(
        "Dans la zone de recherche de cette fenêtre, tapez Courrier et ouvrez (avec un Office 32 bits, « (32 bits) » s'y ajoute) :",
        'Courrier (Microsoft Outlook)',
      ),
      recalled(
        'Dans la fenêtre « Configuration du courrier – Outlook », cliquez sur :',
        'Comptes de messagerie…',
        'Messagerie',
        'Nouveau…',
      ),
    ],
  },
  browser: {
    about:
      "Votre version s'affiche sous Fichier › Compte Office. Outlook connaît votre fournisseur : vous vous connectez sur une page qu'il ouvre, et il n'y a aucun serveur à saisir.",
    start: {
      primary: [recalled('Démarrez Outlook : il demande de lui-même une adresse.')],
      additional: [recalled('Ouvrez Outlook et cliquez sur :', 'Fichier', 'Informations', 'Ajouter un compte')],
    },
    undo: recalled(
      'Choisissez ce compte dans la liste suivante, puis cliquez sur Supprimer :',
      'Fichier',
      'Paramètres du compte',
      'Paramètres du compte…',
    ),
  },
  steps: {
    ...outlookWizard.steps,
    ownAddress: recalled('Saisissez votre adresse, puis cliquez sur :', 'Se connecter'),
    page: recalled("Une page de votre service s'ouvre : connectez-vous-y."),
    added: recalled(
      'Quand Outlook annonce que le compte a été ajouté, laissez décochée la case « Configurer également Outlook Mobile sur mon téléphone » et cliquez sur ce qui suit ; fermez ensuite Outlook et rouvrez-le.',
      'Terminé',
    ),
    open: step(
      "Fermez les autres fenêtres et démarrez Outlook. S'il demande le mot de passe, le nom d'utilisateur affiché doit être votre identifiant.",
    ),
  },
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'Aucun' },
  undo: recalled(
    'Fermez Outlook et rouvrez la même liste de comptes dans le Panneau de configuration. Choisissez ce compte, puis cliquez sur :',
    'Supprimer',
  ),
  repair: recalled(
    'Fermez Outlook et rouvrez la même liste de comptes dans le Panneau de configuration. Choisissez ce compte et cliquez sur ce qui suit ; regardez ensuite aussi « Serveur sortant » sous Paramètres supplémentaires… :',
    'Modifier…',
    "Nom d'utilisateur",
  ),
  troubles: [
    trouble(
      "La fenêtre du Panneau de configuration ne demande qu'une adresse, et rien d'autre",
      recalled(
        "N'y saisissez rien et fermez-la. Ouvrez d'un double-clic cet ancien assistant (pour un Office 32 bits, dans Program Files (x86)), puis continuez à partir de l'onglet Messagerie :",
        'C:\\Program Files\\Microsoft Office\\root\\Office16\\OLCFG.EXE',
        'Comptes de messagerie',
      ),
    ),
    trouble(
      'Le Panneau de configuration ne trouve pas « Courrier »',
      recalled(
        "Démarrez Outlook une fois et fermez-le, puis cherchez de nouveau : l'entrée est créée au premier démarrage.",
      ),
    ),
    trouble(
      "Outlook ouvre une page de connexion de Microsoft 365 ou d'Exchange",
      step(
        "Il prend votre adresse pour une adresse de Microsoft. N'y saisissez rien : fermez la page et reprenez les étapes ci-dessus depuis le début.",
      ),
    ),
    ...outlookWizard.troubles,
  ],
};

const outlookVersion =
  "La version que vous avez figure sous Fichier › Compte Office. L'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration.";

export const fr = translate(en, {
  'outlook-365': {
    ...outlookControlPanel,
    title: 'Outlook pour Microsoft 365 (classique)',
    about:
      "L'Outlook d'un abonnement Microsoft 365, appelé « Outlook (classique) » dans le menu Démarrer. Si un bouton « Nouvel Outlook » est activé en haut à droite, vous avez le nouveau, qui a sa propre page. L'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration.",
  },
  'outlook-2024': {
    ...outlookControlPanel,
    title: 'Outlook 2024',
    about: `${outlookVersion} Aucun fichier ne le fait à votre place : d'après des témoignages, celui des autres versions n'a pas d'effet dans Outlook 2024.`,
  },
  'outlook-2021': {
    ...outlookControlPanel,
    title: 'Outlook 2021',
    about: outlookVersion,
  },
  'outlook-2019': {
    ...outlookControlPanel,
    title: 'Outlook 2019',
    about: outlookVersion,
  },
  'outlook-2016': {
    ...outlookControlPanel,
    title: 'Outlook 2016',
    about:
      "La version que vous avez figure sous Fichier › Compte Office. Dans la plupart des éditions, l'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration, qui le demande dans toutes.",
    steps: {
      ...outlookControlPanel.steps,
      advancedIncoming: step(
        "Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Outlook 2016 dit SSL pour SSL/TLS, et TLS pour STARTTLS ; ses éditions plus récentes disent SSL/TLS et STARTTLS.",
      ),
    },
    security: {
      tls: 'SSL',
      starttls: 'TLS',
      none: 'Aucun',
    },
  },
  'outlook-2013': {
    ...outlookWizard,
    title: 'Outlook 2013',
    about: 'La version que vous avez figure sous Fichier › Compte Office.',
    start: {
      primary: [
        recalled(
          "Démarrez Outlook. Après la page de bienvenue, il demande s'il faut se connecter à un compte de messagerie :",
          'Oui',
          'Suivant',
        ),
      ],
      additional: [step('Ouvrez Outlook et cliquez sur :', 'Fichier', 'Informations', 'Ajouter un compte')],
    },
    steps: {
      ...outlookWizard.steps,
      advancedIncoming: step(
        "Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Outlook 2013 dit SSL pour SSL/TLS, et TLS pour STARTTLS.",
      ),
    },
    security: {
      tls: 'SSL',
      starttls: 'TLS',
      none: 'Aucun',
    },
    undo: recalled(
      'Choisissez ce compte dans la liste suivante, puis cliquez sur Supprimer :',
      'Fichier',
      'Paramètres du compte',
      'Paramètres du compte…',
    ),
    repair: recalled(
      "Choisissez ce compte dans la liste suivante, cliquez sur Modifier… et corrigez le nom d'utilisateur ; regardez ensuite aussi « Serveur sortant » sous Paramètres supplémentaires… :",
      'Fichier',
      'Paramètres du compte',
      'Paramètres du compte…',
    ),
  },
  'outlook-new': {
    title: 'Outlook pour Windows (nouveau)',
    about:
      "L'Outlook fourni avec Windows 11, dans le menu Démarrer sous « Outlook » ou « Outlook (nouveau) ». Attention : il confie votre mot de passe et votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : renseignez-vous avant de l'employer.",
    start: {
      primary: [recalled('Ouvrez Outlook : il affiche de lui-même la page pour ajouter un compte.')],
      additional: [
        recalled(
          "Ouvrez Outlook, cliquez sur l'engrenage en haut à droite, puis sur :",
          'Comptes',
          'Vos comptes',
          'Ajouter un compte',
        ),
      ],
    },
    steps: {
      ownAddress: recalled(
        'Saisissez votre adresse, puis cliquez sur (dans certaines versions, Suivant) :',
        'Continuer',
      ),
      page: recalled("Une page de votre service s'ouvre, peut-être dans le navigateur : connectez-vous-y."),
      added: recalled('Quand Outlook annonce que le compte a été ajouté, cliquez sur :', 'Terminé'),
      address: recalled(
        'Saisissez votre adresse, puis cliquez (dans certaines versions, sur Suivant) sur :',
        'Continuer',
      ),
      protocol: recalled('Dans la liste des fournisseurs, choisissez :'),
      incoming: recalled(
        "Saisissez le mot de passe et les valeurs du serveur entrant. Si les cases n'y sont pas, cliquez sur « Afficher plus ».",
      ),
      outgoing: recalled(
        'Saisissez les valeurs du serveur sortant, puis cliquez (dans certaines versions, sur Continuer) sur :',
        'Suivant',
      ),
    },
    browser: {
      about:
        "L'Outlook fourni avec Windows 11, dans le menu Démarrer sous « Outlook » ou « Outlook (nouveau) ». Il connaît votre fournisseur : vous vous connectez sur une page qu'il ouvre. Attention : il confie la messagerie des autres fournisseurs que Microsoft à un service de Microsoft sur Internet. Beaucoup d'établissements ne le permettent pas : demandez avant de l'utiliser.",
      start: {
        primary: [recalled('Ouvrez Outlook : il affiche de lui-même la page pour ajouter un compte.')],
        additional: [
          recalled(
            "Ouvrez Outlook, cliquez sur l'engrenage en haut à droite, puis sur :",
            'Comptes',
            'Vos comptes',
            'Ajouter un compte',
          ),
        ],
      },
    },
    labels: {
      address: 'Adresse e-mail',
      incomingPassword: 'Mot de passe',
      incomingHost: 'Serveur entrant IMAP',
      incomingPort: 'Port',
      incomingSecurity: 'Type de connexion sécurisée',
      outgoingLogin: "Nom d'utilisateur SMTP",
      outgoingPassword: 'Mot de passe SMTP',
      outgoingHost: 'Serveur sortant SMTP',
      outgoingPort: 'Port',
      outgoingSecurity: 'Type de connexion sécurisée',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'Aucune',
    },
    role: {
      primary: step("C'est le premier compte d'Outlook, et les nouveaux messages partent de lui."),
      additional: step('Vos autres comptes restent tels quels, et le compte principal ne change pas.'),
    },
    undo: recalled(
      'Choisissez ce compte dans la liste suivante, puis cliquez sur Gérer et Supprimer :',
      'Paramètres',
      'Comptes',
      'Vos comptes',
    ),
    repair: recalled(
      'Supprimez le compte et ajoutez-le de nouveau avec les valeurs ci-dessous :',
      'Paramètres',
      'Comptes',
      'Vos comptes',
    ),
    instead: recalled(
      'Outlook classique sait le faire : ouvrez « Outlook (classique) » dans le menu Démarrer et suivez la page de sa version. Pour y revenir depuis le nouveau, désactivez en haut à droite de la fenêtre :',
      'Nouvel Outlook',
    ),
  },
});
