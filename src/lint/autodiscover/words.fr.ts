import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du XML bien formé : {detail}",
    remedy: 'corriger à cet endroit ; un éditeur XML montre le même',
  },
  doctype: {
    says: "le fichier a un type de document ({detail}), et rien de plus n'en est lu",
    remedy: "le retirer : rien dans une réponse n'en a besoin",
  },
  'not-an-answer': {
    says: either(
      'request',
      "c'est ce que demande un logiciel, et non une réponse",
      "il n'y a pas de Response dans un Autodiscover",
    ),
    remedy: 'écrire <Autodiscover><Response><Account>',
  },
  'error-answer': {
    says: "le serveur répond par l'erreur {code} : rien n'est configuré avec elle",
    remedy: 'demander avec une autre adresse, et regarder le serveur',
  },
  namespace: {
    says: "{name} n'est pas dans son espace de noms",
    remedy: 'écrire xmlns="{expected}"',
  },
  order: {
    says: '{name} se trouve derrière le premier Protocol',
    remedy: 'écrire AccountType et Action avant tout Protocol',
  },
  action: {
    says: either('value', '{name} est « {value} »', '{name} manque'),
    remedy: 'écrire {expected}',
  },
  'redirect-address': {
    says: "la réponse mène à une autre adresse, avec laquelle tout recommence : elle devient l'adresse de la boîte",
    remedy: "dire par LoginName un identifiant qui n'est pas l'adresse",
  },
  'redirect-url': {
    says: 'la réponse mène à une adresse sans TLS',
    remedy: 'en écrire une qui commence par https://',
  },
  password: {
    says: 'la réponse contient un mot de passe',
    remedy: 'le retirer, et changer ce mot de passe : il a été donné à quiconque demandait',
  },
  type: {
    says: either('value', "bloc {number} : « {value} » n'est pas un type", "le bloc {number} n'a pas de Type"),
    remedy: either('meant', 'écrire {meant}', 'écrire IMAP, POP3 ou SMTP'),
  },
  'server-absent': {
    says: 'le bloc {number} ({type}) ne nomme pas de serveur',
    remedy: 'écrire <Server>',
  },
  'port-absent': {
    says: "le bloc {number} ({type}) n'a pas de port",
    remedy: 'écrire <Port>{usual}</Port>',
  },
  'port-of-other-service': {
    says: "bloc {number} ({type}) : le port {port} est celui d'un autre service",
    remedy: 'écrire {usual}',
  },
  'login-absent': {
    says: "le bloc {number} ({type}) ne dit pas d'identifiant : c'est donc ce qui précède le @ de l'adresse",
    remedy: "écrire <LoginName>, même si c'est l'adresse",
  },
  spa: {
    says: "bloc {number} ({type}) : SPA n'est pas off, NTLM est donc essayé",
    remedy: 'écrire <SPA>off</SPA>',
  },
  'ssl-value': {
    says: 'bloc {number} ({type}) : SSL est « {value} »',
    remedy: 'écrire on ou off, en minuscules',
  },
  'ssl-off': {
    says: 'bloc {number} ({type}) : SSL est off, donc en clair quoi que dise Encryption',
    remedy: 'écrire <SSL>on</SSL>, et <Encryption>TLS</Encryption> pour STARTTLS',
  },
  'encryption-port': {
    says: 'bloc {number} ({type}) : Encryption est « {value} », et sur le port {port} une connexion ne commence pas ainsi',
    remedy: 'écrire <Encryption>{expected}</Encryption>',
  },
  'domain-name': {
    says: "bloc {number} ({type}) : un domaine à côté de l'identifiant le change",
    remedy: 'écrire <DomainRequired>off</DomainRequired>, et pas de DomainName',
  },
  'two-of-a-type': {
    says: "le bloc {number} est un second pour {type} : un logiciel prend le premier, l'autre le dernier",
    remedy: "n'en garder qu'un",
  },
});
