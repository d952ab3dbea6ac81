import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './prf-words.en.ts';

export const fr = translate(en, {
  'not-ascii': {
    says: either(
      'line',
      'une ligne ne se termine pas par CR LF',
      "le fichier a des caractères hors ASCII, ou une marque d'ordre des octets",
    ),
    remedy: "l'enregistrer en ASCII simple, sans marque, avec des lignes terminées par CR LF",
  },
  syntax: {
    says: "cette ligne n'est ni une section, ni une clé avec sa valeur, ni un commentaire : {value}",
    remedy: 'écrire Clé=valeur, ou ; devant un commentaire',
  },
  'general-missing': {
    says: 'aucun nom de profil ne figure dans [General]',
    remedy: 'y écrire ProfileName=',
  },
  'overwrite-default': {
    says: "un profil de ce nom est écrasé, et n'est pas le profil par défaut",
    remedy: 'écrire OverwriteProfile=No : une seconde importation ne change alors rien',
  },
  'overwrite-append': {
    says: 'les comptes sont ajoutés à un profil existant, qui reçoit un autre nom',
    remedy: 'écrire OverwriteProfile=No et un ProfileName propre',
  },
  'no-account': {
    says: "[Internet Account List] n'a pas de compte",
    remedy: 'y écrire Account1=IMAP_I_Mail',
  },
  'part-missing': {
    says: "{name} est dans la liste, et il n'y a pas de section [{section}]",
    remedy: 'ajouter la section, ou retirer le compte de la liste',
  },
  'unmapped-key': {
    says: "Outlook laisse tomber {key} sans rien dire : [{section}] n'a pas de ligne pour elle",
    remedy: 'y ajouter {key}={usual}',
  },
  mapping: {
    says: '{key} est associée à {value}, qui est une autre propriété',
    remedy: 'écrire {key}={usual}',
  },
  'value-missing': {
    says: "{name} n'a pas de {key}",
    remedy: "l'écrire",
  },
  'login-missing': {
    says: "{name} n'a pas de {key}",
    remedy: "y écrire l'identifiant : il n'est pas forcément l'adresse",
  },
  port: {
    says: "{key} de {name} vaut « {value} », qui n'est pas un port",
    remedy: 'écrire un nombre de 1 à 65535',
  },
  'imap-starttls': {
    says: '{name} : TLS dès le début sur le port {port}, où {prefix} commence en clair',
    remedy:
      "écrire le port {usual} ; si le serveur n'a que STARTTLS, configurer le compte à la main : aucune clé ne le dit",
  },
  'plain-incoming': {
    says: '{name} : {prefix} est en clair, et rien ne protège ce qui y passe',
    remedy: 'écrire {prefix}UseSSL=1 et le port {usual}',
  },
  'plain-outgoing': {
    says: '{name} : SMTP est en clair, et rien ne protège ce qui y passe',
    remedy: 'écrire SMTPSecureConnection=1 avec le port 465, ou 2 avec le port 587',
  },
  'smtp-auto': {
    says: '{name} : SMTP est protégé si le serveur le propose, et en clair sinon',
    remedy: 'écrire SMTPSecureConnection=1 avec le port 465, ou 2 avec le port 587',
  },
  'smtp-port-security': {
    says: '{name} : sur le port {port}, une connexion ne commence pas comme le veut SMTPSecureConnection={secure}',
    remedy: 'écrire le port {usual}, ou SMTPSecureConnection={other}',
  },
  'smtp-without-login': {
    says: "{name} a un nom d'utilisateur pour l'envoi, et la consigne de ne pas s'identifier",
    remedy: 'écrire SMTPUseAuth=1',
  },
  'smtp-login': {
    says: "{name} envoie avec l'identifiant de lecture, et non avec SMTPUserName",
    remedy: 'écrire SMTPAuthMethod=1',
  },
  spa: {
    says: '{name} : {key} demande NTLM',
    remedy: 'écrire 0, sauf si le serveur est un serveur Windows qui le veut',
  },
  password: {
    says: '{key} de {name} ressemble à un mot de passe',
    remedy: "la retirer : Outlook n'en lit aucun ici. Qui a reçu le fichier l'a : le changer",
  },
});
