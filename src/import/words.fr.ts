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
    guessed: 'supposé : aucun fichier ne le dit',
    guessedFrom: "supposé, d'après {value}",
    login: "la règle d'identifiant que donnent les fichiers de {count} personne(s) : {place}",
    ask: 'aucune règle ne donne les identifiants de ces fichiers : chaque personne indique le sien',
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
    'import.lost-language': "{what} dans la langue « {value} » n'est pas dans le profil, qui parle français et anglais",
    'import.lost-host': "« {value} » n'est pas dans le profil : ce n'est pas un nom d'hôte",
    'import.lost-authentication': "l'authentification « {value} » n'est pas dans le profil, qui ne la connaît pas",
    'import.lost-placeholder': "{what} « {value} » contient une variable qu'un profil ne connaît pas : écarté",
    'import.lost-password':
      "un mot de passe figure ici : il n'est dans aucun profil, et n'a pas sa place dans un fichier",
    'import.elsewhere': "les serveurs sont dans un autre fichier, « {value} » : l'importer aussi",
    'import.lost-settings': '{count} réglage(s) absents du profil, qui ne parle que du fournisseur : {names}',
    'import.lost-made':
      "{what} est ce que donne une commande ou une variable, qui n'est pas exécutée ici : absent du profil",
    'import.sources': "lit le fichier {value}, qui n'est pas lu ici : le nommer aussi",
    'import.other-account': "le compte {name} est sur d'autres serveurs ({host}) : le donner dans un fichier à part",
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
