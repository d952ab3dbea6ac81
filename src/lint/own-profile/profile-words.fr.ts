import { translate } from '../../words/words.ts';
import { en } from './profile-words.en.ts';

export const fr = translate(en, {
  yaml: { says: '{problem}', remedy: "rien du profil n'est lu avant cela" },
  key: { says: '{problem}', remedy: 'profiles/schema.json a toutes les clés' },
  missing: { says: '{problem}', remedy: 'profiles/cnrs.yaml est un exemple complet' },
  'identifier-missing': {
    says: '{problem}',
    remedy: "écrire son domaine à l'envers, et ne plus jamais le changer : fr.example",
  },
  twice: { says: '{problem}', remedy: "ne le laisser qu'une fois" },
  domain: { says: '{problem}', remedy: 'écrire ce qui suit le @ des adresses' },
  host: { says: '{problem}', remedy: 'écrire le nom auquel les logiciels doivent se connecter' },
  url: { says: '{problem}', remedy: 'écrire une adresse https complète' },
  port: { says: '{problem}', remedy: "omettre le port si c'est le port habituel" },
  'port-security': { says: '{problem}', remedy: 'tls va avec 993, 995 et 465, starttls avec 143, 110 et 587' },
  'port-25': { says: '{problem}', remedy: 'laisser le port 25 aux serveurs' },
  'host-of-another': { says: '{problem}', remedy: "le laisser s'il est juste : le nom seul ne le dit pas" },
  'server-twice': { says: '{problem}', remedy: "n'en garder qu'un des deux" },
  'plain-security': { says: '{problem}', remedy: 'proposer TLS sur le serveur' },
  'plain-unused': { says: '{problem}', remedy: 'une permission inutile est de trop' },
  'rule-without-local': { says: '{problem}', remedy: 'donner à chaque personne son identifiant' },
  'login-filter': { says: '{problem}', remedy: "les règles d'identifiant sont décrites dans profiles/schema.json" },
  'dav-login-colon': { says: '{problem}', remedy: 'les logiciels ne peuvent pas se connecter autrement' },
  'login-is-address': { says: '{problem}', remedy: 'regarder si des personnes tapent leur identifiant quelque part' },
  'ca-not-root': { says: '{problem}', remedy: 'donner la racine qui signe les certificats des serveurs' },
  services: { says: '{problem}', remedy: 'une boîte se lit et sert à envoyer' },
  'oauth2-unused': { says: '{problem}', remedy: 'nommer ce par quoi on se connecte aux serveurs' },
  example: { says: '{problem}', remedy: 'les pages et facteur generate --example le montrent' },
  'reserved-name': { says: '{problem}', remedy: "remplacer ce qui a été copié d'un exemple" },
  brand: { says: '{problem}', remedy: 'les pages restent ainsi lisibles' },
  onboarding: { says: '{problem}', remedy: 'les pages destinées aux personnes le montrent' },
  more: { says: '{problem}', remedy: 'relancer lint ensuite' },
  value: { says: '{problem}', remedy: 'profiles/schema.json dit ce que prend chaque clé' },
  'dav-collection-url': {
    says: "« {value} » est l'endroit des collections de tous, et de personne",
    remedy: "écrire l'adresse du service seule, ou une où figure un paramètre de la personne",
  },
  'plain-allowed': {
    says: '{host} est en clair, ce que le profil permet',
    remedy: "proposer TLS dès que le serveur l'a, et retirer allowPlainText",
  },
  'starttls-odd-port': {
    says: 'STARTTLS sur le port {port} : certains fichiers ne peuvent pas dire comment la connexion y commence',
    remedy: 'utiliser le port 143, 110 ou 587, ou tls',
  },
  'host-literal': {
    says: '{host} est une adresse, et non un nom',
    remedy: 'écrire un nom, pour lequel le serveur a un certificat',
  },
  'oauth2-no-way': {
    says: "{host} n'accepte qu'OAuth 2.0, et tous les logiciels ne le connaissent pas",
    remedy: 'ajouter password à son authentication, ou dire aux personnes quels logiciels utiliser',
  },
  'login-digits': {
    says: "l'identifiant « {value} » de l'exemple est un nombre",
    remedy: 'mettre une lettre devant ; Thunderbird le lit bien dans ses autres fichiers, et non dans un clientConfig',
  },
});
