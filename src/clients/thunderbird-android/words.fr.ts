import { recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

const get =
  'Pas encore installée ? [Play Store](https://play.google.com/store/apps/details?id=net.thunderbird.android) ou [F-Droid](https://f-droid.org/fr/packages/net.thunderbird.android/).';

export const fr = translate(en, {
  asks: {
    nothing: 'ouvrez le compte',
    password: "saisissez votre mot de passe quand l'application le demande",
    browser: "connectez-vous sur la page que l'application ouvre",
    both: "faites les deux choses que l'application demande : connectez-vous sur la page qu'elle ouvre, et saisissez votre mot de passe (quand elle configure la boîte à partir de la seule adresse, elle n'en demande qu'une, et l'autre serveur reste fermé)",
    certificate:
      "choisissez votre certificat dans les paramètres du compte, sous Serveur entrant et Serveur sortant, là où l'authentification est « Certificat client » (installez-le d'abord sur le téléphone)",
    certificateToo:
      "choisissez votre certificat dans les paramètres du compte, sous Serveur entrant et Serveur sortant, là où l'authentification est « Certificat client » (installez-le d'abord sur le téléphone) ; saisissez votre mot de passe là où l'application le demande",
  },
  code: {
    title: 'Code QR pour Thunderbird pour Android',
    use: "Affichez cette image sur un ordinateur ou imprimez-la ; sur le téléphone, dans Thunderbird, choisissez Paramètres › Importer les paramètres › Lire un code QR (à la première ouverture : Commencer › Importer les paramètres, ou Balayer le code QR), puis {asks}. Ne lisez le code qu'une fois, car chaque lecture ajoute de nouveau le compte. L'application n'annonce pas les nouveaux messages d'un compte venu par un code, tant que vous ne l'activez pas dans les paramètres du compte. K-9 Mail n'a pas de lecteur de codes et prend le fichier de paramètres.",
  },
  picture: {
    title: 'Le même code QR en image PNG',
    use: "Pour un document, ou pour un logiciel qui n'affiche pas les images SVG. Il s'emploie de la même façon.",
  },
  file: {
    title: 'Fichier de paramètres pour Thunderbird et K-9 Mail',
    use: "Aussi pour K-9 Mail, qui n'a pas de lecteur de codes. Copiez ce fichier sur le téléphone ; le toucher ne sert à rien : dans l'application, choisissez Paramètres › Importer les paramètres › Sélectionner un fichier (à la première ouverture : Importer les paramètres de K-9, ou Commencer › Importez les paramètres de votre compte maintenant), puis {asks}. Ne l'importez qu'une fois, car chaque import ajoute de nouveau le compte.",
  },
  problems: {
    'thunderbird-android.address': either(
      'person',
      "Thunderbird pour Android n'accepte que les adresses en ASCII simple, et {value} n'en est pas une : prenez une autre application, ou le webmail s'il y en a un",
      "Thunderbird pour Android n'accepte que les adresses en ASCII simple, et {value} n'en est pas une : prenez une adresse sans accent, ou le webmail s'il y en a un",
    ),
    'thunderbird-android.address-code': either(
      'person',
      "le lecteur de codes de Thunderbird pour Android n'accepte que les adresses en ASCII simple et sans guillemets, et {value} n'en est pas une : prenez le fichier de paramètres s'il y en a un, une autre application, ou le webmail s'il y en a un",
      "le lecteur de codes de Thunderbird pour Android n'accepte que les adresses en ASCII simple et sans guillemets, et {value} n'en est pas une : prenez une adresse plus simple, ou le webmail s'il y en a un",
    ),
    'thunderbird-android.sign-in': either(
      'person',
      "Thunderbird pour Android ne sait pas se connecter à {value} : par le navigateur (OAuth 2.0), il ne le fait qu'avec de grands fournisseurs prévus dans l'application. Prenez une autre application, ou le webmail s'il y en a un",
      "Thunderbird pour Android ne sait pas s'authentifier auprès du serveur {value}, qui propose seulement {methods} : faites aussi accepter un mot de passe par ce serveur, ou prenez une autre application (OAuth 2.0 n'y fonctionne qu'avec les fournisseurs prévus dans l'application)",
    ),
    'thunderbird-android.too-long': either(
      'person',
      'le compte {value} demande {bytes} octets et un code QR en contient {most} : prenez le fichier de paramètres account.k9s',
      'le compte {value} demande {bytes} octets et un code QR en contient {most} : prenez le fichier de paramètres account.k9s, ou raccourcissez le nom',
    ),
  },
  guides: {
    'thunderbird-android': {
      title: 'Thunderbird pour Android',
      aside: 'gratuit',
      fileAside: 'gratuit ; K-9 Mail aussi, par un fichier',
      scan: "Lisez ce code avec Thunderbird, pas avec l'appareil photo.",
      download: 'Télécharger les paramètres',
      taps: {
        scanFirst: tap(
          'Sur le téléphone, dans Thunderbird : [Commencer] › [Importer les paramètres].',
          `Dans les versions récentes, le second bouton est [Balayer le code QR]. ${get}`,
        ),
        scanFurther: tap(
          'Sur le téléphone, dans Thunderbird : [Paramètres] › [Importer les paramètres] › [Lire un code QR].',
          `À la première ouverture : [Commencer], puis [Importer les paramètres] ou [Balayer le code QR]. ${get}`,
        ),
        scan: tap(
          "Visez le code et importez le compte que l'application affiche.",
          "Une seule fois : chaque lecture ajoute de nouveau le compte. Les nouveaux messages sont annoncés si vous l'activez dans les paramètres du compte.",
        ),
        fileFirst: tap(
          "Dans l'application : [Commencer] › [Importez les paramètres de votre compte maintenant] › [Sélectionner un fichier], puis [account.k9s].",
          `Une seule fois : chaque import ajoute de nouveau le compte. Dans K-9 Mail : [Importer les paramètres de K-9]. ${get}`,
        ),
        fileFurther: tap(
          "Dans l'application : [Paramètres] › [Importer les paramètres] › [Sélectionner un fichier], puis [account.k9s].",
          `Une seule fois : chaque import ajoute de nouveau le compte. À la première ouverture : [Commencer] › [Importez les paramètres de votre compte maintenant] ; dans K-9 Mail : [Importer les paramètres de K-9]. ${get}`,
        ),
        password: tap(
          'Saisissez votre mot de passe, et cochez [Utiliser le même mot de passe pour le serveur sortant].',
        ),
        browser: tap("L'application ouvre une page de votre fournisseur : connectez-vous-y."),
        both: tap(
          "L'application ouvre une page de votre fournisseur, où vous vous connectez, et demande votre mot de passe : faites les deux.",
        ),
        certificate: tap(
          'Paramètres du compte › [Serveur entrant] et [Serveur sortant] : choisissez votre certificat.',
          "Installez d'abord sur le téléphone le certificat que votre fournisseur vous a donné. Il se choisit là où l'authentification est « Certificat client ».",
        ),
        certificateToo: tap(
          "Saisissez votre mot de passe là où l'application le demande, et choisissez votre certificat sous [Serveur entrant] ou [Serveur sortant].",
          "Installez d'abord sur le téléphone le certificat que votre fournisseur vous a donné. Il se choisit là où l'authentification est « Certificat client ».",
        ),
      },
      misled: {
        login:
          "Mieux vaut le code ou le fichier : à partir de votre seule adresse, l'application trouve un nom d'utilisateur qui n'est pas le vôtre, et votre mot de passe est refusé.",
        signIn:
          "Mieux vaut le code ou le fichier : à partir de votre seule adresse, l'application ne vous fait vous authentifier que pour la réception ou pour l'envoi, et pas pour l'autre.",
      },
      start: {
        primary: [
          step(
            'Ouvrez Thunderbird et touchez ce qui suit (puis, si la page suivante le propose, « Ajoutez un compte de courriel maintenant ») :',
            'Commencer',
          ),
        ],
        additional: [step('Ouvrez le menu ≡, puis la liste des comptes, et touchez :', 'Ajouter un compte')],
      },
      steps: {
        address: step('Saisissez votre adresse, puis touchez :', 'Suivant'),
        edit: step(
          "Si l'application dit « La configuration a été trouvée », regardez-la de près avec :",
          'Modifier la configuration',
        ),
        replace: step(
          "Si l'application dit « La configuration a été trouvée », ce qu'elle a trouvé n'est pas à vous : n'y donnez aucun mot de passe, mais touchez :",
          'Modifier la configuration',
        ),
        incoming: step(
          'Sur la page « Paramètres du serveur entrant », saisissez ces valeurs, puis touchez :',
          'Suivant',
        ),
        outgoing: step(
          'Sur la page « Paramètres du serveur sortant », saisissez ces valeurs, puis touchez :',
          'Suivant',
        ),
        browser: recalled(
          "L'application vous demande de vous connecter, et ouvre une page de votre service (pour Google, le bouton dit « Se connecter avec Google ») :",
          'Se connecter',
        ),
        folders: step(
          "Si l'application demande des dossiers spéciaux, laissez-les tels quels, puis touchez :",
          'Suivant',
        ),
        names: step(
          "Sur la page « Options d'affichage », donnez les noms que vous voulez voir, puis touchez :",
          'Suivant',
        ),
        sync: step(
          'Sur la page « Options de synchronisation », choisissez si les nouveaux messages sont annoncés, puis touchez :',
          'Suivant',
        ),
      },
      labels: {
        address: 'Adresse courriel',
        protocol: 'Protocole',
        incomingHost: 'Serveur',
        incomingSecurity: 'Sécurité',
        incomingPort: 'Port',
        incomingAuthentication: 'Authentification',
        incomingLogin: "Nom d'utilisateur",
        incomingPassword: 'Mot de passe',
        incomingCertificate: 'Certificat client',
        outgoingHost: 'Serveur',
        outgoingSecurity: 'Sécurité',
        outgoingPort: 'Port',
        outgoingAuthentication: 'Authentification',
        outgoingLogin: "Nom d'utilisateur",
        outgoingPassword: 'Mot de passe',
        outgoingCertificate: 'Certificat client',
        accountName: 'Nom du compte',
        name: 'Votre nom',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'StartTLS',
        none: 'Aucune',
      },
      authentication: {
        password: 'Mot de passe normal',
        'cram-md5': 'Mot de passe chiffré',
        oauth2: 'OAuth 2.0',
        certificate: 'Certificat client',
        none: 'Aucun',
      },
      role: {
        primary: step("C'est le premier compte de l'application, et les nouveaux messages partent de lui."),
        additional: recalled('Les nouveaux messages partent du premier compte de la liste, comme avant.'),
      },
      undo: step('Ouvrez les paramètres de ce compte ; à la fin du menu ⋮ se trouve :', 'Supprimer le compte'),
      repair: step(
        "Ouvrez les paramètres de ce compte et corrigez le nom d'utilisateur aux deux endroits, Serveur entrant et Serveur sortant.",
      ),
    },
  },
});
