import { either } from '../words/text.ts';
import { translate } from '../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  comments: {
    head: "Écrit par facteur import. À relire : ce qu'aucun fichier ne dit est supposé, et marqué comme tel.",
    headOfInit:
      "Écrit par facteur init. Derrière chaque valeur : l'option ou la réponse d'où elle vient, ou qu'elle est supposée.",
    more: 'Un profil peut contenir davantage, comme calendar, contacts, documentation, brand et onboarding : voir schema.json et les profils livrés avec Facteur.',
    example: "une adresse qui n'est celle de personne, pour les exemples",
    askSaid: 'aucune règle ne donne les identifiants : chaque personne indique le sien',
    from: '{place}',
    guessed: 'supposé : rien ne le dit',
    guessedFrom: "supposé, d'après {value}",
    login: "la règle d'identifiant que donnent les fichiers de {count} personnes : {place}",
    loginOfOne: "la règle d'identifiant que donne le fichier d'une personne : {place}",
    guessedLogin:
      "supposée : l'identifiant d'une seule personne est fait ainsi ({place}) ; voir si ceux des autres le sont",
    ask: 'aucune règle ne donne les identifiants de ces fichiers : chaque personne indique le sien',
    askWithoutAddress:
      "aucun fichier ne dit à qui est cet identifiant, et aucune règle n'a été trouvée : chaque personne indique le sien",
    clear: 'en clair : voir si le serveur a TLS, et ne proposer que cela',
    identifier:
      "supposé, d'après le domaine : ne plus jamais le changer dès que des personnes ont des fichiers faits avec lui",
  },
  losses: {
    'import.lost': "{what} n'est pas dans le profil, qui n'a pas de place pour cela",
    'import.lost-value': "{what} « {value} » n'est pas dans le profil, qui n'a pas de place pour cela",
    'import.lost-server': "le serveur de type « {value} » n'est pas dans le profil : il contient IMAP, POP3 et SMTP",
    'import.lost-incomplete': "ce serveur n'est pas dans le profil : il lui manque {what}",
    'import.lost-http': "{what} n'est pas dans le profil, qui n'accepte que des adresses https : « {value} »",
    'import.lost-url':
      "{what} « {value} » n'est pas dans le profil : ce n'est pas une adresse de page (URL) que l'on puisse ouvrir",
    'import.lost-part': "{what} n'est pas dans le profil : il lui manque {missing}",
    'import.lost-certificate':
      "le certificat qui est ici n'est pas dans le profil : il est abîmé, ou n'est pas celui d'une autorité qui peut en délivrer",
    'import.lost-port': "« {value} » n'est pas un port (1 à 65535) : le profil a le port habituel",
    'import.lost-address': "« {value} » n'est pas une adresse de messagerie : elle est laissée de côté",
    'import.lost-text':
      "{what} « {value} » n'est pas dans le profil : plus long que {most} caractères, sans contenu, ou avec des caractères qui cachent",
    'import.lost-account': "le compte {name} n'est pas dans le profil : il lui manque {missing}, ou il n'est pas connu",
    'import.other-provider':
      "le fournisseur « {name} » n'est pas dans le profil, qui a le premier du fichier : le donner dans un fichier à part",
    'import.more': "à partir d'ici, d'autres choses de ce genre ne sont pas dans le profil : {most} figurent ci-dessus",
    'import.part': "ce code est le {part} sur {count} : donner aussi les autres, où sont d'autres comptes",
    'import.guessed-rule':
      "la règle d'identifiant {rule} est supposée, d'après l'identifiant d'une seule personne : donner les fichiers d'autres personnes, ou voir si leurs identifiants sont faits ainsi",
    'import.no-address':
      "l'identifiant « {value} » est celui d'une personne dont aucun fichier ne dit l'adresse : la donner avec --address, pour qu'une règle soit trouvée",
    'import.clear-mail':
      "ce serveur est en clair, et tout ce qui y passe avec lui, sauf un mot de passe : voir s'il a TLS",
    'import.armoured':
      "est une signature en texte, qu'aucun appareil n'accepte : le profil signé qu'elle contient a été lu ; facteur lint en dit plus",
    'import.lost-language': "{what} dans la langue « {value} » n'est pas dans le profil, qui parle français et anglais",
    'import.lost-host': "« {value} » n'est pas dans le profil : ce n'est pas un nom d'hôte",
    'import.lost-authentication': "l'authentification « {value} » n'est pas dans le profil, qui ne la connaît pas",
    'import.lost-placeholder': "{what} « {value} » contient une variable qu'un profil ne connaît pas : écarté",
    'import.lost-password':
      "un mot de passe figure ici : il n'est dans aucun profil, et n'a pas sa place dans un fichier",
    'import.elsewhere': "les serveurs sont dans un autre fichier, « {value} » : l'importer aussi",
    'import.lost-settings': 'des réglages propres au logiciel ne sont pas dans le profil ({count}) : {names}',
    'import.lost-made':
      "{what} est ce que donne une commande ou une variable, qui n'est pas exécutée ici : absent du profil",
    'import.sources': "lit le fichier {value}, qui n'est pas lu ici : le nommer aussi",
    'import.other-account':
      "le compte {name} ({host}) n'est pas dans le profil, qui est celui de {taken} ({takenHost}) : le donner dans un fichier à part",
    'import.shortened': '{what} est coupé à {most} caractères : « {value} »',
    'import.repeated': '{what} « {value} » figure deux fois : le profil en a un',
    'import.clear': "ce serveur est en clair, et le mot de passe avec lui : voir s'il a TLS",
    'import.disagree': '{what} : « {value} » ici, « {other} » dans {place} ; le profil a le premier',
    'import.disagree-server':
      "{protocol} : {host} ici, {other} dans {place} ; le profil a les deux, le premier d'abord",
    'import.disagree-login':
      "l'identifiant de ce fichier n'est pas celui que donne la règle {rule} : le profil dit ask, et chaque personne est interrogée",
  },
  problems: {
    'import.unknown-kind': "n'est rien que l'on puisse importer : sont connus {kinds}",
    'import.is-profile':
      "est déjà un profil de Facteur : l'utiliser avec --profile, et le faire juger par facteur lint",
    'import.answer-error':
      "ne dit rien d'un serveur de messagerie : c'est la réponse d'un serveur qui refuse ({value}) ; l'interroger avec une adresse qu'il connaît",
    'import.redirect-url':
      "ne dit rien d'un serveur de messagerie : il renvoie à {value} ; demander Autodiscover à cette adresse, et importer sa réponse",
    'import.redirect-address':
      "ne dit rien d'un serveur de messagerie : il renvoie à l'adresse {value} ; demander Autodiscover pour cette adresse, et importer la réponse",
    'import.unreadable-kind':
      "ne peut pas être importé : c'est un {kind} qu'aucun logiciel ne peut lire ({detail}) — facteur lint en dit plus",
    'import.nothing': "ne dit rien d'un serveur de messagerie : nommer un autre fichier",
    'import.no-domain': either(
      'file',
      '{file} ne nomme ni domaine de messagerie ni adresse : en donner une avec --address, comme --address ada@example.org',
      "aucun fichier ne nomme de domaine de messagerie ni d'adresse : en donner une avec --address, comme --address ada@example.org",
    ),
    'import.no-outgoing':
      "aucun fichier ne dit comment le courrier s'envoie : en nommer un autre qui le dise, comme msmtprc ou un muttrc",
    'import.no-incoming':
      'aucun fichier ne dit comment le courrier se lit : en nommer un autre qui le dise, comme un muttrc ou mbsyncrc',
    'import.address': "« {value} » dans --address n'est pas une adresse : l'écrire comme ada@example.org",
    'import.unwritable': 'ne peut pas être écrit ({reason}) : nommer un autre fichier avec --out',
    'import.exists': 'existe déjà : nommer un autre fichier, ou le remplacer avec --force',
  },
});
