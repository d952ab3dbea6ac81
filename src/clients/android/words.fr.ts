import { noted, recalled, step } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  gmailManaged: {
    title: 'Gmail sur appareils Android gérés',
    use: "Pour le compte Exchange. Dans Intune : Applications › Configuration › Appareils gérés › Android Enterprise › Gmail › Entrer des données JSON ; ailleurs, recopiez les clés et les valeurs dans le formulaire de Gmail. Attribuez-le à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Pour plusieurs personnes, remplacez les valeurs par des variables équivalentes de votre console ; attention, l'identifiant (exchange_username) peut différer de l'adresse.",
  },
  guides: {
    gmail: {
      title: 'Gmail',
      start: {
        primary: [recalled('Ouvrez Gmail et touchez :', 'OK', 'Ajouter une adresse e-mail', 'Autre')],
        additional: [
          noted(
            recalled('Ouvrez Gmail et touchez :', '≡', 'Paramètres', 'Ajouter un compte', 'Autre'),
            'Pas de ≡ ? Votre photo › [Ajouter un autre compte] › [Autre].',
          ),
        ],
      },
      steps: {
        provider: recalled('Dans la liste des types de compte, touchez :'),
        page: recalled(
          "Saisissez votre adresse si l'application la demande. Une page de votre service s'ouvre ensuite : connectez-vous-y.",
        ),
        address: recalled(
          'Saisissez votre adresse. Ne touchez pas Suivant, qui peut mener à une page de connexion de Google ou de Microsoft ; touchez :',
          'Configuration manuelle',
        ),
        protocol: recalled('Choisissez le type de compte :'),
        password: recalled('Saisissez votre mot de passe, puis touchez :', 'Suivant'),
        incoming: recalled(
          "Sur la page « Paramètres du serveur entrant », votre adresse ou son début figure déjà comme nom d'utilisateur : remplacez-la. Laissez de côté les valeurs que l'application ne demande pas. Touchez ensuite :",
          'Suivant',
        ),
        outgoing: recalled(
          "Sur la page « Paramètres du serveur sortant », remplacez là aussi le nom d'utilisateur, puis touchez :",
          'Suivant',
        ),
        exchange: recalled('Dans la liste des types de compte, touchez :', 'Exchange et Office 365'),
        exchangeValues: recalled("Saisissez ce que l'application en demande, puis touchez :", 'Suivant'),
        options: recalled('Laissez les options du compte telles quelles, puis touchez :', 'Suivant'),
        names: recalled('Donnez les noms que vous voulez voir, puis touchez :', 'Suivant'),
      },
      browser: {
        about:
          "Gmail connaît votre fournisseur : vous vous connectez sur une page dans le navigateur, et il n'y a aucun serveur à saisir.",
        start: {
          primary: [recalled('Ouvrez Gmail et touchez :', 'OK', 'Ajouter une adresse e-mail')],
          additional: [
            noted(
              recalled('Ouvrez Gmail et touchez :', '≡', 'Paramètres', 'Ajouter un compte'),
              'Pas de ≡ ? Votre photo › [Ajouter un autre compte].',
            ),
          ],
        },
      },
      issuers: {
        google: 'Google',
        microsoft: 'Exchange et Office 365',
        yahoo: 'Yahoo',
      },
      labels: {
        address: 'Saisissez votre adresse e-mail',
        password: 'Mot de passe',
        incomingLogin: "Nom d'utilisateur",
        incomingHost: 'Serveur',
        incomingPort: 'Port',
        incomingSecurity: 'Type de sécurité',
        signIn: 'Exiger une connexion',
        exchangePassword: 'Mot de passe',
        exchangeLogin: "Domaine\\Nom d'utilisateur",
        exchangeHost: 'Serveur',
        outgoingLogin: "Nom d'utilisateur",
        outgoingPassword: 'Mot de passe',
        outgoingHost: 'Serveur SMTP',
        outgoingPort: 'Port',
        outgoingSecurity: 'Type de sécurité',
        accountName: 'Nom du compte',
        name: 'Votre nom',
      },
      protocol: {
        imap: 'Personnel (IMAP)',
        pop3: 'Personnel (POP3)',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'Aucune',
      },
      role: {
        primary: recalled(
          "Quand vous écrivez, choisissez l'expéditeur dans le champ De : Gmail préfère un compte Google, s'il y en a un.",
        ),
        additional: recalled(
          "Vos autres comptes restent tels quels. Pour écrire depuis celui-ci, choisissez-le dans le champ De : il ne devient jamais l'expéditeur par défaut.",
        ),
      },
      undo: recalled(
        'Dans les paramètres du téléphone, retirez ce compte :',
        'Paramètres',
        'Mots de passe et comptes',
        'Supprimer le compte',
      ),
      repair: recalled(
        'Ouvrez les paramètres de ce compte, puis ceux du serveur entrant et du serveur sortant :',
        '≡',
        'Paramètres',
      ),
    },
    samsung: {
      title: 'Samsung Email',
      about: "L'application « E-mail » des téléphones Samsung. Elle dit SSL pour SSL/TLS et TLS pour STARTTLS.",
      start: {
        primary: [recalled('Ouvrez E-mail et touchez :', 'Autre')],
        additional: [recalled('Ouvrez E-mail et touchez :', '≡', '⚙', 'Ajouter un compte', 'Autre')],
      },
      steps: {
        provider: recalled('Dans la liste des fournisseurs, touchez :'),
        page: recalled(
          "Saisissez votre adresse si l'application la demande. Une page de votre service s'ouvre ensuite : connectez-vous-y.",
        ),
        address: recalled('Saisissez votre adresse et votre mot de passe, puis touchez :', 'Config. manuelle'),
        protocol: recalled('Choisissez le type de compte :'),
        incoming: recalled(
          "Pour le serveur entrant, votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la.",
        ),
        exchangeOther: recalled('Dans la liste des fournisseurs, touchez :', 'Autre'),
        exchange: recalled("Si l'application demande le type de compte, touchez :", 'Microsoft Exchange ActiveSync'),
        exchangeValues: recalled('Saisissez ceci, même là où autre chose figure déjà, puis touchez :', 'Connexion'),
        outgoing: recalled('Plus bas, pour le serveur sortant, faites de même, puis touchez :', 'Connexion'),
      },
      browser: {
        about:
          "L'application « E-mail » des téléphones Samsung connaît votre fournisseur : vous vous connectez sur une page dans le navigateur.",
        start: {
          primary: [recalled("Ouvrez E-mail : l'application affiche une liste de fournisseurs.")],
          additional: [recalled('Ouvrez E-mail et touchez :', '≡', '⚙', 'Ajouter un compte')],
        },
      },
      issuers: {
        google: 'Gmail',
        microsoft: 'Office365',
        yahoo: 'Yahoo',
        aol: 'AOL',
      },
      labels: {
        address: 'Adresse e-mail',
        password: 'Mot de passe',
        incomingLogin: "Nom d'utilisateur",
        incomingHost: 'Serveur IMAP (ou POP3)',
        incomingSecurity: 'Type de sécurité',
        incomingPort: 'Port',
        outgoingHost: 'Serveur SMTP',
        outgoingSecurity: 'Type de sécurité',
        outgoingPort: 'Port',
        signIn: "Authentification requise avant l'envoi d'e-mails",
        exchangePassword: 'Mot de passe',
        exchangeLogin: "Domaine\\nom d'utilisateur",
        exchangeHost: 'Serveur Exchange',
        outgoingLogin: "Nom d'utilisateur",
        outgoingPassword: 'Mot de passe',
      },
      protocol: {
        imap: 'Compte IMAP',
        pop3: 'Compte POP3',
      },
      security: {
        tls: 'SSL',
        starttls: 'TLS',
        none: 'Aucun',
      },
      role: {
        primary: recalled('Pour que les nouveaux messages partent de ce compte : ≡ › ⚙ › Compte par défaut.'),
        additional: recalled(
          'Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous ≡ › ⚙ › Compte par défaut.',
        ),
      },
      undo: recalled("Ouvrez ce compte dans les paramètres de l'application, puis touchez :", 'Supprimer'),
      repair: recalled(
        "Ouvrez ce compte dans les paramètres et corrigez le nom d'utilisateur des deux serveurs :",
        '≡',
        '⚙',
      ),
    },
    fairemail: {
      title: 'FairEmail',
      aside: "libre ; distingue l'identifiant de l'adresse",
      about:
        "FairEmail distingue le compte (avec quoi vous vous connectez) de l'identité (sous quoi vous écrivez). N'utilisez pas son assistant, qui peut essayer votre adresse comme identifiant.",
      start: {
        primary: [
          step(
            'Ouvrez FairEmail. Sur la première page de ses paramètres, plus bas, touchez :',
            'Configuration manuelle et options des comptes',
            'Comptes',
          ),
        ],
        additional: [
          step(
            'Dans FairEmail, touchez :',
            '≡',
            'Paramètres',
            'Configuration manuelle et options des comptes',
            'Comptes',
          ),
        ],
      },
      steps: {
        provider: recalled(
          "Dans la liste de l'assistant, touchez la ligne de votre fournisseur, qui finit par « (OAuth) » :",
        ),
        you: recalled('Saisissez votre nom et votre adresse, puis touchez :', 'Autoriser'),
        page: recalled("Une page de votre service s'ouvre dans le navigateur : connectez-vous-y."),
        sender: recalled(
          "FairEmail écrit alors sous l'identifiant avec lequel il s'est connecté. Ouvrez l'identité sous Paramètres › Configuration manuelle et options des comptes › Identités, mettez votre adresse à la place de l'identifiant et enregistrez :",
        ),
        protocol: step("Touchez le bouton rond marqué d'un plus, puis :"),
        incoming: step(
          "Choisissez « Personnalisé » sous « Fournisseur », et saisissez ces valeurs. L'indication au nom d'utilisateur parle d'une adresse ; c'est la valeur ci-dessous qui compte. Touchez ensuite :",
          'Vérifier',
        ),
        check: step('Laissez « Ajouter une identité liée (serveur SMTP) » coché, puis touchez :', 'Enregistrer'),
        identity: step("La page de l'identité s'ouvre. Saisissez ceci :"),
        outgoing: step(
          'Plus bas sur la même page, saisissez ceci (si ces champs manquent, touchez « Avancé »). Touchez ensuite :',
          'Enregistrer',
        ),
      },
      browser: {
        about:
          "Les éditions de Google Play et de GitHub connaissent votre fournisseur : vous vous connectez sur une page dans le navigateur. Celle de F-Droid, non : prenez l'une des deux autres.",
        start: {
          primary: [recalled('Ouvrez FairEmail. Sur sa première page de paramètres, touchez :', 'Assistant')],
          additional: [recalled('Dans FairEmail, touchez :', '≡', 'Paramètres', 'Configuration rapide', 'Assistant')],
        },
      },
      issuers: {
        google: 'Gmail (OAuth)',
        microsoft: 'Office 365 (OAuth)',
        yahoo: 'Yahoo! (OAuth)',
        aol: 'AOL (OAuth)',
        fastmail: 'Fastmail (OAuth)',
        yandex: 'Yandex (OAuth)',
        mailRu: 'Mail.ru (OAuth)',
        thundermail: 'Thundermail (OAuth)',
      },
      labels: {
        incomingHost: "Nom d'hôte",
        incomingSecurity: 'Chiffrement',
        incomingPort: 'Numéro de port',
        incomingLogin: "Nom d'utilisateur",
        incomingPassword: 'Mot de passe',
        accountName: 'Nom du compte',
        name: 'Votre nom',
        address: 'Votre adresse e-mail',
        outgoingHost: "Nom d'hôte",
        outgoingSecurity: 'Chiffrement',
        outgoingPort: 'Numéro de port',
        outgoingLogin: "Nom d'utilisateur",
        outgoingPassword: 'Mot de passe',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'Aucun (non sécurisé)',
      },
      role: {
        primary: step(
          "C'est le premier compte. Pour écrire depuis lui par défaut, vérifiez que « Principal » est coché dans le compte et dans l'identité, sous « Avancé ».",
        ),
        additional: step(
          'Vos autres comptes restent tels quels. Ne cochez « Principal » ni dans ce compte ni dans son identité.',
        ),
      },
      undo: step('Choisissez ce compte, sous :', '≡', 'Paramètres', 'Supprimer un compte'),
      repair: step(
        "Corrigez le nom d'utilisateur à deux endroits, sous « Comptes » et sous « Identités », dans :",
        '≡',
        'Paramètres',
        'Configuration manuelle et options des comptes',
      ),
    },
  },
});
