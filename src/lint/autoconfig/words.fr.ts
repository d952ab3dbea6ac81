import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  'not-well-formed': {
    says: "ce n'est pas du XML bien formé : {detail}",
    remedy: 'corriger à cet endroit ; un éditeur XML montre le même',
  },
  doctype: {
    says: 'le fichier a un type de document ({detail})',
    remedy: "le retirer : rien dans un clientConfig n'en a besoin",
  },
  'not-a-client-config': {
    says: "il n'y a pas de emailProvider dans un clientConfig",
    remedy: 'tout mettre dans <clientConfig version="1.1"><emailProvider id="…">',
  },
  'several-providers': {
    says: 'il y a {count} éléments emailProvider, dont chaque logiciel prend un autre',
    remedy: 'faire un fichier de chacun',
  },
  version: {
    says: either(
      'value',
      "la version est « {value} », qu'aucun logiciel ne connaît",
      'clientConfig ne dit pas sa version',
    ),
    remedy: 'écrire <clientConfig version="1.1">',
  },
  'byte-order-mark': {
    says: "le fichier commence par une marque d'ordre des octets (BOM)",
    remedy: "l'enregistrer en « UTF-8 sans BOM »",
  },
  'encoding-undeclared': {
    says: "il y a des caractères hors de l'ASCII, et pas de déclaration XML qui dise l'encodage",
    remedy: 'commencer par une déclaration XML qui a encoding="UTF-8"',
  },
  'encoding-not-utf8': {
    says: "l'encodage est {encoding}",
    remedy: 'enregistrer le fichier en UTF-8, et le déclarer',
  },
  'id-syntax': {
    says: either(
      'value',
      "l'id du fournisseur est « {value} », qui n'est pas un nom d'hôte",
      "le fournisseur n'a pas d'id",
    ),
    remedy: 'écrire le domaine principal comme id : <emailProvider id="example.org">',
  },
  'id-not-a-domain': {
    says: "l'id du fournisseur est « {value} », qui n'est pas un domaine en minuscules",
    remedy: 'écrire le domaine principal comme id',
  },
  'id-foreign': {
    says: "l'id du fournisseur, « {value} », n'est aucun de ses domaines",
    remedy: "ajouter <domain>{value}</domain>, ou écrire l'un des domaines comme id",
  },
  'domain-missing': {
    says: "il n'y a pas de domaine, ou aucun qui soit un nom d'hôte",
    remedy: 'ajouter le domaine des adresses : <domain>example.org</domain>',
  },
  'domain-repeated': {
    says: 'le domaine {value} est là deux fois',
    remedy: "retirer l'un des deux",
  },
  'name-missing': {
    says: "il n'y a pas de {name}",
    remedy: 'écrire displayName et displayShortName : les personnes les voient',
  },
  'name-too-long': {
    says: '{name} a {length} caractères, plus que les {most} que le format permet',
    remedy: "l'abréger à {most}",
  },
  'name-long': {
    says: '{name} a {length} caractères : au-delà de {advised}, la place peut manquer',
    remedy: "l'abréger à {advised} si possible",
  },
  'unknown-element': {
    says: 'aucun lecteur ne connaît {name} dans {place}',
    remedy: 'le retirer, ou corriger son nom',
  },
  'link-without-tls': {
    says: 'le lien de {name} est en http',
    remedy: 'écrire https, et vérifier que le serveur y répond',
  },
  'documentation-untitled': {
    says: "documentation n'a pas de texte qui dise ce que c'est",
    remedy: 'ajouter <descr lang="fr">…</descr>',
  },
  'oauth2-block-missing': {
    says: 'le serveur {number} ({type}) accepte OAuth2, et le fichier ne dit pas de quel fournisseur',
    remedy:
      "ajouter <oAuth2> avec issuer, scope, authURL et tokenURL après emailProvider ; Thunderbird n'en a pas besoin",
  },
  'oauth2-block-unused': {
    says: "il y a un bloc oAuth2, et aucun serveur n'accepte OAuth2",
    remedy: "retirer le bloc, ou ajouter <authentication>OAuth2</authentication> aux serveurs qui l'acceptent",
  },
  'attribute-on-value': {
    says: '{name} a un attribut ({attribute}), par lequel sa valeur est perdue',
    remedy: "retirer l'attribut",
  },
  'attribute-on-server': {
    says: 'le serveur {number} ({type}) a un autre attribut que type : {attribute}',
    remedy: 'le retirer',
  },
  'element-in-value': {
    says: 'dans {name}, où seul du texte peut se trouver, il y a un élément ({child})',
    remedy: 'écrire le texte seul',
  },
  'white-space': {
    says: 'autour de la valeur de {name} (« {value} »), il y a des espaces, qui en font partie',
    remedy: 'mettre les deux balises tout contre la valeur : <{name}>{value}</{name}>',
  },
  'empty-value': {
    says: '{name} est vide',
    remedy: "écrire sa valeur, ou omettre l'élément",
  },
  'comment-in-value': {
    says: 'un commentaire ou une section CDATA se trouve dans {name}',
    remedy: "mettre le commentaire avant l'élément, et écrire la valeur telle quelle",
  },
  'repeated-value': {
    says: 'le serveur {number} ({type}) a deux fois {name} : certains logiciels prennent le premier, les autres le dernier',
    remedy: "n'en garder qu'un",
  },
  password: {
    says: 'le serveur {number} ({type}) a un mot de passe dans le fichier',
    remedy: "le retirer, et changer de mot de passe : qui a reçu le fichier l'a lu",
  },
  'many-servers': {
    says: "il y a plus de {most} serveurs, et ceux à partir d'ici n'ont pas été examinés",
    remedy: 'nommer les quelques serveurs dont les personnes ont besoin',
  },
  'server-type': {
    says: either(
      'type',
      "le serveur {number} est du type « {type} », qui n'en est pas un de courriel par IMAP, POP3 ou SMTP",
      "le serveur {number} n'a pas de type",
    ),
    remedy: "le garder après les serveurs de courriel, ou le retirer ; un type s'écrit en minuscules",
  },
  'incoming-missing': {
    says: "il n'y a pas de incomingServer de type imap ou pop3",
    remedy: "en ajouter un ; un type s'écrit en minuscules",
  },
  'imap-missing': {
    says: "il n'y a pas de serveur de type imap pour la réception",
    remedy: 'en ajouter un avant tous les autres',
  },
  'imap-not-first': {
    says: 'le premier incomingServer est du type {type}, avec IMAP après lui',
    remedy: 'mettre le serveur IMAP en premier',
  },
  'smtp-missing': {
    says: "il n'y a pas de outgoingServer de type smtp",
    remedy: 'en ajouter un : sans lui, on ne peut rien envoyer, et la plupart des logiciels ne configurent rien',
  },
  'no-implicit-tls': {
    says: "pour {type}, il n'y a que STARTTLS",
    remedy: 'proposer un port avec TLS dès le premier octet (993 pour IMAP, 465 pour SMTP), et le mettre en premier',
  },
  'weaker-first': {
    says: 'le serveur {number} ({type}, {socket}) est avant un serveur qui protège mieux',
    remedy: 'mettre le serveur avec SSL en premier',
  },
  'weaker-last': {
    says: 'le serveur {number} ({type}, {socket}) est le dernier de son protocole, et protège moins que le premier',
    remedy: "n'indiquer que le meilleur serveur d'un protocole, ou le répéter en dernier",
  },
  'host-missing': {
    says: "le serveur {number} ({type}) n'a pas de hostname",
    remedy: 'ajouter <hostname>',
  },
  'host-syntax': {
    says: "le hostname du serveur {number} ({type}), « {value} », n'en est pas un",
    remedy: "écrire des lettres, chiffres et traits d'union ; un nom internationalisé sous sa forme xn--…",
  },
  'placeholder-in-host': {
    says: 'le hostname du serveur {number} ({type}), « {value} », contient une variable',
    remedy: "écrire le nom de l'hôte lui-même",
  },
  'port-missing': {
    says: either(
      'value',
      'le port du serveur {number} ({type}) est « {value} »',
      "le serveur {number} ({type}) n'a pas de port",
    ),
    remedy: 'écrire son numéro, en général {usual}',
  },
  'port-socket': {
    says: 'serveur {number} ({type}) : sur le port {port}, une connexion ne commence pas par {socket}',
    remedy: 'écrire le port {usual}, ou socketType {other}',
  },
  'port-of-other-service': {
    says: 'le serveur {number} ({type}) est sur le port {port}, qui est celui de {owner}',
    remedy: "écrire le port {usual}, ou l'autre type",
  },
  'port-unusual': {
    says: "le serveur {number} ({type}) est sur le port {port}, qui n'est celui d'aucun service de courriel",
    remedy: 'proposer le port {usual} si possible',
  },
  'socket-unknown': {
    says: either(
      'value',
      'le socketType du serveur {number} ({type}) est « {value} »',
      "le serveur {number} ({type}) n'a pas de socketType",
    ),
    remedy: 'écrire SSL, STARTTLS ou plain, avec ces lettres-là',
  },
  'plain-socket': {
    says: 'le serveur {number} ({type}) est en clair : rien ne protège ce qui y passe',
    remedy: 'proposer SSL sur le port {usual} à sa place',
  },
  'plain-socket-android': {
    says: 'le serveur {number} ({type}) est en clair',
    remedy: 'le retirer, ou proposer SSL à sa place : les autres serveurs du fichier sont perdus avec lui',
  },
  'login-missing': {
    says: "le serveur {number} ({type}) n'a pas de username",
    remedy: "en ajouter un : <username>%EMAILADDRESS%</username>, ou l'identifiant lui-même",
  },
  'login-absent-android': {
    says: "le serveur {number} ({type}) ne demande pas de s'identifier et n'a pas de username",
    remedy: "en ajouter un, quel qu'il soit : <username>%EMAILADDRESS%</username>",
  },
  'login-not-text': {
    says: 'le username du serveur {number} ({type}), « {value} », est lu comme un nombre ou un booléen : {read}',
    remedy: 'donner un autre identifiant à la personne, ou le donner à Thunderbird par un autre fichier (user.js)',
  },
  'placeholder-embedded': {
    says: 'le username du serveur {number} ({type}), « {value} », contient une variable avec du texte autour',
    remedy: "là où l'adresse de la personne est connue, écrire l'identifiant lui-même",
  },
  'placeholder-domain': {
    says: '{name} du serveur {number} ({type}) contient %EMAILDOMAIN%',
    remedy: 'écrire le domaine lui-même',
  },
  'placeholder-realname': {
    says: '{name} du serveur {number} ({type}) contient %REALNAME%',
    remedy: "écrire l'identifiant lui-même",
  },
  'placeholder-unknown': {
    says: "{name} du serveur {number} ({type}) contient « {value} », qui n'est pas une variable et reste tel quel",
    remedy: 'écrire %EMAILADDRESS%, %EMAILLOCALPART% ou %EMAILDOMAIN%, avec les deux signes',
  },
  'placeholder-in-later-smtp': {
    says: "le serveur {number} ({type}) n'est pas le premier pour l'envoi, et « {value} » n'y est pas remplacé",
    remedy: "n'indiquer qu'un outgoingServer, ou écrire des valeurs littérales dans les suivants",
  },
  'logins-differ': {
    says: 'le serveur {number} ({type}) a un autre username que le serveur {first}',
    remedy: 'faire accepter le même par tous les serveurs',
  },
  'last-username-differs': {
    says: "le dernier username du fichier, « {value} », n'est pas celui du serveur IMAP (« {own} »)",
    remedy: 'y écrire le même, ou retirer cette partie',
  },
  'authentication-missing': {
    says: "le serveur {number} ({type}) ne dit pas comment on s'identifie",
    remedy: 'ajouter <authentication>password-cleartext</authentication>',
  },
  'authentication-unknown': {
    says: "le serveur {number} ({type}) a un moyen de s'identifier que le format ne connaît pas : « {value} »",
    remedy: "écrire password-cleartext, password-encrypted, OAuth2, GSSAPI ou NTLM ; none pour l'envoi seulement",
  },
  'authentication-encrypted': {
    says: "le serveur {number} ({type}) veut d'abord un mot de passe chiffré (CRAM-MD5)",
    remedy: 'écrire password-cleartext : dans TLS, il est aussi sûr, et tous les logiciels savent le faire',
  },
  'smtp-without-login': {
    says: "le serveur {number} ({type}) ne demande pas de s'identifier",
    remedy: "proposer un serveur d'envoi où l'on s'identifie",
  },
  'oauth2-not-first': {
    says: 'le serveur {number} ({type}) indique OAuth2 après un autre moyen, qui est alors pris',
    remedy: "mettre OAuth2 en premier, ou l'omettre",
  },
  'oauth2-only-unknown-host': {
    says: "le serveur {number} ({type}) n'accepte que OAuth2, et aucun Thunderbird ne sait à qui s'adresser pour {host}",
    remedy:
      'ajouter <authentication>password-cleartext</authentication>, ou donner une extension qui connaît le fournisseur',
  },
  'oauth2-unknown-host': {
    says: "le serveur {number} ({type}) accepte OAuth2, et aucun Thunderbird ne sait à qui s'adresser pour {host} : le mot de passe est pris",
    remedy: 'le dire aux personnes, ou leur donner une extension qui connaît le fournisseur',
  },
  'oauth2-only-android': {
    says: "le serveur {number} ({type}) n'accepte que OAuth2, et Thunderbird pour Android ne connaît pas {host}",
    remedy: "ajouter <authentication>password-cleartext</authentication> si le serveur l'accepte",
  },
  'imap-missing-android': {
    says: "il n'y a pas de serveur de type imap, et Thunderbird pour Android n'en prend pas d'autre pour la réception",
    remedy: "en ajouter un ; un type s'écrit en minuscules",
  },
  'authentication-android': {
    says: "le serveur {number} ({type}) n'a pas de moyen de s'identifier que connaisse Thunderbird pour Android : {value}",
    remedy:
      'ajouter <authentication>password-cleartext</authentication>, ou omettre le serveur : les autres sont perdus avec lui',
  },
  'login-line-break': {
    says: 'le username du serveur {number} ({type}) contient un retour à la ligne',
    remedy: "l'écrire en une ligne",
  },
  'refused-android': {
    says: 'avec ce {name}, Thunderbird pour Android refuse le fichier',
    remedy:
      'le corriger ou le retirer : cette application lit chaque serveur de chaque fournisseur, les valeurs répétées aussi, et les noms connus dans des éléments inconnus',
  },
  'refused-thunderbird': {
    says: "Thunderbird ne tire rien de ce fournisseur : il manque un id, un domaine, ou un serveur qu'il prenne pour la réception ou l'envoi",
    remedy:
      'écrire un serveur de type imap ou pop3 et un de type smtp, chacun avec hostname, port, socketType, username et authentication',
  },
  'skipped-thunderbird': {
    says: "Thunderbird écarte le serveur {number} ({type}) : une valeur qui s'y trouve n'est aucune de celles qu'il connaît",
    remedy:
      "regarder son hostname et son port, et lui donner un moyen de s'identifier que Thunderbird connaît, comme password-cleartext",
  },
  'refused-evolution': {
    says: 'Evolution ne tire rien de ces serveurs',
    remedy: 'donner à chacun un type (imap, pop3 ou smtp) et aucun autre attribut',
  },
});
