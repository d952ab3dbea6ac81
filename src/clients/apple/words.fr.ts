import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  conditions: {
    quoted: "guillemets dans l'adresse",
    accents: "accents dans l'adresse",
    oauth: 'connexion par le navigateur (OAuth 2.0)',
    typed: 'connexion par mot de passe',
    signedRsa: 'signé avec une clé RSA certifiée par une autorité publique : « Vérifié »',
    signedP256: 'signé avec une clé P-256 : « Vérifié »',
    smime: 'S/MIME avec un certificat personnel',
  },
  profile: {
    title: 'Profil pour iPhone, iPad et Mac',
    use: "Sur iPhone ou iPad, ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé (ou Général › VPN et gestion de l'appareil) › Installer ; sur un Mac, ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer (macOS 13 et 14 : Confidentialité et sécurité › Profils ; avant : Préférences Système › Profils). L'appareil {signature} Il demande le mot de passe de votre messagerie.{authority}",
  },
  mail: {
    title: 'Profil pour la messagerie seule',
    use: "À la place du profil complet pour iPhone, iPad et Mac : il laisse de côté {others}. Installer l'un remplace l'autre : la boîte reste telle quelle et n'y est qu'une fois, et ce que le nouveau n'a pas quitte l'appareil (mais pas le serveur). Sur iPhone ou iPad, ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé (ou Général › VPN et gestion de l'appareil) › Installer ; sur un Mac, ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer (macOS 13 et 14 : Confidentialité et sécurité › Profils ; avant : Préférences Système › Profils). L'appareil {signature} Il demande le mot de passe de votre messagerie.{authority}",
  },
  exchangeIos: {
    title: 'Profil Exchange pour iPhone et iPad',
    use: "{instead}Ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé (ou Général › VPN et gestion de l'appareil) › Installer. L'appareil {signature} {asks}{authority}",
  },
  exchangeMacos: {
    title: 'Profil Exchange pour Mac',
    use: '{instead}Ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer (macOS 13 et 14 : Confidentialité et sécurité › Profils ; avant : Préférences Système › Profils). Le Mac {signature} {asks}',
  },
  instead: "À la place du profil pour iPhone, iPad et Mac : installer l'un remplace l'autre. ",
  asks: {
    password: 'Il demande votre mot de passe.',
    browser: "Il ouvre une page de votre service : connectez-vous-y avec l'identifiant {login}.",
  },
  signIn: {
    password: "l'appareil demande le mot de passe, que le profil ne contient pas",
    browser: "l'appareil ouvre pour cela une page de votre service, et le profil ne contient aucun mot de passe",
  },
  payload: {
    mail: 'Compte de messagerie',
    calendar: 'Compte de calendriers',
    contacts: 'Compte de contacts',
    exchange: 'Compte Exchange',
    directory: 'Annuaire',
    webmail: 'Raccourci vers le webmail',
    authority: "Certificat de l'autorité",
  },
  service: {
    mail: 'la messagerie',
    calendar: 'les calendriers',
    contacts: 'les contacts',
    reminders: 'les rappels',
    notes: 'les notes',
    directory: "l'annuaire",
    webmail: 'un raccourci vers le webmail',
  },
  description:
    "Ajoute à cet appareil {services} de {address}. Vous vous connectez avec l'identifiant {logins}. Le profil ne contient aucun mot de passe. Pour retirer le compte, supprimez le profil.",
  consent: either(
    'additional',
    "Ce profil ajoute à cet appareil {services} de {address}.{certificate} Vous vous connectez avec l'identifiant {logins} ; {signIn}. Vos autres comptes et votre compte par défaut ne changent pas. Si vous avez déjà ajouté cette boîte à la main, retirez-la d'abord, sinon elle y sera deux fois. Pour retirer le compte plus tard, supprimez le profil.",
    "Ce profil ajoute à cet appareil {services} de {address}.{certificate} Vous vous connectez avec l'identifiant {logins} ; {signIn}. Vos autres comptes ne changent pas. Si vous avez déjà ajouté cette boîte à la main, retirez-la d'abord, sinon elle y sera deux fois. Pour retirer le compte plus tard, supprimez le profil.",
  ),
  signature: {
    signed:
      "nomme le signataire du profil et affiche « Vérifié » s'il se fie à cette signature ; s'il affiche « Non vérifié », demandez à votre service de messagerie avant de continuer.",
    none: 'affiche « Non signé », car le profil ne porte pas de signature.',
  },
  authority:
    ' Si un iPhone ou iPad dit ensuite ne pas pouvoir vérifier le serveur, activez le certificat dans Réglages › Général › Informations › Réglages des certificats.',
  certificate: " Il installe aussi le certificat de l'autorité qui répond de ses serveurs ({authority}).",
  problems: {
    'apple.authentication': either(
      'person',
      "un profil Apple n'a pas de mot pour la façon dont le serveur {host} vous laisse entrer : prenez un autre logiciel, ou le webmail s'il y en a un",
      'un profil Apple ne peut pas dire que le serveur {host} accepte seulement {methods} : faites-lui accepter aussi un mot de passe, CRAM-MD5 ou NTLM et ajoutez-le à authentication, ou prenez un autre logiciel',
    ),
    'apple.port': either(
      'person',
      "un profil Apple n'a pas de mot pour STARTTLS, et Mail se tromperait donc sur le port {port} de {host} : suivez les étapes à la main de la page de Mail, ou prenez un autre logiciel",
      "un profil Apple n'a pas de mot pour STARTTLS, et Mail se tromperait donc sur le port {port} de {host} : proposez STARTTLS sur le port {usual}, ou TLS dès le début sur un autre port",
    ),
    'apple.directory': either(
      'person',
      "l'annuaire {host}:{port} n'est pas dans le profil, qui n'a pas de mot pour lui : tout le reste y est, et les valeurs de l'annuaire figurent sous « À la main »",
      "l'annuaire {host}:{port} n'est pas dans le profil, qui ne connaît que TLS dès le début sur le port 636 : proposez-le ainsi ; tout le reste y est",
    ),
    'apple.comma': either(
      'person',
      "« {value} » contient une virgule, que les appareils Apple prennent pour la fin d'une adresse et le début d'une autre : prenez un autre logiciel, ou le webmail s'il y en a un",
      "« {value} » contient une virgule, que les appareils Apple prennent pour la fin d'une adresse et le début d'une autre : donnez une adresse sans virgule",
    ),
    'apple.colon.calendar': either(
      'person',
      'les calendriers ne sont pas dans le profil : leur identifiant « {value} » contient un deux-points, que les appareils ne savent pas envoyer — tout le reste y est',
      'les calendriers ne sont pas dans le profil : leur identifiant « {value} » contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) — donnez pour les calendriers un identifiant sans deux-points',
    ),
    'apple.colon.contacts': either(
      'person',
      'les contacts ne sont pas dans le profil : leur identifiant « {value} » contient un deux-points, que les appareils ne savent pas envoyer — tout le reste y est',
      'les contacts ne sont pas dans le profil : leur identifiant « {value} » contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) — donnez pour les contacts un identifiant sans deux-points',
    ),
    'apple.colon.exchange': either(
      'person',
      "l'identifiant d'Exchange « {value} » contient un deux-points, que les appareils ne savent pas envoyer : prenez un autre des moyens de cette page",
      "l'identifiant d'Exchange « {value} » contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) : donnez pour Exchange un identifiant sans deux-points",
    ),
  },
});
