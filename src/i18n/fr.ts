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
  },

  thunderbird: {
    config: {
      title: t`Configuration que Thunderbird cherche`,
      use: t`Pour le serveur que Thunderbird interroge quand quelqu'un saisit l'adresse.`,
    },
  },

  apple: {},

  outlook: {},

  android: {},

  overview: {},

  cli: {},
};
