import { noted, recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

const finish =
  "Des agendas et des carnets d'adresses sont proposés ? Gardez ceux que vous voulez, ou [Ignorer] ; puis [Terminer].";
const get = 'Pas encore installé ? [thunderbird.net](https://www.thunderbird.net/fr/).';

export const fr = translate(en, {
  conditions: {
    otherLogin: "identifiant différent de l'adresse",
    oneLogin: 'un seul identifiant pour tous les serveurs',
    foundOnAndroid:
      "avec IMAP, si chaque serveur IMAP ou d'envoi est chiffré et accepte un mot de passe ; ou un OAuth 2.0 intégré à l'application, alors pour la réception et pour l'envoi",
  },
  security: {
    tls: 'SSL/TLS',
    starttls: 'STARTTLS',
    none: 'aucune (non chiffré)',
  },
  localFolders: 'Dossiers locaux',
  userJs: {
    title: 'Compte pour un Thunderbird neuf',
    use: either(
      'additional',
      'Pas pour un Thunderbird qui a déjà des comptes, car ils disparaîtraient de sa liste : ajoutez-y plutôt le compte dans les paramètres des comptes, en configuration manuelle, {servers}. {fresh}',
      '{fresh} Dans un Thunderbird qui a déjà des comptes, ceux-ci disparaîtraient de sa liste : ajoutez-y plutôt le compte dans les paramètres des comptes, en configuration manuelle, {servers}.',
    ),
  },
  userJsComments: [
    'Le compte {address}, pour un nouveau profil de Thunderbird.',
    "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l'y mettez pas.",
    "Thunderbird lit ce fichier à chaque démarrage et retient ce qu'il dit : après le premier démarrage, supprimez-le.",
    'Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird.',
  ],
  config: {
    title: 'Configuration que Thunderbird cherche',
    use: either(
      'site',
      "Pour le serveur que Thunderbird interroge quand cette personne saisit son adresse (autoconfig). L'identifiant y figure tel quel. Le serveur {site} donne la même à qui y est mené par le nom autoconfig.{domain}.",
      "Pour le serveur que Thunderbird interroge quand cette personne saisit son adresse (autoconfig). L'identifiant y figure tel quel.",
    ),
  },
  isp: {
    title: 'Configuration pour tous les Thunderbird de {domain}',
    use: "Mettez {file} dans le dossier isp, à côté du programme, par exemple /usr/lib/thunderbird/isp ou C:\\Program Files\\Mozilla Thunderbird\\isp : qui saisit ensuite une adresse en {domain} trouve serveurs et identifiant déjà remplis. Le dossier du programme d'un Snap, d'un Flatpak ou d'une application de magasin n'est pas modifiable : là, seul un serveur aide. Ce fichier convient aussi à un serveur autoconfig auquel l'adresse n'est pas transmise. Il ne nomme personne.",
  },
  managed: {
    title: 'Compte sur un ordinateur que vous gérez',
    use: "Pour l'ordinateur de cette seule personne : mettez thunderbird.cfg à côté du programme (sur un Mac, dans Thunderbird.app/Contents/Resources) et autoconfig.js dans le dossier defaults/pref de cet emplacement. À chaque démarrage, Thunderbird ajoute le compte après ceux de la personne ; ces derniers et le compte par défaut restent tels quels. Sous Linux, la version 153 prend aussi thunderbird.cfg dans /etc/thunderbird et autoconfig.js dans /etc/thunderbird/defaults/pref ; la version 140 n'y prend que le second. Le dossier du programme d'un Snap ou d'un Flatpak n'est pas modifiable : un Snap cherche peut-être dans /etc/thunderbird (personne ne l'a vérifié), un Flatpak dans /app/etc/thunderbird, que seule une de ses extensions peut apporter.",
  },
  managedComments: [
    "Ajoute le compte {address} à chaque démarrage, s'il n'y est pas. Les autres comptes et le compte par défaut restent tels quels.",
    'Pour retirer le compte, mettez thunderbird-remove.cfg à la place de ce fichier.',
  ],
  managedLoader: {
    title: 'Interrupteur de thunderbird.cfg',
    use: 'Se place dans le dossier defaults/pref du programme, ou sous Linux dans /etc/thunderbird/defaults/pref : Thunderbird exécute alors thunderbird.cfg.',
  },
  managedRemoval: {
    title: 'Retrait du compte sur un ordinateur que vous gérez',
    use: "Retire ce que thunderbird.cfg a ajouté : mettez-le à la place de ce fichier, sous son nom, jusqu'à ce que Thunderbird ait démarré une fois ; supprimez-le ensuite, avec autoconfig.js.",
  },
  userJsAsks: {
    password: 'donnez le mot de passe de {address} quand il le demande',
    browser:
      "connectez-vous sur la page qu'il ouvre, dans une fenêtre à lui ou dans le navigateur, avec l'identifiant {login}",
    both: "faites les deux choses qu'il demande : donnez le mot de passe de {address}, et connectez-vous sur la page qu'il ouvre, avec l'identifiant {login}",
    nothing: "ouvrez {address}, qui ne demande pas de mot de passe : c'est l'ordinateur qui prouve qui vous êtes",
  },
  userJsFresh:
    "Seulement pour un Thunderbird qui n'a encore aucun compte : dans son menu Aide, Informations de dépannage, ouvrez le dossier de profil ; quittez Thunderbird ; déposez-y user.js ; démarrez Thunderbird et {asks} ; supprimez ensuite user.js. (Si aucun dossier ne s'ouvre, sous Linux : les profils sont dans ~/.thunderbird ; ceux d'un Snap dans ~/snap/thunderbird/common/.thunderbird, ceux d'un Flatpak dans ~/.var/app/net.thunderbird.Thunderbird/.thunderbird ou, plus anciens, ~/.var/app/org.mozilla.Thunderbird/.thunderbird.)",
  userJsCertificate: either(
    'typed',
    "Seulement pour un Thunderbird qui n'a encore aucun compte (s'il y en a, ils disparaîtraient de sa liste) : dans son menu Aide, Informations de dépannage, ouvrez le dossier de profil ; quittez Thunderbird ; déposez-y user.js et démarrez Thunderbird. Dans Paramètres, Vie privée et sécurité, Certificats, Gérer les certificats, Vos certificats, importez le certificat que votre fournisseur vous a donné, et choisissez-le quand Thunderbird en demande un ; donnez le mot de passe de {address} là où il le demande. Supprimez ensuite user.js.",
    "Seulement pour un Thunderbird qui n'a encore aucun compte (s'il y en a, ils disparaîtraient de sa liste) : dans son menu Aide, Informations de dépannage, ouvrez le dossier de profil ; quittez Thunderbird ; déposez-y user.js et démarrez Thunderbird. Dans Paramètres, Vie privée et sécurité, Certificats, Gérer les certificats, Vos certificats, importez le certificat que votre fournisseur vous a donné, et choisissez-le quand Thunderbird en demande un. Supprimez ensuite user.js.",
  ),
  userJsServers: either(
    'outgoingLogin',
    "avec le serveur de réception {incoming}, identifiant {incomingLogin}, et le serveur d'envoi {outgoing}, identifiant {outgoingLogin}",
    "avec le serveur de réception {incoming}, identifiant {incomingLogin}, et le serveur d'envoi {outgoing}, sans authentification",
  ),
  problems: {
    'thunderbird.oauth2': either(
      'person',
      "Thunderbird ne se connecte par le navigateur (OAuth 2.0) qu'à de grands fournisseurs qu'il connaît, et {value} n'accepte rien d'autre : prenez le webmail s'il y en a un, ou demandez à votre service quels logiciels savent s'y connecter",
      "Thunderbird ne connaît OAuth 2.0 que pour quelques grands fournisseurs, et {value} n'accepte rien d'autre : autorisez aussi un mot de passe sur ce serveur, ou passez par le webmail s'il y en a un",
    ),
    'thunderbird.certificate':
      "dans son assistant, Thunderbird n'a pas de choix pour un certificat client, et par les préférences seulement pour IMAP et l'envoi ; {value} n'accepte rien d'autre : prenez user.js ou thunderbird.cfg s'il y en a un, ou autorisez aussi un mot de passe sur ce serveur",
    'thunderbird.misread':
      'de « {value} », {program} ferait « {read} » dans ce fichier, où des nombres changent et où des éléments comme %EMAILADDRESS% sont remplacés : prenez user.js ou le code QR pour cette personne, ou une autre valeur',
    'thunderbird.beyond-ascii': either(
      'person',
      "« {value} » contient des lettres hors de l'ASCII, que Thunderbird lit mal dans ce fichier : suivez les étapes à la main de sa page",
      "« {value} » contient des lettres hors de l'ASCII, que Thunderbird lit mal dans ce fichier : laissez-le configurer le compte avec config-v1.1.xml",
    ),
    'thunderbird.beyond-latin': either(
      'person',
      "« {value} » contient des caractères hors du Latin-1, que Thunderbird ne sait pas garder dans une adresse ni dans l'identifiant d'un serveur d'envoi : prenez un autre logiciel, ou le webmail s'il y en a un",
      "« {value} » contient des caractères hors du Latin-1, que Thunderbird ne sait pas garder dans une adresse ni dans l'identifiant d'un serveur d'envoi : prenez-en une forme qui n'en a pas, ou le webmail s'il y en a un",
    ),
    'thunderbird.own-login':
      "l'identifiant « {value} » ne suit aucune règle, et ce fichier n'a qu'une règle pour tout le domaine : prenez config-v1.1.xml ou user.js pour cette personne",
    'thunderbird.filter':
      "la règle d'identifiant {rule} a un filtre, et ce fichier, le même pour tout le domaine, n'a pas de mot pour cela : servez config-v1.1.xml à qui donne l'adresse (facteur serve le fait), ou donnez user.js à cette personne",
  },
  guides: {
    thunderbird: {
      title: 'Thunderbird',
      aside: 'gratuit',
      about: 'Les libellés sont ceux de la version 153.',
      taps: {
        open: tap(
          'Dans Thunderbird : [≡] › [Ajouter un compte] › [Adresse e-mail].',
          `Dans un Thunderbird neuf, la page s'affiche d'elle-même. ${get}`,
        ),
        address: tap('Saisissez votre nom et votre adresse, puis [Continuer].'),
        compare: tap(
          "Avant d'aller plus loin, regardez le nom d'utilisateur des deux serveurs. Autre qu'ici ? [Modifier la configuration]. Sinon [Continuer], et votre mot de passe.",
        ),
        compareBrowser: tap(
          "Avant d'aller plus loin, regardez le nom d'utilisateur des deux serveurs. Autre qu'ici ? [Modifier la configuration]. Sinon [Continuer], et connectez-vous sur la page qui s'ouvre.",
        ),
        compareBoth: tap(
          "Avant d'aller plus loin, regardez le nom d'utilisateur des deux serveurs. Autre qu'ici ? [Modifier la configuration]. Sinon [Continuer] ; saisissez votre mot de passe, et connectez-vous sur la page qui s'ouvre.",
        ),
        password: tap('[Continuer], puis votre mot de passe.'),
        browser: tap("[Continuer], puis connectez-vous sur la page qui s'ouvre."),
        both: tap("[Continuer] ; saisissez votre mot de passe, et connectez-vous sur la page qui s'ouvre."),
      },
      otherPage: {
        say: 'Un onglet « Configurez votre adresse e-mail existante » ? Votre version est plus ancienne :',
        link: 'ses étapes',
      },
      hand: 'Thunderbird ne trouve rien : à la main',
      start: {
        primary: [
          noted(
            step(
              "Ouvrez Thunderbird. La page « Ajoutez votre adresse e-mail » s'affiche d'elle-même ; sinon, choisissez :",
              '≡',
              'Ajouter un compte',
              'Adresse e-mail',
            ),
            get,
          ),
        ],
        additional: [noted(step('Dans Thunderbird, choisissez :', '≡', 'Ajouter un compte', 'Adresse e-mail'), get)],
      },
      steps: {
        address: noted(
          step(
            "Saisissez votre nom et votre adresse, puis choisissez la ligne placée sous l'adresse :",
            'Configuration manuelle',
          ),
          'Elle manque ? [Continuer], puis [Modifier la configuration]. Le bouton Thundermail ne concerne pas cette boîte.',
        ),
        incoming: step(
          "Sur la page « Paramètres du serveur de réception », saisissez ces valeurs. Thunderbird y met votre adresse comme nom d'utilisateur, et change le port avec le protocole ou la sécurité : comparez chaque ligne, puis :",
          'Continuer',
        ),
        outgoing: step(
          "Sur la page « Paramètres du serveur d'envoi », faites de même, aussi pour le nom d'utilisateur. Laissez « Configuration avancée » de côté. Ensuite, le second dès qu'il peut être choisi :",
          'Tester',
          'Continuer',
        ),
        password: noted(
          step(
            'Saisissez votre mot de passe ; ne cochez « Retenir le mot de passe » que sur un ordinateur à vous. Ensuite :',
            'Continuer',
          ),
          finish,
        ),
        browser: noted(
          step(
            'Connectez-vous sur la page de votre service que Thunderbird ouvre, dans une fenêtre à lui ou, à partir de la version 153, dans votre navigateur :',
          ),
          finish,
        ),
        finish: tap(finish),
      },
      labels: {
        name: 'Nom complet',
        address: 'Adresse e-mail',
        protocol: 'Protocole',
        incomingHost: "Nom d'hôte",
        incomingPort: 'Port',
        incomingSecurity: 'Sécurité de la connexion',
        incomingAuthentication: "Méthode d'authentification",
        incomingLogin: "Nom d'utilisateur",
        outgoingHost: "Nom d'hôte",
        outgoingPort: 'Port',
        outgoingSecurity: 'Sécurité de la connexion',
        outgoingAuthentication: "Méthode d'authentification",
        outgoingLogin: "Nom d'utilisateur",
        password: 'Mot de passe',
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
      authentication: {
        password: 'Mot de passe normal',
        'cram-md5': 'Mot de passe chiffré',
        oauth2: 'OAuth2',
        none: "Pas d'authentification",
      },
      role: {
        primary: step(
          "C'est le premier compte, et les nouveaux messages partent de lui. Pour en choisir un autre : ≡ › Paramètres des comptes, cet autre compte, puis Définir par défaut.",
        ),
        additional: step(
          "Le compte par défaut reste ce qu'il était : sous ≡ › Paramètres des comptes, il porte une étoile. Ne choisissez pas Définir par défaut pour celui-ci.",
        ),
      },
      undo: step('Choisissez ce compte, puis deux fois Supprimer, sous :', '≡', 'Paramètres des comptes'),
      repair: step(
        "Corrigez le nom d'utilisateur à deux endroits, puis fermez Thunderbird et rouvrez-le : « Paramètres serveur » de ce compte et, en fin de liste, « Serveur sortant » › Modifier…, tous deux sous :",
        '≡',
        'Paramètres des comptes',
      ),
    },
    'thunderbird-classic': {
      title: 'Thunderbird, versions anciennes',
      about: 'Pour les versions qui ouvrent un onglet « Configurez votre adresse e-mail existante ».',
      otherPage: {
        say: 'Une page « Ajoutez votre adresse e-mail » ? Votre version est plus récente :',
        link: 'ses étapes',
      },
      start: {
        primary: [
          recalled(
            "Ouvrez Thunderbird. L'onglet s'affiche de lui-même ; sinon, choisissez :",
            '≡',
            'Paramètres des comptes',
            'Gestion des comptes',
            'Ajouter un compte de messagerie…',
          ),
        ],
        additional: [
          recalled(
            'Dans Thunderbird, choisissez :',
            '≡',
            'Paramètres des comptes',
            'Gestion des comptes',
            'Ajouter un compte de messagerie…',
          ),
        ],
      },
      steps: {
        address: step(
          'Saisissez votre nom, votre adresse et votre mot de passe. Ne choisissez pas Continuer, mais :',
          'Configuration manuelle',
        ),
        addressAlone: step(
          'Saisissez votre nom et votre adresse, et laissez le mot de passe vide. Ne choisissez pas Continuer, mais :',
          'Configuration manuelle',
        ),
        incoming: step(
          "Sous « Serveur entrant », saisissez ces valeurs. Thunderbird y a mis votre adresse comme nom d'utilisateur.",
        ),
        outgoing: step(
          "Sous « Serveur sortant », plus bas, saisissez celles-ci ; le nom d'utilisateur y est demandé une seconde fois. Ensuite :",
          'Retester',
        ),
        done: step('Comparez encore chaque ligne, car le test peut en changer. Ensuite :', 'Terminé'),
        browser: recalled('Thunderbird ouvre une fenêtre avec une page de votre service : connectez-vous-y.'),
      },
      labels: {
        name: 'Votre nom complet',
        address: 'Adresse e-mail',
        password: 'Mot de passe',
        protocol: 'Protocole',
        incomingHost: "Nom d'hôte",
        incomingPort: 'Port',
        incomingSecurity: 'Sécurité de la connexion',
        incomingAuthentication: "Méthode d'authentification",
        incomingLogin: "Nom d'utilisateur",
        outgoingHost: "Nom d'hôte",
        outgoingPort: 'Port',
        outgoingSecurity: 'Sécurité de la connexion',
        outgoingAuthentication: "Méthode d'authentification",
        outgoingLogin: "Nom d'utilisateur",
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'Aucun',
      },
      authentication: {
        password: 'Mot de passe normal',
        'cram-md5': 'Mot de passe chiffré',
        oauth2: 'OAuth2',
        none: "Pas d'authentification",
      },
      role: {
        primary: recalled(
          "C'est le premier compte, et les nouveaux messages partent de lui. Pour en choisir un autre : ≡ › Paramètres des comptes, cet autre compte, puis Gestion des comptes › Définir comme compte par défaut.",
        ),
        additional: recalled(
          "Le compte par défaut reste ce qu'il était. Ne choisissez pas Gestion des comptes › Définir comme compte par défaut pour celui-ci.",
        ),
      },
      undo: recalled(
        'Choisissez ce compte dans les paramètres des comptes ; en bas à gauche se trouve :',
        'Gestion des comptes',
        'Supprimer le compte',
      ),
      repair: recalled(
        "Corrigez le nom d'utilisateur à deux endroits, puis fermez Thunderbird et rouvrez-le : « Paramètres serveur » de ce compte et, en fin de liste, « Serveur sortant (SMTP) » › Modifier…, tous deux sous :",
        '≡',
        'Paramètres des comptes',
      ),
    },
  },
});
