import { recalled, step } from '../../words/step.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  guides: {
    kmail: {
      title: 'KMail',
      about:
        "Les libellés sont ceux de la version 22.12. N'utilisez pas son assistant (« Ajouter un compte courriel… ») : il cherche les réglages par lui-même et peut saisir un identifiant qui n'est pas le vôtre.",
      start: {
        primary: [
          recalled(
            "Ouvrez KMail. Si un assistant s'ouvre de lui-même, ou si KMail propose d'importer depuis un autre logiciel, annulez. Choisissez ensuite :",
            'Configuration',
            'Configurer KMail…',
            'Comptes',
          ),
        ],
        additional: [recalled('Dans KMail, choisissez :', 'Configuration', 'Configurer KMail…', 'Comptes')],
      },
      steps: {
        addSendingFirst: recalled(
          "Dans l'onglet « Envoi », choisissez Ajouter…, saisissez ce nom, choisissez SMTP dans la liste et cochez « En faire le compte d'envoi par défaut ». Ensuite :",
          'Créer et configurer',
        ),
        addSending: recalled(
          "Dans l'onglet « Envoi », choisissez Ajouter…, saisissez ce nom et choisissez SMTP dans la liste. Ne cochez pas « En faire le compte d'envoi par défaut ». Ensuite :",
          'Créer et configurer',
        ),
        sending: step(
          "Dans l'onglet « Général » de la fenêtre qui s'ouvre, saisissez ceci. KMail ne retient un mot de passe que si « Enregistrer le mot de passe SMTP » est coché.",
        ),
        sendingByPage: step("Dans l'onglet « Général » de la fenêtre qui s'ouvre, saisissez ceci."),
        sendingAdvanced: step(
          "Dans son onglet « Avancé », choisissez d'abord le chiffrement, puis vérifiez le port. Ensuite :",
          'OK',
        ),
        firstIdentity: recalled(
          "Dans l'onglet « Identités », choisissez celle qui s'y trouve, marquée « (par défaut) ». Ensuite :",
          'Modifier…',
        ),
        addIdentity: recalled(
          "Dans l'onglet « Identités », choisissez Ajouter…, saisissez ce nom (un autre, si vous avez déjà une identité de ce nom) et laissez « Avec des champs vides » sélectionné. Ensuite :",
          'OK',
        ),
        identity: step("Dans l'onglet « Général » de l'identité, saisissez ceci :"),
        identityAdvanced: step(
          'Dans son onglet « Avancées », cochez « Compte sortant » et choisissez celui que vous venez de créer. Ensuite :',
          'OK',
        ),
        addReceiving: recalled(
          "Dans l'onglet « Réception », choisissez l'un après l'autre (et non « Ajouter un compte courriel… ») :",
          'Ajouter…',
          'Compte personnalisé…',
          'Serveur de courriers électroniques IMAP',
          'OK',
        ),
        receiving: step(
          "Dans l'onglet « Général » de la fenêtre qui s'ouvre, saisissez ceci. Si quelque chose figure déjà sous « Nom d'utilisateur », remplacez-le :",
        ),
        receivingAdvanced: step(
          "Dans son onglet « Avancé », choisissez d'abord le chiffrement : le port change avec lui.",
        ),
        receivingIdentity: recalled("Dans le même onglet, choisissez l'identité que vous venez de créer :"),
        save: recalled('Fermez cette fenêtre, puis la configuration, avec :', 'OK'),
        browser: recalled(
          'Si le portefeuille de KDE demande à être créé ou ouvert, faites-le. KMail ouvre ensuite une page de votre service : connectez-vous-y.',
        ),
        wallet: recalled(
          "Si le portefeuille de mots de passe de KDE demande à être créé ou ouvert, faites-le : KMail y garde votre mot de passe. Si c'est KMail qui demande le mot de passe, saisissez celui de votre messagerie.",
        ),
      },
      labels: {
        sendingName: 'Nom',
        outgoingHost: "Serveur d'envoi de courriers électroniques",
        signIn: 'Le serveur exige une authentification',
        outgoingLogin: 'Utilisateur',
        outgoingPassword: 'Mot de passe',
        outgoingSecurity: 'Chiffrement',
        outgoingPort: 'Port',
        outgoingAuthentication: 'Authentification',
        identityName: 'Nouvelle identité',
        name: 'Votre nom',
        address: 'Adresse électronique',
        identitySending: 'Compte sortant',
        accountName: 'Nom du compte',
        incomingHost: 'Serveur IMAP',
        incomingLogin: "Nom d'utilisateur",
        incomingPassword: 'Mot de passe',
        incomingSecurity: 'Chiffrement',
        incomingPort: 'Port',
        incomingAuthentication: 'Authentification',
        receivingIdentity: 'Identité',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL / TLS',
        starttls: 'STARTTLS',
        none: 'Aucun',
      },
      authentication: {
        password: 'PLAIN',
        'cram-md5': 'CRAM-MD5',
        oauth2: 'XOAUTH2',
      },
      role: {
        primary: recalled(
          "Les nouveaux messages sont écrits avec l'identité, et partent par le compte d'envoi, marqués « (par défaut) » dans les onglets « Identités » et « Envoi ». Si ce ne sont pas ceux de cette boîte, choisissez ceux-ci, puis Définir par défaut (« Identités ») et Définir comme réglage par défaut (« Envoi »).",
        ),
        additional: recalled(
          "L'identité et le compte d'envoi marqués « (par défaut) » restent ce qu'ils étaient : ne choisissez ni Définir par défaut, ni Définir comme réglage par défaut. Pour écrire depuis cette boîte, choisissez son identité sous « Identité » dans la fenêtre du message.",
        ),
      },
      undo: recalled(
        "Choisissez ce compte, puis Supprimer, dans les onglets « Réception » et « Envoi » ; et, si vous en avez créé une pour lui, son identité dans l'onglet « Identités », sous :",
        'Configuration',
        'Configurer KMail…',
        'Comptes',
      ),
      repair: recalled(
        "Dans KMail, il figure à deux endroits : « Nom d'utilisateur » dans le compte de l'onglet « Réception », et « Utilisateur » dans celui de l'onglet « Envoi ». Choisissez l'un puis l'autre, et chaque fois Modifier…, sous :",
        'Configuration',
        'Configurer KMail…',
        'Comptes',
      ),
    },
  },
});
