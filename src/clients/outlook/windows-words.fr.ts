import { noted, recalled, step, tap, trouble } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { packageNames } from './package-names.ts';
import { en } from './windows-words.en.ts';

const { install, tidy } = packageNames.fr;

const newData =
  'Cet Outlook confie votre courrier, et ce que vous saisissez pour vous connecter, à un service de Microsoft sur Internet.';

const askFirst = "Beaucoup d'établissements l'interdisent : demandez d'abord à votre service informatique.";

const wizard = `Il ne demande que l'adresse ? Fermez Outlook, double-cliquez sur [${tidy}] et configurez-le [à la main](#by-hand).`;

const asksAgain = trouble(
  'Outlook redemande sans cesse le mot de passe',
  recalled(
    "Regardez le nom d'utilisateur dans cette fenêtre : si c'est votre adresse, remplacez-la par votre identifiant. S'il ne peut pas être modifié, annulez : à chaque nouvel essai, le serveur est plus près de bloquer le compte.",
  ),
);

export const fr = translate(en, {
  outlook: {
    title: 'Outlook (classique)',
    hint: 'avec un menu Fichier : 2013 à 2024, Microsoft 365',
    about:
      "Pour Outlook 2013, 2016, 2019, 2021, 2024 et Microsoft 365 (classique), qui ont les mêmes fenêtres. L'identifiant ne se saisit qu'ici : depuis 2016, l'assistant d'Outlook ne le demande jamais.",
    which: {
      title: 'Quel Outlook ai-je ?',
      lines: [
        step(
          "[Fichier] figure en haut à gauche de sa fenêtre : c'est celui-ci, parfois « Outlook (classique) » dans le menu Démarrer.",
        ),
        step('Sa version, 2013 à 2024 ou Microsoft 365, figure sous [Fichier] › [Compte Office].'),
        step("Pas de [Fichier] : c'est le nouvel Outlook."),
      ],
      other: 'Aller à sa page',
    },
    download: 'Télécharger install.zip',
    fileNotFor: tap('Outlook 2024 : configurez-le [à la main](#by-hand).'),
    fileFor: tap("Pour Outlook 2013 à 2021 et Microsoft 365, avec un menu Fichier. Sans droits d'administrateur."),
    taps: {
      extract: tap('Dans Téléchargements, clic droit sur le fichier install : [Extraire tout…] › [Extraire].'),
      start: tap(
        `Dans le dossier qui s'ouvre, double-cliquez sur [${install}].`,
        'Outlook doit être fermé. Une fenêtre bleue ? [Informations complémentaires] › [Exécuter quand même]. Un avertissement de sécurité ? [Exécuter].',
      ),
      add: tap('Dans Outlook, saisissez ceci sous [Fichier] › [Ajouter un compte] :', wizard),
      addFirst: tap('Ouvrez Outlook, et saisissez ceci quand il demande un compte :', wizard),
    },
    dialog: {
      title: 'Windows a protégé votre ordinateur',
      more: 'Informations complémentaires',
      go: 'Exécuter quand même',
    },
    blocked: trouble(
      'Pas de bouton « Exécuter quand même »',
      step(
        "Supprimez le dossier extrait. Dans Téléchargements, clic droit sur install.zip : [Propriétés], cochez [Débloquer], [OK] ; puis extrayez-le de nouveau. Si rien n'y fait, votre établissement l'interdit : configurez le compte [à la main](#by-hand).",
      ),
    ),
    afterwards: tap(
      `Double-cliquez alors sur [${tidy}], dans le même dossier : jusque-là, ses réglages valent pour tous les comptes de votre domaine. Votre compte et vos messages restent.`,
    ),
    hand: 'À la main, par le Panneau de configuration',
    start: {
      primary: [
        noted(
          recalled(
            "Démarrez Outlook une fois. Quand il demande votre adresse, ne saisissez rien : fermez cette fenêtre, puis Outlook, qui prendrait l'adresse pour l'identifiant.",
          ),
          'Outlook 2013 commence par une page de bienvenue : [Suivant], [Oui], [Suivant], puis continuez à « Configuration manuelle » ci-dessous.',
        ),
        recalled('Ouvrez le menu Démarrer, tapez ceci et ouvrez le résultat :', 'Panneau de configuration'),
        recalled(
          "Dans la zone de recherche de cette fenêtre, tapez Courrier et ouvrez (avec un Office 32 bits, « (32 bits) » s'y ajoute) :",
          'Courrier (Microsoft Outlook)',
        ),
        recalled(
          "Si la fenêtre a un bouton [Comptes de messagerie…], cliquez dessus, puis sur l'onglet [Messagerie] et sur [Nouveau…]. Sinon, cliquez sur [Ajouter…], nommez le profil « Outlook » et cliquez sur [OK].",
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
        noted(
          recalled(
            'Dans la fenêtre « Configuration du courrier – Outlook », cliquez sur :',
            'Comptes de messagerie…',
            'Messagerie',
            'Nouveau…',
          ),
          'Dans Outlook 2013 et les premières éditions de 2016, [Fichier] › [Informations] › [Ajouter un compte] mène au même endroit.',
        ),
      ],
    },
    browser: {
      hint: 'avec un menu Fichier : 2016 à 2024, Microsoft 365',
      about:
        "Pour Outlook 2016, 2019, 2021, 2024 et Microsoft 365 (classique). Outlook connaît votre fournisseur : vous vous connectez sur une page qu'il ouvre, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Démarrez Outlook : il demande de lui-même une adresse.')],
        additional: [recalled('Ouvrez Outlook et cliquez sur :', 'Fichier', 'Informations', 'Ajouter un compte')],
      },
      undo: recalled(
        'Choisissez ce compte dans la liste suivante, puis cliquez sur [Supprimer] :',
        'Fichier',
        'Paramètres du compte',
        'Paramètres du compte…',
      ),
      older: {
        title: 'Outlook 2013 : à la main, avec un mot de passe',
        none: trouble(
          "Outlook 2013 n'ouvre aucune page de connexion",
          step(
            "Il ne connaît que les mots de passe, et votre service n'en accepte pas là : utilisez un Outlook plus récent ou un autre logiciel.",
          ),
        ),
      },
    },
    steps: {
      manual: step(
        'Sur la première page, choisissez la dernière ligne, puis cliquez sur :',
        'Configuration manuelle ou types de serveurs supplémentaires',
        'Suivant',
      ),
      protocol: step('Choisissez :', 'POP ou IMAP', 'Suivant'),
      account: noted(
        step(
          "Remplissez la page « Paramètres des comptes POP et IMAP », laissez vide la case « Exiger l'authentification par mot de passe sécurisé (SPA) lors de la connexion » et cliquez sur :",
          'Paramètres supplémentaires…',
        ),
        "Une partie de votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la. Les versions récentes disent « courrier » au lieu de « messagerie ».",
      ),
      sameLogin: step(
        "Sous l'onglet [Serveur sortant], cochez cette case et laissez « Utiliser les mêmes paramètres que mon serveur de messagerie entrant » tel quel :",
      ),
      ownLogin: recalled(
        "Sous l'onglet [Serveur sortant], cochez cette case, choisissez « Se connecter à l'aide de » et saisissez :",
      ),
      noLogin: step("Sous l'onglet [Serveur sortant], laissez cette case vide :"),
      advancedIncoming: noted(
        step(
          "Sous l'onglet [Options avancées], saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre.",
        ),
        'Outlook 2013 et 2016 disent SSL pour SSL/TLS, et TLS pour STARTTLS ; les éditions plus récentes de 2016 disent SSL/TLS et STARTTLS, comme 2019, 2021, 2024 et Microsoft 365.',
      ),
      advancedOutgoing: step('Faites de même pour le serveur sortant, puis cliquez sur :', 'OK'),
      finish: recalled('Continuez ; Outlook teste le compte avant la dernière page :', 'Suivant', 'Fermer', 'Terminer'),
      open: step(
        "Fermez les autres fenêtres et démarrez Outlook. S'il demande le mot de passe, le nom d'utilisateur affiché doit être votre identifiant.",
      ),
      ownAddress: recalled('Saisissez votre adresse, puis cliquez sur :', 'Se connecter'),
      page: recalled("Une page de votre service s'ouvre : connectez-vous-y."),
      exchangeValues: recalled(
        "Quand une fenêtre demande le mot de passe, son nom d'utilisateur est souvent votre adresse : choisissez ce qui suit, et saisissez :",
        'Plus de choix',
        'Utiliser un autre compte',
      ),
      added: recalled(
        'Quand Outlook annonce que le compte a été ajouté, laissez décochée la case « Configurer également Outlook Mobile sur mon téléphone » et cliquez sur ce qui suit ; fermez ensuite Outlook et rouvrez-le.',
        'Terminé',
      ),
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
      exchangeLogin: "Nom d'utilisateur",
      exchangePassword: 'Mot de passe',
    },
    protocol: { imap: 'IMAP', pop3: 'POP3' },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'Aucun' },
    role: {
      primary: step("C'est le premier compte d'Outlook, et les nouveaux messages partent de lui."),
      additional: recalled(
        'Votre premier compte reste le principal : ne cliquez pas sur [Définir par défaut] pour celui-ci.',
      ),
    },
    undo: recalled(
      `Si vous n'avez pas encore lancé [${tidy}], double-cliquez dessus. Choisissez ensuite ce compte dans la liste suivante et cliquez sur [Supprimer] :`,
      'Fichier',
      'Paramètres du compte',
      'Paramètres du compte…',
    ),
    repair: recalled(
      'Fermez Outlook et ouvrez la liste des comptes du Panneau de configuration, sous [Courrier (Microsoft Outlook)]. Choisissez ce compte et cliquez sur ce qui suit ; regardez ensuite aussi « Serveur sortant » sous [Paramètres supplémentaires…] :',
      'Modifier…',
      "Nom d'utilisateur",
    ),
    refusals: [asksAgain],
    exchangeRefusals: [asksAgain],
    troubles: [
      trouble(
        "Une fenêtre ne demande qu'une adresse, et rien d'autre",
        recalled(
          "N'y saisissez rien et fermez-la. Dans Outlook 2016 à 2024 et Microsoft 365, ouvrez d'un double-clic cet ancien assistant (pour un Office 32 bits, dans Program Files (x86)), puis continuez à partir de l'onglet [Messagerie] :",
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
          "Il prend votre adresse pour une adresse de Microsoft. N'y saisissez rien : fermez la page et configurez-le [à la main](#by-hand).",
        ),
      ),
      trouble(
        'Les nouveaux messages partent du mauvais compte',
        recalled(
          '[Fichier] › [Options] › [Courrier] › [Toujours utiliser le compte par défaut lors de la rédaction de nouveaux messages] : le dossier ouvert ne compte alors plus.',
        ),
      ),
      trouble(
        "Outlook ne peut pas se connecter au serveur entrant (IMAP), ou dit qu'un problème s'est produit",
        step(
          "Le chiffrement et le port ne vont pas ensemble : sous l'onglet [Options avancées], comparez-les aux valeurs ci-dessous.",
        ),
      ),
      trouble(
        "Outlook demande s'il faut autoriser un site web à configurer les paramètres du serveur",
        step('Refusez, sauf si votre fournisseur vous a donné le nom de ce site.'),
      ),
    ],
  },
  'outlook-new': {
    title: 'Outlook (nouveau)',
    hint: 'sans menu Fichier',
    wontDo: 'Le nouvel Outlook ne convient pas',
    about:
      "L'Outlook fourni avec Windows 11, dans le menu Démarrer sous « Outlook » ou « Outlook (nouveau) ». Il n'a pas de menu Fichier.",
    data: trouble('Et mes données ?', step(newData)),
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
      ownAddress: noted(
        recalled('Saisissez votre adresse, puis cliquez sur (dans certaines versions, Suivant) :', 'Continuer'),
        `Cet Outlook confie votre courrier à un service de Microsoft sur Internet. ${askFirst}`,
      ),
      page: recalled("Une page de votre service s'ouvre, peut-être dans le navigateur : connectez-vous-y."),
      added: recalled('Quand Outlook annonce que le compte a été ajouté, cliquez sur :', 'Terminé'),
      address: noted(
        recalled('Saisissez votre adresse, puis cliquez (dans certaines versions, sur Suivant) sur :', 'Continuer'),
        `${newData} ${askFirst}`,
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
        "L'Outlook fourni avec Windows 11, sans menu Fichier. Il connaît votre fournisseur : vous vous connectez sur une page qu'il ouvre.",
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
    instead: {
      title: 'Prenez plutôt',
      notes: {
        outlook: 'dans le menu Démarrer ; ou désactivez « Nouvel Outlook » en haut à droite',
        thunderbird: 'gratuit',
        webmail: 'dans le navigateur, rien à installer',
      },
    },
  },
});
