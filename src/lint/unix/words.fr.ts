import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  msmtprc: {
    'unknown-command': {
      says: "« {command} » n'est pas une commande de msmtp",
      remedy: "l'écrire comme dans msmtp(1), en minuscules : host, port, from, auth, user, tls…",
    },
    'bad-value': {
      says: '« {value} » ne peut pas être la valeur de {command}',
      remedy:
        'écrire une des valeurs que msmtp(1) lui connaît : on ou off pour un interrupteur, un nombre pour un port',
    },
    'value-missing': { says: '{command} est seul', remedy: 'écrire sa valeur derrière' },
    'value-in-vain': { says: "{command} a une valeur, et n'en prend pas", remedy: 'retirer ce qui le suit' },
    'line-length': {
      says: 'la ligne a plus de {most} caractères',
      remedy: 'mettre une longue commande dans un script à part',
    },
    'account-twice': {
      says: 'le compte {name} est là une seconde fois (les réglages au-dessus du premier compte sont « default »)',
      remedy: 'en garder un, ou donner un autre nom à celui-ci',
    },
    'parent-unknown': {
      says: "le compte {name} reprend {parent}, qu'aucune ligne au-dessus ne définit",
      remedy: 'placer le compte {parent} au-dessus, ou corriger le nom',
    },
    'host-missing': { says: "le compte {name} n'a pas de host", remedy: 'ajouter host smtp.example.org' },
    'certificate-pair': {
      says: '{there} est là sans {missing}',
      remedy: 'ajouter {missing}, ou retirer {there}',
    },
    'starttls-port': {
      says: 'sur le port {port}, une connexion ne commence pas comme le dit tls_starttls {starttls}',
      remedy: 'écrire tls_starttls {right}',
    },
    'tls-off': {
      says: "le compte {name} s'identifie sans TLS : rien ne protège le mot de passe",
      remedy: 'écrire tls on',
    },
    'certificate-unchecked': {
      says: "{command} laisse n'importe qui se faire passer pour le serveur",
      remedy: 'écrire tls_certcheck on, et nommer un certificat à soi dans tls_trust_file',
    },
    'from-missing': {
      says: "le compte {name} ne dit pas l'expéditeur",
      remedy: "ajouter from avec l'adresse d'expédition",
    },
    password: {
      says: 'un mot de passe figure dans le fichier',
      remedy: 'laisser un trousseau le donner : passwordeval "secret-tool lookup …"',
    },
    mode: {
      says: "d'autres peuvent lire le fichier (mode {mode}), et un mot de passe y figure",
      remedy: 'chmod 600',
    },
  },
  mbsyncrc: {
    'blank-line': {
      says: "la ligne vide au-dessus termine {section} {name}, si bien que {keyword} n'en fait plus partie",
      remedy: 'retirer la ligne vide',
    },
    'unknown-keyword': {
      says: "« {keyword} » n'est pas un mot-clé de mbsync à cet endroit",
      remedy: "l'écrire comme dans mbsync(1) : Host, Port, User, PassCmd, SSLType, AuthMechs…",
    },
    'newer-keyword': {
      says: "{keyword} est un mot-clé d'isync 1.5 : les versions d'avant refusent le fichier",
      remedy: 'écrire SSLType, que les deux lisent, là où isync 1.4 est en service',
    },
    quotes: {
      says: "un guillemet ou une barre oblique inverse dans la valeur de {keyword} n'est pas fermé",
      remedy: 'le fermer sur la même ligne',
    },
    'value-missing': { says: '{keyword} est seul', remedy: 'écrire sa valeur derrière' },
    'value-excess': {
      says: '{keyword} prend une valeur, et il y en a plusieurs',
      remedy: 'mettre une valeur qui a des espaces entre guillemets doubles',
    },
    'bad-value': {
      says: '« {value} » ne peut pas être la valeur de {keyword}',
      remedy: 'écrire une des valeurs que mbsync(1) lui connaît : SSLType IMAPS, yes ou no, un nombre',
    },
    'host-missing': { says: "{section} {name} n'a ni Host ni Tunnel", remedy: 'ajouter Host imap.example.org' },
    'name-unknown': {
      says: "aucune section au-dessus ne s'appelle {what} {name}",
      remedy: 'la placer au-dessus de cette ligne, ou corriger le nom',
    },
    'side-missing': {
      says: "le canal {name} n'a pas de {side}",
      remedy: 'ajouter {side} avec le dépôt de ce côté, comme {side} :dépôt:',
    },
    'pass-twice': {
      says: '{keyword} est là à côté de la commande qui le donne',
      remedy: 'retirer {keyword}',
    },
    'near-far': { says: '{keyword} est un ancien nom', remedy: "écrire {right}, sauf si isync est d'avant 1.4" },
    path: {
      says: 'Path {value} ne finit pas par / : les boîtes ont des noms qui commencent comme le dossier',
      remedy: 'écrire un / derrière',
    },
    'clear-text': {
      says: "{name} s'identifie sans TLS : rien ne protège le mot de passe",
      remedy: 'écrire SSLType IMAPS',
    },
    'port-security': {
      says: 'sur le port {port}, une connexion commence autrement que ne le dit SSLType',
      remedy: 'écrire SSLType {type}',
    },
    'user-missing': {
      says: "{name} ne dit pas d'identifiant : celui de cet ordinateur est pris",
      remedy: "ajouter User avec l'identifiant de la boîte",
    },
    xoauth2: {
      says: '{value} demande un greffon de Cyrus SASL',
      remedy: "en installer un (libsasl2-modules-kdexoauth2 chez Debian), ou s'identifier par mot de passe",
    },
    password: {
      says: 'un mot de passe de {name} figure dans le fichier',
      remedy: 'laisser un trousseau le donner : PassCmd "secret-tool lookup …"',
    },
  },
  muttrc: {
    'unknown-command': {
      says: "« {command} » n'est pas une commande, si bien que la ligne ne dit rien",
      remedy: 'commencer la ligne par une commande : set {command} …, ou par # pour un commentaire',
    },
    'unknown-variable': {
      says: "il n'y a pas de variable {name}, si bien que la ligne ne dit rien",
      remedy: "l'écrire comme dans neomuttrc(5) : imap_user, imap_pass, smtp_url, smtp_pass, ssl_force_tls…",
    },
    'too-few-words': {
      says: "il manque à {command} ce dont il s'agit",
      remedy: "l'écrire en entier : my_hdr Nom: valeur, folder-hook motif commandes",
    },
    'bad-switch': {
      says: '« {value} » ne peut pas être la valeur de {name}, qui reste ce qu’il était',
      remedy: 'écrire yes ou no',
    },
    'switch-word': {
      says: 'Mutt ne prend que yes et no pour {name} : « {value} » est perdu',
      remedy: 'écrire yes ou no',
    },
    backquote: {
      says: "un accent grave n'est pas fermé : le reste de la ligne est perdu",
      remedy: "le fermer, ou écrire \\` si c'est un caractère de la valeur",
    },
    quote: {
      says: "le guillemet {quote} n'est pas fermé sur sa ligne",
      remedy: "le fermer, ou écrire \\{quote} si c'est un caractère de la valeur",
    },
    backtick: {
      says: 'ce qui est entre accents graves dans {name} est exécuté comme une commande',
      remedy: 'écrire \\` pour un accent grave qui est un caractère',
    },
    dollar: {
      says: "« {variable} » derrière le $ dans {name} est une variable, qu'aucune ligne de ce fichier ne donne",
      remedy: 'écrire \\$ pour un dollar qui est un caractère',
    },
    'url-at': {
      says: "l'identifiant dans {name} a un @ à lui, là où l'URL termine son utilisateur",
      remedy: "l'écrire %40",
    },
    'url-scheme': { says: "{name} n'est pas une URL d'envoi", remedy: 'la commencer par smtps:// ou smtp://' },
    'port-scheme': {
      says: '{name} : sur le port {port}, une connexion ne commence pas comme le dit {scheme}://',
      remedy: "écrire le port {instead}, ou l'autre début",
    },
    'tls-optional': {
      says: "{name} commence sans TLS ({scheme}://), et rien n'y oblige",
      remedy: 'ajouter set ssl_force_tls = yes',
    },
    'tls-off': {
      says: '{name} est désactivé : tout peut partir en clair, un mot de passe aussi',
      remedy: 'écrire set ssl_force_tls = yes',
    },
    'certificate-unchecked': {
      says: "{name} est désactivé : n'importe qui peut se faire passer pour le serveur",
      remedy: 'retirer la ligne, et nommer un certificat à soi dans certificate_file',
    },
    'old-tls': { says: '{name} est activé, ce qui est cassé', remedy: 'retirer la ligne' },
    password: {
      says: 'un mot de passe figure dans {name}',
      remedy: 'laisser un trousseau le donner : set {variable} = "`secret-tool lookup …`"',
    },
  },
  accountrc: {
    group: {
      says: "le groupe [{name}] n'est pas un compte",
      remedy: "l'appeler [Account: 1], avec un numéro qu'aucun autre n'a",
    },
    'group-twice': {
      says: 'le numéro de [{name}] est là deux fois',
      remedy: 'donner un autre numéro à celui-ci',
    },
    'key-twice': {
      says: '{key} est là deux fois, avec deux valeurs : celle qui compte dépend du hasard',
      remedy: 'garder une seule des lignes',
    },
    protocol: {
      says: "protocol={value} est dans un fichier de version 0, où les numéros étaient autres : 1 n'y est pas IMAP",
      remedy: 'ajouter config_version=1',
    },
    'protocol-unknown': {
      says: "« {value} » n'est pas un protocole",
      remedy: 'écrire protocol=1 pour IMAP, protocol=0 pour POP3',
    },
    'version-new': {
      says: "config_version={value} est d'une version plus récente que celles connues : une plus ancienne demande s'il faut quitter ({most} est connue)",
      remedy: 'écrire config_version=1, que toutes les versions lisent',
    },
    'port-key': {
      says: "{key}={value} n'est pas lu : le port habituel est pris",
      remedy: 'écrire {flag}=1 et {port}={value}',
    },
    'port-value': { says: "{key}={value} n'est pas un port", remedy: 'écrire un nombre de 1 à 65535' },
    'port-security': {
      says: 'sur le port {port}, une connexion ne commence pas comme le dit {key}={value}',
      remedy: "écrire {key}={right} (1 : TLS d'emblée, 2 : STARTTLS), ou l'autre port",
    },
    'clear-text': {
      says: "{key}={value}, c'est aucun chiffrement : rien ne protège ce qui y passe",
      remedy: 'écrire {key}=1, ou {key}=2 pour STARTTLS',
    },
    'security-absent': {
      says: "{key} manque, et les versions jusqu'à 4.3.0 ne chiffrent alors pas",
      remedy: 'écrire {key}=1, ou {key}=2 pour STARTTLS',
    },
    'smtp-auth-absent': {
      says: "use_smtp_auth manque, et les versions jusqu'à 4.3.0 envoient alors sans s'identifier",
      remedy: 'écrire use_smtp_auth=1',
    },
    'server-missing': { says: "[{name}] n'a pas de {key}", remedy: 'ajouter {key}=…' },
    'white-space': {
      says: 'les espaces autour de la valeur de {key} en font partie',
      remedy: 'retirer les espaces des deux côtés',
    },
    switch: {
      says: '{key}={value} veut dire oui : seul ce qui est vide ou commence par 0 veut dire non',
      remedy: 'écrire {key}=0 ou {key}=1',
    },
    'runs-command': {
      says: '{key} est une commande que le shell exécute',
      remedy: "ne la garder que si l'on sait qui l'a écrite",
    },
    certificates: {
      says: 'chaque nouveau certificat fait poser une question, les valides aussi',
      remedy: 'écrire ssl_certs_auto_accept=1, qui accepte ce à quoi le système se fie',
    },
    'not-a-line': {
      says: "« {text} » n'est pas une ligne de ce fichier",
      remedy: "écrire clé=valeur, rien devant la clé et pas d'espace avant le signe =",
    },
    password: {
      says: '{key} figure dans le fichier',
      remedy: 'retirer la ligne : Claws Mail demande le mot de passe, et le garde chiffré',
    },
  },
  sourceSet: {
    'uid-unknown': {
      says: "{key} vaut « {value} », et aucun des autres fichiers ne s'appelle ainsi",
      remedy: "écrire le nom de l'un d'eux, sans .source, ou faire juger avec eux celui qui manque",
    },
  },
  source: {
    'not-a-line': {
      says: "« {text} » n'est ni un groupe ni une clé d'un groupe : rien du fichier n'est lu",
      remedy: 'écrire clé=valeur sous un [groupe], ou # pour un commentaire',
    },
    encoding: {
      says: "le fichier est en {encoding} avec une marque d'ordre des octets : rien n'en est lu",
      remedy: "l'enregistrer en UTF-8 sans marque d'ordre des octets",
    },
    'security-method': {
      says: "« {value} » n'est pas un mot pour la sécurité : il est pris pour STARTTLS",
      remedy: 'écrire ssl-on-alternate-port, starttls-on-standard-port ou none',
    },
    'clear-text': {
      says: 'le serveur est en clair : rien ne protège ce qui y passe',
      remedy: 'écrire Method=ssl-on-alternate-port',
    },
    'security-absent': {
      says: "il n'y a pas de Method dans [Security], et rien ne protège alors ce qui y passe",
      remedy: 'ajouter [Security] avec Method=ssl-on-alternate-port',
    },
    'port-security': {
      says: 'sur le port {port}, une connexion ne commence pas comme le dit [Security] Method',
      remedy: "écrire Port={instead}, ou l'autre méthode",
    },
    port: {
      says: either('value', "Port={value} n'est pas un port", "il n'y a pas de port"),
      remedy: "écrire un nombre de 1 à 65535 : 993 pour IMAP, 465 pour SMTP avec TLS d'emblée",
    },
    'user-missing': { says: "il n'y a pas de nom d'utilisateur", remedy: 'ajouter User=… à [Authentication]' },
    'host-missing': { says: "il n'y a pas d'hôte pour le serveur", remedy: 'ajouter Host=… à [Authentication]' },
    backend: {
      says: "« {value} » n'est rien par quoi Evolution puisse se connecter",
      remedy: 'écrire BackendName=imapx, pop ou smtp',
    },
    uid: {
      says: "{key} vaut « {value} », qui n'est pas le nom d'une source",
      remedy: 'écrire le nom de son fichier, sans dossier et sans .source',
    },
    'identity-missing': {
      says: "le compte n'a pas d'identité : personne ne peut envoyer avec lui",
      remedy: "écrire le nom du fichier de l'identité comme IdentityUid",
    },
    'oauth-method': {
      says: "Method={value} s'identifie auprès des hôtes de ce service, et {host} n'en est pas un",
      remedy: 'écrire Method=PLAIN',
    },
    'sasl-oauth': {
      says: 'Method={value} est le nom qui passe sur le réseau : il ne désigne aucun service',
      remedy: 'écrire Google, Outlook ou Yahoo pour un de leurs hôtes, et PLAIN pour un autre',
    },
    switch: { says: "{key}={value} n'est ni true ni false", remedy: 'écrire {key}=true ou {key}=false' },
    revision: {
      says: "une source pour beaucoup de personnes n'a pas de révision : personne ne reçoit ce qui change ensuite",
      remedy: 'ajouter Revision=1 à [Autoconfig], et une autre valeur à chaque changement',
    },
  },
  aerc: {
    'plain-smtp': {
      says: "le compte {name} envoie en clair : rien ne protège ce qu'il envoie",
      remedy: 'écrire smtps://, ou ajouter smtp-starttls = yes',
    },
    insecure: {
      says: '{key} est en clair : rien ne protège ce qui y passe',
      remedy: "l'écrire sans +insecure",
    },
    'url-at': { says: "l'identifiant dans {key} a un @ à lui", remedy: "l'écrire %40" },
    scheme: {
      says: '{key} : rien dans aerc ne parle {scheme}://',
      remedy: "écrire imaps:// pour la réception, smtps:// pour l'envoi",
    },
    'not-a-line': {
      says: "« {text} » n'est ni une section ni une clé d'une section : aucun compte du fichier n'est lu",
      remedy: 'écrire clé = valeur sous une [section], ou # pour un commentaire',
    },
    'source-missing': { says: "le compte {name} n'a pas de source", remedy: 'ajouter source = imaps://…' },
    'from-missing': { says: "le compte {name} n'a pas de from", remedy: 'ajouter from = Nom <adresse>' },
    'port-scheme': {
      says: '{key} : sur le port {port}, une connexion ne commence pas comme le dit {scheme}://',
      remedy: "écrire le port {instead}, ou l'autre début",
    },
    'account-twice': { says: 'le compte {name} est là deux fois', remedy: 'donner un autre nom à celui-ci' },
    password: {
      says: 'un mot de passe figure dans {key}',
      remedy: "le retirer de l'URL, et ajouter {key}-cred-cmd = secret-tool lookup …",
    },
    mode: { says: "d'autres peuvent lire le fichier (mode {mode})", remedy: 'chmod 600' },
  },
});
