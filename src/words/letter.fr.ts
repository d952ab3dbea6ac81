import { en } from './letter.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  letter: {
    title: either('activation', 'Votre messagerie', 'Votre messagerie est prête'),
    activate: "Activez d'abord votre compte, si ce n'est pas encore fait :",
    lead: 'Trois étapes, sur votre ordinateur et votre téléphone.',
    leadWithFiles: 'On vous a aussi remis des fichiers ? Ouvrez-y index.html : il vous guide. Sinon, en trois étapes :',
    address: 'Votre adresse : on vous y écrit',
    both: 'Votre adresse, qui est aussi votre identifiant',
    login: 'Votre identifiant : pour vous connecter',
    loginIncoming: 'Votre identifiant pour recevoir',
    loginOutgoing: 'Votre identifiant pour envoyer',
    scan: "Visez le code avec l'appareil photo de votre téléphone. Sur un ordinateur, ouvrez cette page et saisissez votre adresse électronique :",
    code: 'Code QR qui ouvre votre page',
    choose: 'Choisissez votre logiciel. La page fait le reste, ou vous mène pas à pas.',
    add: {
      mail: 'Dans votre logiciel de messagerie, ou dans les réglages de votre téléphone, ajoutez un compte. Si vous avez le choix, configurez-le à la main.',
      exchange:
        'Dans votre logiciel de messagerie, ou dans les réglages de votre téléphone, ajoutez un compte de type « Exchange ».',
      page: 'Dans votre logiciel de messagerie, ou dans les réglages de votre téléphone, ajoutez un compte. Dans une liste de fournisseurs, choisissez {issuer}.',
    },
    issuers: { Google: 'Google', Microsoft: 'Microsoft, Exchange ou Office 365' },
    type: {
      page: 'Saisissez votre adresse. Aucun serveur ne vous est demandé.',
      same: "Saisissez les valeurs ci-dessous, lettre par lettre. Le nom d'utilisateur est votre adresse.",
      differs:
        "Saisissez les valeurs ci-dessous, lettre par lettre. Le nom d'utilisateur est votre identifiant, pas votre adresse.",
    },
    prove: {
      password: "Donnez votre mot de passe à votre logiciel, et à lui seul. Il n'est pas dans cette lettre.",
      appPassword:
        "Quand votre logiciel demande un mot de passe, donnez-lui un mot de passe d'application. Il se crée ici :",
      browser:
        "Votre logiciel ouvre une page de votre service : connectez-vous-y avec votre identifiant. Aucune autre page n'a à vous le demander.",
      page: "Une page de {issuer} s'ouvre : connectez-vous-y avec votre identifiant. Aucune autre page n'a à vous le demander.",
      both: "Votre logiciel demande votre mot de passe, ou ouvre une page de votre service où vous vous connectez. Votre mot de passe n'est pas dans cette lettre.",
      certificate:
        'Quand votre logiciel demande comment vous connecter, choisissez le certificat que votre établissement vous a donné.',
      nothing: "Il n'y a pas de mot de passe à saisir : votre ordinateur se connecte de lui-même.",
    },
    lost: 'Mot de passe perdu ?',
    another: 'Pour tout autre logiciel',
    values: 'Les valeurs',
    portAndSecurity: 'Port, sécurité',
    userName: "Nom d'utilisateur",
    exchangeServer: 'Serveur Exchange',
    notAddress: '(pas votre adresse)',
    webmail: 'Sans rien installer : dans un navigateur, avec le même identifiant,',
    nobody:
      "Personne n'a besoin de votre mot de passe : l'assistance ne le demande jamais, ni par message ni au téléphone.",
  },
});
