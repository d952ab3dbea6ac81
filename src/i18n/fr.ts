// Longer than other files: see en.ts.
import type { Catalogue } from './index.ts';
import { french as t, visible } from './typography.ts';

/** Français. */
export const fr: Catalogue = {
  language: 'Français',

  problems: {
    'address.empty': () => t`il manque une adresse : écrivez-la sous la forme local@domaine`,
    'address.no-at': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a pas de @ — écrivez local@domaine`,
    'address.no-local': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a rien avant le @`,
    'address.no-domain': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a rien après le @`,
    'address.space': ({ value }) =>
      t`« ${value} » n'est pas une adresse : il y a une espace avant le @ — vouliez-vous écrire ${value.replace(/\s+/gu, '.')} ?`,
    'address.two-at': ({ value }) =>
      t`« ${value} » n'est pas une adresse : il y a deux @ — gardez-en un, ou mettez entre guillemets ce qui précède le dernier`,
    'address.dots': ({ value }) =>
      t`« ${value} » n'est pas une adresse : avant le @, un point est au début, à la fin ou en double — retirez-le`,
    'address.character': ({ value }) =>
      t`« ${value} » n'est pas une adresse : un caractère placé avant le @ n'y est pas permis — retirez-le ou mettez cette partie entre guillemets`,
    'address.domain': ({ value }) =>
      t`« ${value} » n'est pas une adresse : ce qui suit le @ n'est pas un nom de domaine comme example.org`,
    'address.local-too-long': ({ value }) =>
      t`« ${value} » n'est pas une adresse : la partie avant le @ dépasse 64 octets (RFC 5321)`,
    'address.too-long': ({ value }) => t`« ${value} » n'est pas une adresse : elle dépasse 254 octets (RFC 5321)`,

    'login.malformed': ({ value }) =>
      t`« ${value} » ne peut pas être un identifiant : il est vide, trop long, ou contient un caractère de contrôle ou une espace au bord`,
    'name.control-character': ({ value }) =>
      t`le nom « ${visible(value)} » contient un retour à la ligne ou un autre caractère de contrôle : retirez-le`,
    'name.too-long': ({ value }) => t`le nom « ${value.slice(0, 40)}… » dépasse 256 caractères : raccourcissez-le`,

    'who.nobody': () => t`personne n'est nommé : donnez une adresse ou un identifiant`,
    'who.unknown-domain': ({ value, domain, domains }) =>
      t`aucun profil ne sert le domaine ${domain} de « ${value} » — domaines connus : ${domains} ; nommez un autre profil avec --profile`,
    'who.unknown-login': ({ value }) =>
      t`aucun profil n'a de règle qui donne l'identifiant « ${value} » — donnez l'adresse, ou nommez un autre profil avec --profile`,
    'who.ambiguous-login': ({ value, addresses }) =>
      t`l'identifiant « ${value} » correspond à plusieurs adresses (${addresses}) : donnez l'adresse`,

    'profile.yaml': ({ message }) => t`YAML non valide : ${message}`,
    'profile.empty': () => t`le profil est vide : voyez profiles/cnrs.yaml pour un exemple`,
    'profile.unreadable': ({ message }) => t`le profil est illisible : ${message}`,
    'profile.unknown': ({ value, known }) =>
      t`il n'y a pas de profil « ${value} » — connus : ${known} ; ou nommez un fichier YAML`,
    'profile.domain-in-two': ({ domain, other }) =>
      t`le domaine ${domain} figure aussi dans ${other} : laissez-le dans un seul, ou choisissez avec --profile`,
    'profile.id-in-two': ({ value, other }) =>
      t`l'id « ${value} » figure aussi dans ${other} : chaque id doit être unique`,
    'profile.domain-twice': ({ domain }) => t`le domaine ${domain} figure deux fois : retirez-en un`,
    'profile.unknown-key': ({ key }) =>
      t`« ${key} » n'est pas une clé de profil à cet endroit : retirez-la ou corrigez-la`,
    'profile.missing': ({ key }) => t`il manque « ${key} » : ajoutez-le`,
    'profile.not-one-of': ({ value, values }) => t`« ${value} » n'est pas l'une des valeurs : ${values}`,
    'profile.wrong-type': ({ value, expected }) =>
      t`« ${value} » doit être de type ${expected} (un texte qui ressemble à un nombre se met entre guillemets)`,
    'profile.empty-list': () => t`la liste est vide : il y faut au moins un élément`,
    'profile.empty-text': () => t`le texte est vide : écrivez-le ou retirez la clé`,
    'profile.control-character': ({ value }) =>
      t`« ${visible(value)} » contient un retour à la ligne ou un autre caractère de contrôle : écrivez-le sur une ligne`,
    'profile.short-text': ({ value }) => t`« ${value} » dépasse 20 caractères : raccourcissez-le`,
    'profile.id': ({ value }) =>
      t`« ${value} » n'est pas un id : lettres minuscules, chiffres et traits d'union seulement`,
    'profile.identifier': ({ value }) => t`« ${value} » n'est pas un nom de domaine inversé comme org.example`,
    'profile.https-url': ({ value }) => t`« ${value} » n'est pas une adresse en https://`,
    'profile.login-rule': ({ value }) =>
      t`« ${value} » n'est pas une règle d'identifiant : il y faut {local} ou {address} une fois, {domain} est permis, pas d'espace`,
    'profile.host': ({ value }) => t`« ${value} » n'est pas un nom d'hôte comme imap.example.org`,
    'profile.domain': ({ value }) => t`« ${value} » n'est pas un nom de domaine comme example.org`,
    'profile.port': ({ value }) => t`le port ${value} n'est pas un port (1–65535)`,
    'profile.plain-text': () =>
      t`avec security « none », le mot de passe passe en clair : mettez tls ou starttls, ou ajoutez allowPlainText: true à ce serveur`,
    'profile.incoming-without-login': () =>
      t`un serveur de réception demande un identifiant : retirez « none » de authentication`,
    'profile.exchange-empty': () => t`exchange n'offre rien : mettez activeSync ou webServices à true`,

    'client.unknown': ({ value, known }) => t`il n'y a pas de client « ${value} » — connus : ${known}`,

    'value.unrepresentable': ({ notation, value }) =>
      t`${value} ne peut pas s'écrire en ${notation} : changez la valeur, ou prenez un autre format`,

    'apple.authentication': ({ host, methods }) =>
      t`un profil Apple ne peut pas dire que le serveur ${host} accepte seulement ${methods} : faites-lui accepter aussi un mot de passe, CRAM-MD5 ou NTLM et ajoutez-le à authentication, ou prenez un autre logiciel`,
    'apple.port': ({ host, port, usual }) =>
      t`un profil Apple n'a pas de mot pour STARTTLS, et Mail se tromperait donc sur le port ${port} de ${host} : proposez STARTTLS sur le port ${usual}, ou TLS dès le début sur un autre port`,
    'apple.comma': ({ value }) =>
      t`« ${value} » contient une virgule, que les appareils Apple prennent pour la fin d'une adresse et le début d'une autre : donnez une adresse sans virgule`,
    'apple.no-active-sync': ({ name }) =>
      t`${name} ne propose pas Exchange ActiveSync : prenez le profil pour iPhone, iPad et Mac`,
    'apple.no-web-services': ({ name }) =>
      t`${name} ne propose pas les services web Exchange (EWS) : prenez le profil pour iPhone, iPad et Mac`,
    'apple.key-unknown': ({ key, payload }) =>
      t`« ${key} » n'est pas une clé de ${payload} : retirez-la ou corrigez-la (les majuscules comptent)`,
    'apple.key-missing': ({ key, payload }) => t`il manque « ${key} », que ${payload} exige : ajoutez-la`,
    'apple.key-type': ({ expected }) => t`la valeur n'a pas le bon type : écrivez <${expected}>`,
    'apple.key-empty': ({ key }) =>
      t`« ${key} » est vide, ce que les appareils Apple refusent : retirez la clé ou donnez-lui un texte`,
    'apple.key-value': ({ key, value, expected }) =>
      t`« ${value} » n'est pas une valeur de ${key} : écrivez ${expected}`,
    'apple.password': ({ key }) =>
      t`« ${key} » contient un mot de passe que tout le monde peut lire : retirez-le, l'appareil le demande`,
    'apple.not-on-platform': ({ what, platforms }) =>
      t`${what} ne signifie rien pour ${platforms} : retirez cet élément, ou nommez un autre appareil dans TargetDeviceType`,
    'apple.identifier-twice': ({ key, value }) =>
      t`deux dictionnaires ont le même ${key} « ${value} » : donnez à chacun le sien`,
  },

  thunderbird: {
    config: {
      title: t`Configuration que Thunderbird cherche`,
      use: t`Pour le serveur que Thunderbird interroge quand quelqu'un saisit l'adresse.`,
    },
  },

  apple: {
    profile: {
      title: t`Profil pour iPhone, iPad et Mac`,
      use: t`Sur iPhone ou iPad, ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé › Installer ; sur un Mac, ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer. L'appareil affiche « Non signé », car le profil ne porte pas de signature, et demande le mot de passe de votre messagerie.`,
    },
    exchangeIos: {
      title: t`Profil Exchange pour iPhone et iPad`,
      use: t`À la place du profil pour iPhone, iPad et Mac : installer l'un remplace l'autre. Ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé › Installer ; l'appareil affiche « Non signé », car le profil ne porte pas de signature, et demande votre mot de passe.`,
    },
    exchangeMacos: {
      title: t`Profil Exchange pour Mac`,
      use: t`À la place du profil pour iPhone, iPad et Mac : installer l'un remplace l'autre. Ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer ; le Mac affiche « Non signé », car le profil ne porte pas de signature, et demande votre mot de passe.`,
    },
    payload: {
      mail: t`Compte de messagerie`,
      calendar: t`Compte de calendriers`,
      contacts: t`Compte de contacts`,
      exchange: t`Compte Exchange`,
    },
    service: {
      mail: t`la messagerie`,
      calendar: t`les calendriers`,
      contacts: t`les contacts`,
      reminders: t`les rappels`,
      notes: t`les notes`,
    },
    description: ({ address, services, logins }) =>
      t`Ajoute à cet appareil ${services} de ${address}. Vous vous connectez avec l'identifiant ${logins}. Le profil ne contient aucun mot de passe. Pour retirer le compte, supprimez le profil.`,
    consent: ({ address, services, logins, additional }) =>
      t`Ce profil ajoute à cet appareil ${services} de ${address}. Vous vous connectez avec l'identifiant ${logins} ; l'appareil demande le mot de passe, que le profil ne contient pas. Vos autres comptes${additional ? t` et votre compte par défaut` : ''} ne changent pas. Si vous avez déjà ajouté cette boîte à la main, retirez-la d'abord, sinon elle y sera deux fois. Pour retirer le compte plus tard, supprimez le profil.`,
  },

  outlook: {},

  android: {},

  overview: {},

  cli: {},
};
