import { noted, recalled, step, trouble } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { en } from './app-words.en.ts';

const handsOver =
  "Attention : cette application confie votre mot de passe et votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : demandez d'abord à votre service informatique.";
const handsOverMail =
  "Attention : cette application confie votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : demandez d'abord à votre service informatique.";

export const fr = translate(en, {
  'outlook-mac': {
    title: 'Outlook pour Mac',
    about: 'Outlook 2016 et les suivants sur Mac.',
    start: {
      primary: [step('Ouvrez Outlook : il demande de lui-même une adresse.')],
      additional: [step('Ouvrez Outlook et choisissez dans les menus :', 'Outils', 'Comptes', '+', 'Nouveau compte')],
    },
    steps: {
      ownAddress: recalled('Saisissez votre adresse, puis cliquez sur :', 'Continuer'),
      page: recalled("Une page de votre service s'ouvre, peut-être dans le navigateur : connectez-vous-y."),
      added: recalled('Quand Outlook annonce que le compte a été ajouté, cliquez sur :', 'Terminé'),
      address: noted(
        step('Saisissez votre adresse, puis cliquez sur :', 'Continuer'),
        'Les versions récentes vont parfois chercher votre courrier par un service de Microsoft sur Internet : si Outlook propose pour ce compte une connexion directe, choisissez-la.',
      ),
      provider: step('Choisissez le type de fournisseur :', 'IMAP/POP'),
      incoming: step(
        "Saisissez ces valeurs. Votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la.",
      ),
      outgoing: step(
        "Plus bas, saisissez celles du serveur sortant, où vous vous connectez avec le même nom d'utilisateur. La case vaut aussi pour STARTTLS. Cliquez ensuite sur :",
        'Ajouter un compte',
      ),
      outgoingAlone: step(
        'Plus bas, saisissez celles du serveur sortant. La case vaut aussi pour STARTTLS. Cliquez ensuite sur :',
        'Ajouter un compte',
      ),
      exchange: recalled('Si Outlook demande le type de compte, choisissez :', 'Exchange'),
      exchangeValues: recalled(
        "Saisissez ce qu'Outlook en demande (votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la), puis cliquez sur :",
        'Ajouter un compte',
      ),
      ownLogin: recalled(
        'Votre identifiant pour envoyer en est un autre : rouvrez ce compte dans la liste des comptes et saisissez-le pour le serveur sortant :',
      ),
    },
    browser: {
      about:
        "Outlook 2016 et les suivants sur Mac. Il connaît votre fournisseur : vous vous connectez sur une page qu'il ouvre, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Ouvrez Outlook : il demande de lui-même une adresse.')],
        additional: [
          recalled('Ouvrez Outlook et choisissez dans les menus :', 'Outils', 'Comptes', '+', 'Nouveau compte'),
        ],
      },
    },
    labels: {
      address: 'Adresse de courrier',
      protocol: 'Type de compte',
      incomingLogin: "Nom d'utilisateur",
      incomingPassword: 'Mot de passe',
      incomingHost: 'Serveur entrant',
      incomingPort: 'Port du serveur entrant',
      incomingSecurity: 'Utiliser SSL pour se connecter',
      outgoingHost: 'Serveur sortant',
      outgoingPort: 'Port du serveur sortant',
      outgoingSecurity: 'Utiliser SSL pour se connecter',
      outgoingLogin: "Nom d'utilisateur pour envoyer",
      outgoingPassword: 'Mot de passe pour envoyer',
      exchangeLogin: "Nom d'utilisateur",
      exchangePassword: 'Mot de passe',
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
    role: {
      primary: step("C'est le premier compte d'Outlook, et les nouveaux messages partent de lui."),
      additional: recalled(
        'Votre compte par défaut le reste. Il ne change que par « Définir par défaut », dans le menu « … » de la liste des comptes.',
      ),
    },
    undo: recalled('Dans la liste des comptes, choisissez celui-ci, puis cliquez sur :', 'Outils', 'Comptes', '–'),
    repair: recalled(
      "Choisissez ce compte dans la liste et corrigez le nom d'utilisateur :",
      'Outils',
      'Comptes',
      "Nom d'utilisateur",
    ),
    troubles: [
      trouble(
        'Le menu Outils ne contient pas Comptes',
        recalled(
          'Dans les versions récentes, la liste des comptes se trouve ici :',
          'Outlook',
          'Réglages…',
          'Comptes',
          '+',
        ),
      ),
      trouble(
        "Outlook ouvre une page de connexion de Microsoft 365 ou d'Exchange",
        recalled(
          "Il prend votre adresse pour une adresse de Microsoft. N'allez pas plus loin et cherchez :",
          "Ce n'est pas Exchange ?",
          'IMAP/POP',
        ),
      ),
    ],
  },
  'outlook-android': {
    title: 'Outlook pour Android',
    aside: 'votre courrier passe par Microsoft',
    about: "L'application Outlook, du Play Store.",
    start: {
      primary: [step('Ouvrez Outlook et touchez :', 'Ajouter un compte')],
      additional: [
        recalled(
          'Ouvrez Outlook, touchez votre photo, puis :',
          '⚙',
          'Ajouter un compte',
          'Ajouter un compte de courrier',
        ),
      ],
    },
    steps: {
      ownAddress: noted(recalled('Saisissez votre adresse, puis touchez :', 'Continuer'), handsOverMail),
      page: recalled("Une page de votre service s'ouvre : connectez-vous-y."),
      added: recalled("Si l'application propose d'ajouter un autre compte, touchez :", 'Peut-être plus tard'),
      address: noted(step('Saisissez votre adresse, puis touchez :', 'Continuer'), handsOver),
      provider: step(
        "Si l'application affiche une page de connexion de Microsoft ou de Google, n'allez pas plus loin : touchez Ignorer, ou",
        '?',
        'Changer de fournisseur de compte',
      ),
      protocol: step('Sous « Choisissez le type de compte », prenez dans la partie « Avancé » :'),
      advanced: step('Sur la page « Connexion à IMAP », activez :', 'Paramètres avancés'),
      incoming: step(
        "Sous « Serveur de courrier entrant IMAP », saisissez ces valeurs ; le port s'écrit après le nom d'hôte et deux-points.",
      ),
      outgoing: step('Sous « Serveur de courrier sortant SMTP », faites de même.'),
      ports: recalled(
        "Seulement si la page a des cases à part pour le port et la sécurité : retirez des noms d'hôte les deux-points et le port, et saisissez :",
      ),
      exchange: recalled("Si l'application demande le type de compte, touchez :", 'Exchange'),
      exchangeValues: recalled(
        "Saisissez ceci. S'il n'y a qu'une case pour le mot de passe, activez d'abord « Paramètres avancés ».",
      ),
      done: step('En haut de la page, touchez :', '✓'),
    },
    browser: {
      about:
        "L'application connaît votre fournisseur : vous vous connectez sur une page qu'elle ouvre, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Ouvrez Outlook et touchez :', 'Ajouter un compte')],
        additional: [
          recalled(
            'Ouvrez Outlook, touchez votre photo, puis :',
            '⚙',
            'Ajouter un compte',
            'Ajouter un compte de courrier',
          ),
        ],
      },
    },
    labels: {
      address: 'Adresse de courrier',
      name: 'Nom complet',
      accountName: 'Description',
      incomingHostAndPort: "Nom d'hôte IMAP",
      incomingLogin: "Nom d'utilisateur IMAP",
      incomingPassword: 'Mot de passe IMAP',
      outgoingHostAndPort: "Nom d'hôte SMTP",
      outgoingLogin: "Nom d'utilisateur SMTP",
      outgoingPassword: 'Mot de passe SMTP',
      incomingPort: 'Port IMAP',
      incomingSecurity: 'Sécurité IMAP',
      outgoingPort: 'Port SMTP',
      outgoingSecurity: 'Sécurité SMTP',
      exchangeHost: 'Serveur',
      exchangeLogin: "Domaine\\Nom d'utilisateur",
      exchangePassword: 'Mot de passe',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP3',
    },
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'Aucune',
    },
    role: {
      primary: recalled('Pour que les nouveaux messages partent de ce compte : ⚙ › Mail › Compte par défaut.'),
      additional: recalled(
        'Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous ⚙ › Mail › Compte par défaut.',
      ),
    },
    undo: recalled("Ouvrez ce compte dans les paramètres de l'application, puis touchez :", 'Supprimer le compte'),
    repair: step(
      "Outlook ne sait pas changer les serveurs d'un compte après coup : supprimez le compte dans les paramètres et ajoutez-le de nouveau avec les valeurs ci-dessus.",
    ),
  },
  'outlook-ios': {
    title: 'Outlook pour iPhone et iPad',
    aside: 'votre courrier passe par Microsoft ; avec Mail, non',
    about: "L'application Outlook, de l'App Store. Mail, présent sur chaque iPhone, ne confie rien à personne.",
    start: {
      primary: [recalled('Ouvrez Outlook et touchez :', 'Ajouter un compte')],
      additional: [
        step(
          "Ouvrez Outlook, touchez votre photo ou la maison en haut à gauche, l'engrenage, puis :",
          'Comptes',
          'Ajouter un compte',
          'Compte de courrier',
        ),
      ],
    },
    steps: {
      ownAddress: noted(recalled('Saisissez votre adresse, puis touchez :', 'Ajouter un compte'), handsOverMail),
      page: recalled("Une page de votre service s'ouvre : connectez-vous-y."),
      added: recalled("Si l'application propose d'ajouter un autre compte, touchez :", 'Peut-être plus tard'),
      address: noted(step('Saisissez votre adresse, puis touchez :', 'Ajouter un compte'), handsOver),
      provider: step(
        "Si la page s'intitule Exchange, ou demande une connexion à Microsoft ou à Google, n'allez pas plus loin et touchez :",
        '?',
        'Changer de fournisseur de compte',
      ),
      protocol: step('Choisissez le type de compte :'),
      advanced: step('Cochez :', 'Paramètres avancés'),
      incoming: step('Saisissez les valeurs du serveur entrant.'),
      exchange: recalled("Si l'application demande le type de compte, touchez :", 'Exchange'),
      exchangeValues: recalled(
        "Saisissez ceci (s'il n'y a qu'une case pour le mot de passe, cochez d'abord « Paramètres avancés »), puis touchez :",
        'Connexion',
      ),
      outgoing: step('Saisissez les valeurs du serveur sortant, puis touchez :', 'Connexion'),
    },
    browser: {
      about:
        "L'application connaît votre fournisseur : vous vous connectez sur une page qu'elle ouvre, et il n'y a aucun serveur à saisir.",
      start: {
        primary: [recalled('Ouvrez Outlook et touchez :', 'Ajouter un compte')],
        additional: [
          recalled(
            "Ouvrez Outlook, touchez votre photo ou la maison en haut à gauche, l'engrenage, puis :",
            'Comptes',
            'Ajouter un compte',
            'Compte de courrier',
          ),
        ],
      },
    },
    labels: {
      address: 'Adresse de courrier',
      name: 'Nom complet',
      accountName: 'Description',
      incomingHost: "Nom d'hôte IMAP",
      incomingPort: 'Port IMAP',
      incomingSecurity: 'Sécurité du port',
      incomingLogin: "Nom d'utilisateur IMAP",
      incomingPassword: 'Mot de passe IMAP',
      outgoingHost: "Nom d'hôte SMTP",
      outgoingPort: 'Port SMTP',
      outgoingSecurity: 'Sécurité du port',
      outgoingLogin: "Nom d'utilisateur SMTP",
      outgoingPassword: 'Mot de passe SMTP',
      exchangeHost: 'Serveur',
      exchangeLogin: "Domaine\\Nom d'utilisateur",
      exchangePassword: 'Mot de passe',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP3',
    },
    security: {
      tls: 'SSL',
      starttls: 'STARTTLS',
      none: 'Aucune',
    },
    role: {
      primary: step("C'est le premier compte d'Outlook, et les nouveaux messages partent de lui."),
      additional: recalled(
        'Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit dans les paramètres, sous Mail › Compte par défaut.',
      ),
    },
    undo: recalled(
      "Dans les paramètres de l'application, ouvrez ce compte sous Comptes, puis touchez :",
      'Supprimer le compte',
    ),
    repair: step(
      "Dans les paramètres de l'application, ouvrez ce compte sous Comptes, puis touchez :",
      'Modifier les informations de connexion',
    ),
  },
});
