import { en } from './pages.en.ts';
import { step, trouble } from './step.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  page: {
    role: {
      additional:
        'Vous ajoutez cette boîte aux lettres à celles que vous avez. Elle ne devient pas la principale, et rien ne change pour les autres.',
      primary: "C'est votre première boîte aux lettres dans ce logiciel ; elle y devient la principale.",
    },
    toRole: {
      additional:
        'Vous avez déjà une autre boîte aux lettres dans ce logiciel ? Voyez les étapes qui la laissent à sa place.',
      primary: "C'est votre première boîte aux lettres dans ce logiciel ? Voyez les étapes pour ce cas.",
    },
    support: 'Assistance :',
    anotherAddress: 'Une autre adresse',
    onPhone: 'Sur votre téléphone',
    onPhoneText: "Visez ce code avec l'appareil photo du téléphone : cette page s'y ouvre.",
    onPhoneCode: 'Code QR qui ouvre cette page sur le téléphone',
    skip: 'Aller au contenu',
    languages: 'Langues',
    forPerson: 'Pour {name}',
    address: 'Votre adresse : on vous y écrit',
    wireAddress: "les logiciels l'écrivent {address}",
    login: 'Identifiant',
    loginIncoming: 'Identifiant pour recevoir',
    loginOutgoing: 'Identifiant pour envoyer',
    logins: {
      same: "Votre identifiant est votre adresse : saisissez-la partout où un logiciel demande un nom d'utilisateur ou un identifiant, pour le serveur entrant comme pour le serveur sortant.",
      sameOnExchange:
        "Votre identifiant est votre adresse : saisissez-la partout où un logiciel, ou une page qu'il ouvre, demande un nom d'utilisateur ou un identifiant.",
      differs: either(
        'typed',
        "Votre identifiant n'est pas votre adresse. Partout où un logiciel demande un nom d'utilisateur, un identifiant ou un compte, pour le serveur entrant comme pour le serveur sortant, saisissez « {incoming} ». Là seulement où il demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers l'adresse au mauvais endroit : si le mot de passe est refusé, c'est presque toujours la raison.",
        "Votre identifiant n'est pas votre adresse. Partout où l'on vous demande un nom d'utilisateur, un identifiant ou un compte, saisissez « {incoming} ». Là seulement où l'on vous demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers l'adresse au mauvais endroit : si l'accès vous est refusé, c'est presque toujours la raison.",
      ),
      differsOnExchange: either(
        'typed',
        "Votre identifiant n'est pas votre adresse. Partout où un logiciel demande un nom d'utilisateur, un identifiant ou un compte, saisissez « {incoming} ». Là seulement où il demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers l'adresse au mauvais endroit : si le mot de passe est refusé, c'est presque toujours la raison.",
        "Votre identifiant n'est pas votre adresse. Partout où l'on vous demande un nom d'utilisateur, un identifiant ou un compte, saisissez « {incoming} ». Là seulement où l'on vous demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers l'adresse au mauvais endroit : si l'accès vous est refusé, c'est presque toujours la raison.",
      ),
      several: either(
        'typed',
        "Vous avez deux identifiants : « {incoming} » pour le serveur entrant et « {outgoing} » pour le serveur sortant. Là seulement où un logiciel demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers une valeur partout : si le mot de passe est refusé, c'est presque toujours la raison.",
        "Vous avez deux identifiants : « {incoming} » pour le serveur entrant et « {outgoing} » pour le serveur sortant, partout où l'on vous en demande un. Là seulement où l'on vous demande votre adresse électronique, saisissez « {address} ». Les logiciels recopient volontiers une valeur partout : si l'accès vous est refusé, c'est presque toujours la raison.",
      ),
    },
    noPassword:
      "Aucun de ces fichiers ne contient de mot de passe. Votre logiciel vous le demandera ; ne l'envoyez jamais à qui vous le demande par message.",
    noPasswordAsked: {
      browser:
        "Aucun de ces fichiers ne contient de mot de passe. Vous vous connectez dans le navigateur, sur une page de votre service que votre logiciel ouvre ; n'envoyez jamais de mot de passe à qui vous le demande par message.",
      both: "Aucun de ces fichiers ne contient de mot de passe. Votre logiciel vous le demandera, ou ouvrira une page de votre service où vous vous connectez dans le navigateur ; ne l'envoyez jamais à qui vous le demande par message.",
      certificate:
        "Aucun de ces fichiers ne contient de mot de passe, et aucun logiciel n'en demande : c'est le certificat donné par votre service qui vous ouvre l'accès. N'envoyez jamais de mot de passe à qui vous le demande par message.",
      nothing:
        "Aucun de ces fichiers ne contient de mot de passe, et aucun logiciel n'en demande. N'envoyez jamais de mot de passe à qui vous le demande par message.",
    },
    receiving: {
      imap: 'Réception (IMAP)',
      pop3: 'Réception (POP3)',
    },
    sending: 'Envoi (SMTP)',
    calendar: 'Agenda (CalDAV)',
    contacts: 'Contacts (CardDAV)',
    exchange: 'Exchange',
    directory: 'Annuaire (LDAP)',
    searchBase: 'Base de recherche',
    server: 'Serveur',
    port: 'Port',
    link: 'Adresse (URL)',
    securityLabel: 'Sécurité',
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'aucune (non chiffré)',
    },
    authenticationLabel: 'Authentification',
    authentication: {
      password: 'mot de passe (normal)',
      'cram-md5': 'mot de passe chiffré (CRAM-MD5)',
      ntlm: 'NTLM',
      gssapi: 'Kerberos (GSSAPI)',
      oauth2: 'OAuth 2.0 (dans le navigateur)',
      certificate: 'certificat client (TLS)',
      none: 'aucune',
    },
    or: ' ou ',
  },
  home: {
    title: 'Configurer votre messagerie',
    intro:
      'Saisissez votre adresse ou votre identifiant : vous obtiendrez les fichiers et les étapes pour votre appareil, avec vos propres valeurs.',
    who: 'Votre adresse électronique ou votre identifiant',
    whoHint: 'Par exemple {example}.',
    role: 'Dans le logiciel que vous voulez configurer',
    roles: {
      additional: "j'ai déjà une autre boîte aux lettres, qui doit rester la principale",
      primary: "c'est ma première boîte aux lettres",
    },
    submit: 'Continuer',
    noPassword: "Ne saisissez pas votre mot de passe ici : cette page n'en a jamais besoin.",
    privacy:
      "Ce que vous saisissez ne sert qu'à fabriquer vos fichiers. Rien n'est conservé, et personne ne vérifie si l'adresse existe. Ni cookie, ni suivi.",
    ownLogin: {
      title: 'Votre identifiant',
      intro:
        "Rien de ce que Facteur connaît ne dit avec quel identifiant s'ouvre la boîte {address} : chacun y a le sien. Saisissez le vôtre, il sera mis dans vos fichiers et dans vos étapes.",
      label: 'Votre identifiant (pas un mot de passe)',
      mail: { incoming: 'recevoir le courrier', outgoing: 'envoyer le courrier' },
      labelAt: 'Votre identifiant pour : {service} (pas un mot de passe)',
      optional: '{label}, si vous en avez un',
      otherwise: "{label}, si c'en est un autre",
      hint: "Votre établissement vous a donné l'identifiant, peut-être par courrier ou sur la page de votre compte.",
      privacy:
        "Votre identifiant ne sert qu'à faire vos fichiers. Il n'est pas conservé et ne figure dans aucune adresse de page. Ni cookie, ni pistage.",
      missing: 'Saisissez votre identifiant.',
      malformed:
        "Ce ne peut pas être un identifiant : il est trop long, ou contient un caractère invisible, comme un saut de ligne. Saisissez-le à la main, tel que votre service vous l'a donné.",
      another: 'Mon identifiant est un autre',
      anotherText:
        "La règle de votre établissement donne l'identifiant ci-dessus. Si le vôtre est un autre, saisissez-le ici.",
      anotherSubmit: 'Prendre cet identifiant',
    },
    problemTitle: "Cela n'a pas fonctionné.",
    problems: {
      missing: 'Saisissez votre adresse ou votre identifiant.',
      tooLong: "C'est trop long pour une adresse ou un identifiant.",
      nobody: "C'est le nom qu'Evolution emploie pour ne désigner personne. Saisissez votre propre adresse.",
      unknownPage: "Cette page n'existe pas. Saisissez votre adresse pour commencer.",
      unknownFile:
        "Cette boîte aux lettres n'a pas de fichier de ce nom. Saisissez votre adresse pour voir ceux qu'elle a.",
    },
  },
  overview: {
    title: 'Votre messagerie {address}',
    intro:
      'Choisissez votre appareil, puis votre logiciel : sa page commence par le plus rapide et donne chaque étape avec vos propres valeurs.',
    otherLogins:
      "Pour l'agenda, les contacts ou Exchange seulement, vous avez un autre identifiant : il figure dans leur tableau, sous « À la main ».",
    devices: 'Choisissez votre appareil',
    likely: 'le vôtre, semble-t-il',
    tablet: 'Sur un iPad ? Il se présente comme un Mac : choisissez iPhone et iPad.',
    sites: 'Dans le navigateur, sans rien installer',
    open: 'Ouvrir : {title}',
    file: 'Fichier :',
    files: 'Fichiers :',
    versions: "Quelles versions l'acceptent, et comment on le sait",
    others: 'Autres façons de faire',
    otherPrograms: 'Autres applications',
    byHand: 'À la main',
    byHandIntro:
      "Pour tout autre logiciel, et là où un logiciel pose la question : voici les valeurs à saisir. S'il y a plusieurs serveurs du même genre, le premier suffit.",
    leftOut: "Ce qui n'a pas pu être préparé",
    leftOutIntro: 'Ces logiciels ne peuvent pas recevoir cette messagerie. Chaque ligne dit pourquoi et que faire.',
    leftOutOf: '{program} – {title} :',
    withoutLogin:
      "Aucun fichier ne configure ceci, car votre identifiant n'y suit aucune règle et n'est pas connu ici : {services}. Votre établissement vous le donne.",
    links: 'Aide et compte',
    webmail: 'Webmail : lire et écrire dans le navigateur, sans rien configurer',
    site: 'Ces pages sur le web, toujours à jour',
    portal: 'Portail du compte : activer et gérer le compte',
    passwordRecovery: 'Mot de passe perdu',
    administrators: 'Pour les administrateurs',
    administratorsIntro: "Vous n'avez pas besoin de ces fichiers pour configurer votre propre logiciel.",
    nothing: either(
      'webmail',
      "Aucun fichier n'a pu être préparé pour cette messagerie. Servez-vous des valeurs ci-dessous, ou du webmail.",
      "Aucun fichier n'a pu être préparé pour cette messagerie. Servez-vous des valeurs ci-dessous.",
    ),
    made: 'Fait avec Facteur pour {provider}. Cette page ne demande pas de connexion et ne charge rien.',
  },
  onboarding: {
    title: 'Obtenir votre compte',
    overviewLink: 'Compte, mot de passe, première visite : pas à pas',
    home: 'Les fichiers pour vos appareils',
    whose: 'Choisissez votre messagerie.',
    none: "Vous n'avez pas encore de compte, ou vous en avez perdu le mot de passe ?",
    noneLink: 'Obtenir un compte, pas à pas',
    contents: 'Sur cette page',
    logins: {
      same: either(
        'typed',
        'Votre adresse est aussi votre identifiant : avec elle et le mot de passe, vous vous connectez.',
        'Votre adresse est aussi votre identifiant : avec elle, vous vous connectez.',
      ),
      differs: either(
        'typed',
        "Ce sont deux choses différentes : avec l'identifiant et le mot de passe, vous vous connectez ; à l'adresse, on vous écrit.",
        "Ce sont deux choses différentes : avec l'identifiant, vous vous connectez ; à l'adresse, on vous écrit.",
      ),
      several: either(
        'typed',
        "Ce sont trois choses différentes : avec un identifiant et le mot de passe, vous vous connectez ; à l'adresse, on vous écrit.",
        "Ce sont trois choses différentes : avec un identifiant, vous vous connectez ; à l'adresse, on vous écrit.",
      ),
    },
    sections: {
      activation: 'Activer le compte',
      password: 'Choisir le mot de passe',
      recovery: 'Mot de passe perdu',
      webmail: 'Première visite au webmail',
      notes: 'À retenir',
      links: 'Aide',
    },
    prepare: 'À préparer',
    steps: 'Pas à pas',
    seeRules: 'Voir les règles du mot de passe',
    rulesTitle: 'Ce qui est demandé',
    rules: {
      length: 'Au moins {minimumLength} caractères',
      lowercase: 'Une lettre minuscule (a à z)',
      uppercase: 'Une lettre majuscule (A à Z)',
      digit: 'Un chiffre (0 à 9)',
      special: either(
        'specials',
        'Un caractère spécial de la liste ci-dessous',
        "Un caractère spécial, c'est-à-dire ni lettre ni chiffre",
      ),
      characters: either(
        'space',
        'Seulement des lettres sans accent, des chiffres et les caractères spéciaux de la liste : ni é, ni €',
        'Seulement des lettres sans accent, des chiffres et les caractères spéciaux de la liste : ni é, ni €, ni espace',
      ),
      names: "Ni votre prénom ni votre nom, même avec des caractères remplacés : Dup0nt ou D*pont, c'est encore Dupont",
      digitRun: either(
        'longer',
        'Pas de suite de {from} à {to} chiffres, comme dans une date (01012000) ; une suite plus longue est refusée aussi',
        'Pas de suite de {from} chiffres ou plus, comme dans une date',
      ),
    },
    specials: 'Caractères spéciaux admis',
    space: 'espace',
    ownNotes: "Ce qu'aucune vérification ne peut voir",
    never: "Ne donnez votre mot de passe à personne et ne l'envoyez jamais par message.",
    check: {
      title: 'Essayer un mot de passe ici',
      intro: "Seul votre navigateur regarde ce que vous tapez : rien n'est envoyé, rien n'est gardé.",
      namesRead:
        "Le mot de passe ne doit contenir ni votre prénom ni votre nom. Ils ont été lus dans l'adresse : corrigez-les au besoin.",
      namesAsked:
        'Le mot de passe ne doit contenir ni votre prénom ni votre nom : indiquez-les, et cela aussi sera vérifié.',
      first: 'Prénom',
      last: 'Nom',
      password: 'Mot de passe à essayer',
      show: 'Afficher le mot de passe',
      kept: 'Fait',
      broken: 'Pas encore',
      all: "Ce mot de passe respecte toutes les règles que l'on peut vérifier ici.",
      some: 'Ce mot de passe ne respecte pas encore toutes les règles : voyez la liste.',
    },
  },
  guides: {
    title: '{address} dans {program}',
    notFor: 'pas pour cette boîte aux lettres, et pourquoi',
    back: 'Autres appareils et logiciels',
    noPassword:
      "Rien ici ne contient de mot de passe : c'est le logiciel qui le demandera. Ne l'envoyez jamais à qui vous le demanderait par message.",
    noPasswordAsked: {
      browser:
        "Rien ici ne contient de mot de passe, et ce logiciel n'en demande pas : vous vous connectez dans le navigateur, sur une page de votre service qu'il ouvre. N'envoyez jamais de mot de passe à qui vous le demanderait par message.",
      both: "Rien ici ne contient de mot de passe : c'est le logiciel qui le demandera ; il ouvrira aussi une page de votre service où vous vous connectez dans le navigateur. N'envoyez jamais de mot de passe à qui vous le demanderait par message.",
      certificate:
        "Rien ici ne contient de mot de passe, et ce logiciel n'en demande pas : c'est le certificat donné par votre service qui vous ouvre l'accès. N'envoyez jamais de mot de passe à qui vous le demanderait par message.",
      nothing:
        "Rien ici ne contient de mot de passe, et ce logiciel n'en demande pas. N'envoyez jamais de mot de passe à qui vous le demanderait par message.",
    },
    fast: 'Le plus rapide',
    automatic: 'Laisser le logiciel trouver les paramètres',
    scan: 'Avec le code QR : rien à saisir',
    qr: 'Code QR qui configure {address}',
    byHand: 'À la main, étape par étape',
    inBrowser: 'Étape par étape : connectez-vous dans le navigateur',
    check: 'Vérifier que tout fonctionne',
    checking:
      "Écrivez un message à votre propre adresse. Il doit arriver en moins d'une minute, avec votre adresse comme expéditeur : alors l'envoi et la réception fonctionnent.",
    refused: 'Si le mot de passe est refusé',
    stop: "Ne réessayez pas sans fin : après trois refus, certains serveurs bloquent le compte quelque temps. Vérifiez d'abord le nom d'utilisateur.",
    refusedLogins: {
      same: "Ressaisissez le mot de passe avec soin. S'il est encore refusé, vérifiez lettre par lettre le nom d'utilisateur du serveur entrant et celui du serveur sortant.",
      differs:
        "Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Pour le serveur entrant comme pour le serveur sortant, le nom d'utilisateur doit être « {incoming} ».",
      several:
        "Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Le nom d'utilisateur doit être « {incoming} » pour le serveur entrant et « {outgoing} » pour le serveur sortant.",
    },
    notLetIn: {
      title: "Si l'accès vous est refusé",
      stop: "Vérifiez d'abord de qui est la page : seule celle de votre service peut vous demander de vous connecter. Si cette page dit que le logiciel doit être approuvé, ou si elle vous laisse entrer et le logiciel non, signalez-le à votre service : certains n'admettent que les logiciels qu'ils connaissent.",
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
    troublesTitle: "En cas d'autre problème",
    troubles: [
      trouble(
        'Les messages arrivent, mais aucun ne part',
        step(
          "Il manque quelque chose pour le serveur sortant : comparez son nom d'utilisateur, son port et sa sécurité aux valeurs ci-dessous.",
        ),
      ),
      trouble(
        'Un message est refusé avec « Sender address rejected » ou « not owned by user »',
        step(
          "Le serveur ne sait pas que vous pouvez écrire depuis cette adresse. Aucun réglage n'y fait rien : signalez-le à votre fournisseur.",
        ),
      ),
    ],
    undo: 'Pour revenir en arrière',
    values: 'Toutes les valeurs en un seul endroit',
    mayDiffer: 'les libellés peuvent différer dans votre version',
    yourPassword: 'le mot de passe de votre messagerie',
    yourAppPassword: "votre mot de passe d'application, et non celui de votre compte",
    appPassword: {
      say: "Quand un logiciel demande le mot de passe, saisissez un mot de passe d'application : celui de votre compte y est refusé. On le crée ici :",
      link: "Créer un mot de passe d'application",
    },
    yourCertificate: "le certificat que votre fournisseur vous a donné ; installez-le d'abord sur l'appareil",
    yourName: 'votre nom, tel que les autres le verront',
    pageLogin: 'Identifiant sur cette page',
    notAddress: 'votre identifiant, pas votre adresse',
    on: 'activé',
    off: 'désactivé',
    ticked: 'cochée',
    notTicked: 'non cochée',
    exchangeTitle: 'Par Exchange.',
    exchange: either(
      'profile',
      "Ouvrez le profil Exchange de cet appareil : il est sur la page de tous les appareils. Ou ajoutez à la main un compte de type « Exchange », avec l'adresse {address}, le nom d'utilisateur « {login} » et, s'il est demandé, le serveur {host}.",
      "Ajoutez un compte avec l'adresse {address}, de type « Exchange » si le logiciel demande le type. Le nom d'utilisateur est « {login} », et le serveur, s'il est demandé, {host}.",
    ),
    unsuitableTitle: 'Pas pour cette boîte aux lettres.',
    unsuitable: {
      signIn: either(
        'webmail',
        "{hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Utilisez le webmail, ou demandez à votre service quels logiciels savent s'y connecter.",
        "{hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Demandez à votre service quels logiciels savent s'y connecter.",
      ),
      browser: either(
        'webmail',
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0), et ce logiciel ne le fait que pour de grands fournisseurs qu'il connaît, voire pour aucun. Utilisez le webmail, ou demandez à votre service quels logiciels savent s'y connecter.",
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0), et ce logiciel ne le fait que pour de grands fournisseurs qu'il connaît, voire pour aucun. Demandez à votre service quels logiciels savent s'y connecter.",
      ),
      certificate: either(
        'webmail',
        "{hosts} vous reconnaît à un certificat personnel et n'accepte aucun mot de passe, et ce logiciel n'a pas ce choix dans sa configuration. Utilisez un logiciel pour lequel la page de tous les appareils a un fichier, ou le webmail.",
        "{hosts} vous reconnaît à un certificat personnel et n'accepte aucun mot de passe, et ce logiciel n'a pas ce choix dans sa configuration. Utilisez un logiciel pour lequel la page de tous les appareils a un fichier.",
      ),
      mixed: either(
        'webmail',
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0). Ce logiciel ne le fait que pour un service qui reçoit et envoie le courrier, et ici {others} se charge de l'autre moitié. Utilisez le webmail, ou demandez à votre service quels logiciels peuvent se connecter.",
        "{hosts} ne vous laisse entrer que par le navigateur (OAuth 2.0). Ce logiciel ne le fait que pour un service qui reçoit et envoie le courrier, et ici {others} se charge de l'autre moitié. Demandez à votre service quels logiciels peuvent se connecter.",
      ),
      encryptedOnly:
        "{hosts} n'accepte qu'un mot de passe chiffré (CRAM-MD5) et, pour autant qu'on le sache, ce logiciel ne le propose pas. Utilisez Thunderbird.",
      imapOnly:
        "Cette boîte aux lettres ne se lit qu'en POP3, et pour ce logiciel seules les étapes en IMAP sont connues. Utilisez un autre logiciel.",
      addressIsLogin: either(
        'webmail',
        "Ce logiciel envoie toujours l'adresse comme identifiant, et votre identifiant est « {login} » : le mot de passe serait refusé à chaque fois, et certains serveurs bloquent un compte quelque temps après plusieurs refus. Utilisez un autre logiciel de la liste, ou le webmail.",
        "Ce logiciel envoie toujours l'adresse comme identifiant, et votre identifiant est « {login} » : le mot de passe serait refusé à chaque fois, et certains serveurs bloquent un compte quelque temps après plusieurs refus. Utilisez un autre logiciel de la liste.",
      ),
    },
  },
});
