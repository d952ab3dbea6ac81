import { en } from './init.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  questions: {
    domain: 'Domaine des adresses (plusieurs : séparés par une espace)',
    name: 'Nom du service de messagerie, tel que les personnes le connaissent',
    'short-name': 'Nom court, 20 caractères au plus',
    organization: "Organisme qui l'exploite",
    address:
      "Adresse d'une personne, comme exemple pour trouver la règle d'identifiant (elle n'est pas conservée ; Entrée : aucune)",
    login: 'Identifiant de cette personne',
    'login-rule': "Règle d'identifiant, ou ask si chaque personne indique le sien",
    'incoming-protocol': 'Protocole du serveur de réception',
    incoming: 'Hôte du serveur de réception',
    'incoming-security': 'Sécurité du serveur de réception',
    'incoming-port': 'Port du serveur de réception',
    outgoing: "Hôte du serveur d'envoi",
    'outgoing-security': "Sécurité du serveur d'envoi",
    'outgoing-port': "Port du serveur d'envoi",
    webmail: 'Adresse du webmail (Entrée : aucune)',
    support: 'Qui aide les personnes : une adresse, une page ou un numéro de téléphone (Entrée : personne)',
    site: 'Adresse https de facteur serve pour ces personnes (Entrée : aucune)',
    languages: 'Langues des personnes, la préférée en premier',
    identifier: 'Identifiant du fournisseur, un nom de domaine inversé qui ne changera jamais',
    id: 'Nom du profil, et de son fichier',
  },
  ruleFound: "{address} se connecte avec {login}. Règle d'identifiant",
  noRule:
    "Aucune règle ne donne {login} à partir de {address} : avec « ask », chaque personne indique le sien. Règle d'identifiant",
  hints: { address: 'prenom.nom@{domain}' },
  securities: {
    tls: 'TLS dès le début',
    starttls: 'TLS après STARTTLS',
    none: 'aucune : mots de passe en clair',
  },
  protocols: { imap: 'IMAP', pop3: 'POP3' },
  answered: 'répondu',
  person: 'prenom.nom',
  ownLogin: 'identifiant',
  written: '{file} est écrit. Ensuite :',
  next: {
    lint: 'ce qui ne va pas, pour qui',
    generate: "les fichiers d'une personne",
    serve: 'le serveur, http://127.0.0.1:8080',
    publish: 'ou la même chose pour votre propre serveur web, en fichiers dans out/',
    dns: 'les enregistrements qui y mènent les logiciels',
    check: 'si le monde est comme le dit le profil, une fois tout en place',
  },
  stopped: "Arrêté : rien n'est écrit.",
  problems: {
    'init.missing': "manque : l'indiquer, ou lancer facteur init dans un terminal, où la question est posée",
    'init.missing-login':
      "manque : indiquer la règle, comme {{local}}@login.example.org, {{address}} ou ask ; ou --address et --login d'une personne comme exemple",
    'init.needs-address': "ne dit rien sans l'adresse de cette personne : ajouter --address",
    'init.needs-answer': "rien n'est indiqué : une réponse est nécessaire",
    'init.elsewhere':
      "le domaine {domain} de cette adresse n'est pas parmi {domains} : donner une adresse qui y soit, ou ce domaine avec --domain",
    'init.not-address': "« {value} » n'est pas une adresse : l'écrire comme ada@example.org",
    'init.rule-differs': "la règle « {value} » ne donne pas l'identifiant de l'exemple : corriger l'un des deux",
    'init.taken': '{file} existe déjà : nommer un autre profil, ou le remplacer avec --force',
    'init.support-twice': "est indiqué deux fois pour {what} : n'en garder qu'un",
  },
  warnings: {
    'init.ask':
      "aucune règle ne donne l'identifiant de l'exemple : le profil dit ask, et chaque personne est interrogée",
  },
});
