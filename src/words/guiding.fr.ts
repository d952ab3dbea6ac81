import { en } from './guiding.en.ts';
import { step, trouble } from './step.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  guides: {
    back: 'Autres appareils et logiciels',
    qr: 'Code QR qui configure {address}',
    byHand: 'À la main',
    inBrowser: 'Étape par étape : connectez-vous dans le navigateur',
    works: 'Ça marche ?',
    checking: "Écrivez-vous un message : il arrive en moins d'une minute.",
    trouble: 'Si cela ne marche pas',
    otherFiles: 'Autres fichiers',
    size: '({kilobytes} Ko)',
    scanHere: "Visez ce code avec l'appareil photo du téléphone.",
    thenOpen: "Cette page s'y ouvre : touchez son bouton, puis :",
    thenFollow: "Cette page s'y ouvre, avec ces étapes pour {program}.",
    thenOpenAsked:
      "Votre identifiant vous y est d'abord demandé ; puis cette page s'ouvre : touchez son bouton, puis :",
    thenFollowAsked:
      "Votre identifiant vous y est d'abord demandé ; puis cette page s'ouvre, avec ces étapes pour {program}.",
    send: {
      ios: "Envoyez ce fichier à l'iPhone ou à l'iPad, et touchez-le là-bas :",
      android: 'Envoyez ce fichier au téléphone :',
    },
    sendInstead: "Sans l'appareil photo : envoyer le fichier",
    sendWays: {
      ios: [
        'Joignez-le à un message à vous-même, et touchez la pièce jointe sur le téléphone, dans Mail ou dans le webmail ouvert avec Safari.',
        'Depuis un Mac : clic droit › Partager › AirDrop.',
        'Ou mettez-le dans iCloud Drive, et touchez-le dans Fichiers.',
      ],
      android: [
        'Joignez-le à un message à vous-même, et enregistrez la pièce jointe sur le téléphone.',
        'Ou copiez-le par câble USB, ou avec Quick Share.',
      ],
    },
    asText:
      'Le lien affiche du texte ? Clic droit : Enregistrer le lien sous… ; ou prenez {file} dans le dossier de cette page.',
    removeDownloaded: 'Fermez {program}, téléchargez ce fichier et lancez cette ligne dans un terminal :',
    removeHere:
      "Fermez {program}. Dans le dossier d'index.html, clic droit : Ouvrir dans un terminal ; lancez-y cette ligne :",
    theFile: 'Le fichier que cette ligne lance',
    removeByHand: 'À la main :',
    onComputer: "Ouvrez cette page sur l'ordinateur où vous voulez lire votre courrier :",
    onIpad: "Vous êtes sur l'iPad lui-même ?",
    safari: {
      title: 'Ouvrez cette page dans Safari',
      keepsFiles: "Ce navigateur garderait le profil sans l'installer.",
      insideApp: 'Dans une autre app, il ne se passerait rien.',
      copy: 'Copiez cette adresse et collez-la dans Safari :',
      startAgain: 'Copiez cette adresse, collez-la dans Safari et recommencez-y :',
      fromBar: "Copiez l'adresse de cette page et collez-la dans Safari.",
      next: 'Ensuite, dans Safari',
      tap: 'Touchez [{button}] :',
    },
    nothing: {
      title: 'Rien ne se passe',
      say: 'Seul Safari le fait à coup sûr : ouvrez-y cette page.',
      sent: "Touchez le fichier dans Mail, dans Fichiers ou dans Safari : d'autres apps l'enregistrent sans l'ouvrir.",
      files: "Le fichier est déjà dans l'app Fichiers ? Touchez-le, puis passez à l'étape suivante.",
      managed:
        'Un iPhone géré par votre établissement, ou en mode Isolement, refuse les profils : configurez-le [à la main](#by-hand).',
    },
    firstMailbox: {
      question: 'Est-ce votre première boîte dans {program} ?',
      additional: "Non, j'en ai une autre",
      primary: 'Oui',
    },
    mainMailbox: 'Quelle boîte est la principale',
    refused: 'Le mot de passe est refusé',
    stop: 'Ne réessayez pas sans fin : après trois refus, certains serveurs bloquent le compte quelque temps.',
    refusedBy: {
      file: "Avec le fichier, l'identifiant est bon : il y est déjà. Ressaisissez donc le mot de passe, avec soin.",
      code: "Avec le code, l'identifiant est bon : il y est déjà. Ressaisissez donc le mot de passe, avec soin.",
    },
    refusedExchange: {
      same: "Ressaisissez le mot de passe avec soin. S'il est encore refusé, vérifiez le nom d'utilisateur, lettre par lettre.",
      differs:
        "Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Le nom d'utilisateur doit être « {incoming} ».",
    },
    activation: 'Pas encore activé ?',
    refusedLogins: {
      same: "Ressaisissez le mot de passe avec soin. S'il est encore refusé, vérifiez lettre par lettre le nom d'utilisateur du serveur entrant et celui du serveur sortant.",
      differs:
        "Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Pour le serveur entrant comme pour le serveur sortant, le nom d'utilisateur doit être « {incoming} ».",
      several:
        "Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Le nom d'utilisateur doit être « {incoming} » pour le serveur entrant et « {outgoing} » pour le serveur sortant.",
    },
    notLetIn: {
      title: "Si l'accès vous est refusé",
      stop: "Vérifiez d'abord de qui est la page : seule celle de votre service peut vous demander de vous connecter. Si cette page dit que le logiciel doit être approuvé, ou si elle vous laisse entrer et le logiciel non, signalez-le à {whom} : certains établissements n'admettent que les logiciels qu'ils connaissent.",
      logins: {
        same: "Recommencez, et connectez-vous avec « {incoming} ». Si un autre compte est déjà connecté sur cette page, choisissez d'en utiliser un autre.",
        differs:
          "Vous avez sans doute donné votre adresse, ou un autre compte était déjà connecté sur cette page. Recommencez, choisissez d'y utiliser un autre compte, et connectez-vous avec « {incoming} ».",
        several:
          "Vous avez sans doute donné votre adresse, ou l'autre de vos identifiants. Recommencez, et connectez-vous avec « {incoming} » pour le serveur entrant et avec « {outgoing} » pour le serveur sortant.",
      },
    },
    closed: {
      title: "Si l'accès vous est refusé",
      stop: "Vérifiez d'abord que le certificat donné par votre service est installé sur cet appareil, qu'il n'a pas expiré, et qu'il est choisi partout où le compte a une place pour lui.",
      logins: {
        same: "Vérifiez ensuite le nom d'utilisateur, lettre par lettre : ce doit être « {incoming} ».",
        differs:
          "Vérifiez ensuite le nom d'utilisateur : beaucoup de logiciels y recopient votre adresse, et ce doit être « {incoming} ».",
        several:
          "Vérifiez ensuite le nom d'utilisateur : beaucoup de logiciels y recopient votre adresse, et ce doit être « {incoming} » pour le serveur entrant et « {outgoing} » pour le serveur sortant.",
      },
    },
    troublesTitle: 'Autre chose',
    troubles: [
      trouble(
        'Les messages arrivent, mais aucun ne part',
        step(
          "Il manque quelque chose pour le serveur sortant : comparez son nom d'utilisateur, son port et sa sécurité aux valeurs ci-dessous.",
        ),
      ),
    ],
    notOwned: {
      seen: 'Un message est refusé avec « Sender address rejected » ou « not owned by user »',
      say: "Le serveur ne sait pas que vous pouvez écrire depuis cette adresse. Aucun réglage n'y fait rien : signalez-le à {whom}.",
    },
    undo: 'Tout enlever',
    values: 'Toutes les valeurs',
    mayDiffer: 'les libellés peuvent différer dans votre version',
    yourPassword: 'le mot de passe de votre messagerie',
    yourAppPassword: "votre mot de passe d'application, et non celui de votre compte",
    appPassword: {
      say: "Quand un logiciel demande le mot de passe, saisissez un mot de passe d'application : celui de votre compte y est refusé. Il se crée ici :",
      link: "Créer un mot de passe d'application",
    },
    yourCertificate: "le certificat que votre fournisseur vous a donné ; installez-le d'abord sur l'appareil",
    yourName: 'votre nom, tel que les autres le verront',
    pageLogin: 'Identifiant sur cette page',
    notAddress: 'votre identifiant, pas votre adresse',
    on: 'activé',
    off: 'désactivé',
    ticked: 'à cocher',
    notTicked: 'à décocher',
    unsuitableTitle: 'Pas pour cette boîte aux lettres.',
    unsuitable: {
      signIn: either(
        'webmail',
        "{hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Utilisez le webmail, ou demandez à {whom} quels logiciels savent s'y connecter.",
        "{hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Demandez à {whom} quels logiciels savent s'y connecter.",
      ),
      browser: either(
        'webmail',
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0), et ce logiciel ne le fait que pour de grands fournisseurs qu'il connaît, voire pour aucun. Utilisez le webmail, ou demandez à {whom} quels logiciels savent s'y connecter.",
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0), et ce logiciel ne le fait que pour de grands fournisseurs qu'il connaît, voire pour aucun. Demandez à {whom} quels logiciels savent s'y connecter.",
      ),
      certificate: either(
        'webmail',
        "{hosts} vous reconnaît à un certificat personnel et n'accepte aucun mot de passe, et ce logiciel n'a pas ce choix dans sa configuration. Utilisez un logiciel pour lequel la page de tous les appareils a un fichier, ou le webmail.",
        "{hosts} vous reconnaît à un certificat personnel et n'accepte aucun mot de passe, et ce logiciel n'a pas ce choix dans sa configuration. Utilisez un logiciel pour lequel la page de tous les appareils a un fichier.",
      ),
      mixed: either(
        'webmail',
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0). Ce logiciel ne le fait que pour un service qui reçoit et envoie le courrier, et ici {others} se charge de l'autre moitié. Utilisez le webmail, ou demandez à {whom} quels logiciels peuvent se connecter.",
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0). Ce logiciel ne le fait que pour un service qui reçoit et envoie le courrier, et ici {others} se charge de l'autre moitié. Demandez à {whom} quels logiciels peuvent se connecter.",
      ),
      encryptedOnly:
        "{hosts} n'accepte qu'un mot de passe chiffré (CRAM-MD5), que ce logiciel ne propose pas. Utilisez Thunderbird.",
      imapOnly:
        "Cette boîte aux lettres ne se lit qu'en POP3, et les étapes pour ce logiciel sont celles d'IMAP. Utilisez un autre logiciel.",
      addressIsLogin: 'Il envoie votre adresse comme identifiant, pas « {login} » : le mot de passe serait refusé.',
    },
  },
});
