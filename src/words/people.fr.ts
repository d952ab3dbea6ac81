import { en } from './people.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'people.unknown-source':
    "« {value} » n'est pas une source de personnes : nommez un fichier comme people.csv, - pour l'entrée standard, postfix:/chemin/de/la/table, ou une URL qui commence par ldap://, ldaps:// ou postgres://",
  'people.empty-source': "--from est vide : nommez un fichier comme people.csv, ou - pour l'entrée standard",
  'people.unreadable': 'ne peut pas être lu ({reason}) : nommez un autre fichier, ou donnez le droit de le lire',
  'people.spreadsheet': "est un classeur ou une autre archive, et pas du texte : enregistrez-le d'abord en CSV (UTF-8)",
  'people.binary': "n'est pas du texte, donc pas du CSV : enregistrez d'abord la liste en CSV (UTF-8)",
  'people.empty': 'est vide : écrivez les noms des colonnes sur la première ligne, comme adresse,nom',
  'people.no-names':
    'la première ligne ne nomme pas les colonnes, elle contient déjà une personne : mettez avant elle une ligne comme adresse,nom',
  'people.no-column':
    "aucune colonne ne contient l'adresse ou l'identifiant — trouvées : {columns} ; dites laquelle avec --map address=COLONNE",
  'people.map-form':
    "« {value} », dans --map, n'a pas la forme COLONNE=NOM : écrivez par exemple --map address=mail,name=cn (il y a {columns})",
  'people.map-column': either(
    'suggestion',
    "« {value} », dans --map, n'est rien de ce qui est lu d'une personne : vouliez-vous dire {suggestion} ? Il y a {columns}",
    "« {value} », dans --map, n'est rien de ce qui est lu d'une personne : il y a {columns}",
  ),
  'people.map-twice': '--map nomme deux fois {column} : nommez-en une',
  'people.map-absent': either(
    'suggestion',
    "il n'y a pas de colonne « {value} », que nomme --map : vouliez-vous dire « {suggestion} » ? Trouvées : {columns}",
    "il n'y a pas de colonne « {value} », que nomme --map — trouvées : {columns}",
  ),
  'people.two-columns':
    "{columns} donneraient toutes deux la valeur {column} d'une personne : dites laquelle avec --map {column}=NOM",
  'people.unused-columns': "non lues : {columns} (--map dit ce qu'est une colonne)",
  'people.too-many-values':
    'cette ligne a {count} valeurs pour {expected} colonnes : mettez entre guillemets une valeur qui contient le séparateur',
  'people.too-few-values':
    'cette ligne a {count} valeurs pour {expected} colonnes : ajoutez ce qui manque, même si ce ne sont que des séparateurs',
  'people.quote':
    "un guillemet ouvert sur cette ligne n'est pas fermé là où sa valeur se termine : fermez-le, ou doublez-le s'il est voulu",
  'people.quote-open':
    "un guillemet ouvert sur cette ligne n'est pas fermé, et les noms des colonnes sont illisibles : fermez-le",
  'people.too-long':
    "cette ligne a plus de 256 000 caractères, ce qu'aucune ligne sur une personne n'a : corrigez-la, ou retirez-la",
  'people.control': 'un caractère que personne ne peut saisir se trouve ici ({character}) : retirez-le',
  'people.lost-character':
    "un caractère est perdu ici, car il n'était pas en UTF-8 là d'où vient la liste : corrigez-le à sa source",
  'people.blank-lines': 'lignes sautées, faites de délimiteurs seuls : {count}, dont la première est la ligne {line}',
  'people.encoding':
    "un caractère de cette ligne est perdu, car le fichier n'est de bout en bout ni en UTF-8 ni en Windows-1252 : enregistrez-le en UTF-8",
  'people.nobody': "il n'y a ici ni adresse ni identifiant : écrivez-en un, ou retirez la ligne",
  'people.language': "« {value} » n'est pas une langue de Facteur : écrivez {known}, ou laissez vide",
  'people.role': "« {value} » n'est pas un rôle : écrivez additional ou primary, ou laissez vide",
  'people.changed': 'a changé pendant la lecture, si bien que la liste peut mêler deux états : relancez la commande',
  'people.option-alone': "{option} ne dit rien de cette source : retirez l'option",
  'people.package-absent': "lire ces personnes demande le paquet {name}, qui n'est pas installé : npm install {name}",
  'people.several-values':
    'il y a ici {count} valeurs, et il faudrait en choisir une : nommez un attribut qui en a une seule avec --map {column}=ATTRIBUT',
  'people.no-text': "la valeur est une liste, une date ou autre chose qu'un texte : faites-en un texte dans la requête",
  'people.url-password': either(
    'option',
    "l'URL nomme quelqu'un avant le @ : nommez-le avec {option}, et donnez le mot de passe avec --password-file FICHIER",
    "l'URL contient un mot de passe, que la liste des processus montre à tous : retirez-le, et donnez-le avec --password-file FICHIER",
  ),
  'people.password-open':
    "tout le monde peut lire ce fichier sur cette machine, alors qu'il doit rester secret : retirez ce droit (chmod o= {path})",
  'people.password-mounted':
    "tout le monde peut lire ce fichier sur cette machine, alors qu'il doit rester secret, et son système de fichiers est en lecture seule : réglez son mode là où il est monté (Kubernetes : defaultMode: 0440 et fsGroup ; un secret de Docker : mode: 0440 et gid)",
  'people.password-utf16':
    'est en UTF-16, ce qui en fait un autre mot de passe : enregistrez-le en UTF-8 (dans PowerShell avec Out-File -Encoding ascii)',
  'people.password-empty': 'la première ligne est vide : écrivez-y le mot de passe',
  'people.password-alone': '--password-file ne dit rien sans nom avec lequel se connecter : donnez-le avec --bind DN',
  'people.password-missing': '--bind ne dit rien sans mot de passe : donnez-le avec --password-file FICHIER',
  'people.password-plain':
    'le mot de passe irait en clair à {host} : ajoutez --starttls, ou écrivez ldaps:// au lieu de ldap://',
  'people.certificate-pair': '--cert et --key vont ensemble : donnez les deux ou aucun',
  'people.pem': "n'a ni certificat ni clé en PEM : nommez un fichier avec une ligne comme -----BEGIN CERTIFICATE-----",
  'people.certificate':
    "le certificat de {host} n'est pas digne de confiance ({reason}) : nommez celui de son autorité avec --ca FICHIER, ou écrivez le nom qui est dans le certificat",
  'people.ldap-url': "« {value} » n'est pas une URL LDAP : écrivez par exemple {example}",
  'people.ldap-percent':
    "« {value} », dans l'URL, a un % sans deux chiffres derrière : écrivez %25 pour le signe lui-même",
  'people.ldap-host':
    "« {value} », dans l'URL, n'est pas un serveur : écrivez un nom comme ldap.example.org, suivi du port s'il y en a un",
  'people.ldap-no-host':
    "l'URL ne nomme aucun serveur : écrivez son nom après //, comme dans {example} (localhost pour cet ordinateur)",
  'people.ldap-port': "« {value} » dans l'URL n'est pas un port : écrivez-en un de 1 à 65535, ou omettez-le",
  'people.ldap-no-base':
    "{host} n'a pas de liste de personnes à la racine de son arbre : écrivez la base après l'hôte, comme dans {example}",
  'people.ldap-scope': "« {value} », dans l'URL, n'est pas une portée : écrivez base, one ou sub",
  'people.ldap-no-scope':
    "il n'y a personne dans l'entrée que nomme l'URL, et elle ne dit rien de celles qui sont dessous : écrivez {scope} après la base",
  'people.ldap-extension': "l'URL demande l'extension « {value} », qui n'est pas connue ici : retirez-la",
  'people.ldap-starttls': "--starttls va avec ldap://, et {scheme}:// n'en a pas besoin : retirez-le",
  'people.ldap-attribute': "« {value} » ne peut pas être le nom d'un attribut : écrivez-le comme dans l'annuaire",
  'people.ldap-unknown': either(
    'suggestion',
    "le schéma de l'annuaire n'a pas d'attribut « {value} », que nomme --map : vouliez-vous dire {suggestion} ?",
    "le schéma de l'annuaire n'a pas d'attribut « {value} », que nomme --map : regardez une entrée, et nommez celui qu'elle a",
  ),
  'people.ldap-filter':
    "« {value} » n'est pas un filtre LDAP (RFC 4515) : fermez chaque parenthèse, comme dans (&(objectClass=person)(mail=*))",
  'people.ldap-unreachable': '{host} est injoignable ({reason}) : vérifiez le nom, le port et le réseau',
  'people.ldap-again': 'la connexion à {host} a été perdue après {count} entrées ({reason}) et reprend',
  'people.ldap-lost':
    'la connexion à {host} a été perdue après {count} entrées ({reason}), encore et encore : relancez la commande quand le serveur ira bien',
  'people.slow':
    "{host} n'a rien dit pendant {seconds} s, après {count} personnes : relancez la commande plus tard, ou donnez-lui plus de temps avec --timeout SECONDES",
  'people.ldap-limit': either(
    'time',
    '{host} ne cherche pas plus longtemps que pour les {count} premières entrées : resserrez le filtre, ou connectez-vous avec un compte qui peut en lire plus (--bind)',
    '{host} ne donne pas toutes les entrées (sa limite est venue après {count}) : connectez-vous avec un compte qui peut tout lire (--bind), ou lisez la liste par parties, avec un filtre',
  ),
  'people.ldap-bind': either(
    'who',
    "{host} n'accepte pas « {who} » avec ce mot de passe : vérifiez les deux, les majuscules comptent",
    "{host} n'accepte pas celui que montre le certificat ou la socket : vérifiez la correspondance de SASL EXTERNAL sur le serveur",
  ),
  'people.ldap-stronger':
    '{host} veut une connexion mieux protégée que celle-ci : ajoutez --starttls, ou écrivez ldaps://',
  'people.ldap-elsewhere': "{host} n'a pas « {base} » et renvoie à un autre serveur : nommez celui-là dans l'URL",
  'people.ldap-base': either(
    'who',
    "{host} ne montre à « {who} » aucune entrée « {base} » : vérifiez la base dans l'URL",
    "{host} ne montre aucune entrée « {base} » : vérifiez la base dans l'URL, ou connectez-vous avec un compte qui peut la lire (--bind)",
  ),
  'people.ldap-dn':
    "« {value} » n'est pas un nom distinctif ({message}) : écrivez-le comme ou=people,dc=example,dc=org",
  'people.ldap-rights': either(
    'who',
    "{host} ne laisse pas « {who} » lire à cet endroit : adressez-vous à qui gère l'annuaire",
    "{host} ne laisse pas n'importe qui lire à cet endroit : connectez-vous avec un compte qui le peut (--bind)",
  ),
  'people.ldap-answer': "{host} refuse (résultat LDAP {code} : {message}) : adressez-vous à qui gère l'annuaire",
  'people.ldap-reference':
    "une partie de la liste est sur un autre serveur, et n'est pas lue : {value} — lancez la commande pour lui aussi",
  'people.sql-no-query': 'une base de données demande --query : que sélectionner, comme --query {example}',
  'people.sql-url':
    "ce n'est pas l'URL d'une base PostgreSQL : écrivez par exemple postgres://reader@db.example.org/people",
  'people.sql-parameter': either(
    'suggestion',
    "l'URL a le paramètre « {value} », qui n'est pas connu ici : vouliez-vous dire {suggestion} ? Il y a {known}",
    "l'URL a le paramètre « {value} », qui n'est pas connu ici : il y a {known}",
  ),
  'people.sql-mode':
    "sslmode={value} ne protège rien quand l'autre côté ne veut pas : écrivez require, verify-ca ou verify-full, ou disable sur un réseau qui est à vous",
  'people.sql-plain': "le mot de passe irait à {host} sans TLS : retirez sslmode=disable de l'URL",
  'people.sql-no-tls':
    '{host} ne parle pas TLS, donc rien ne lui est envoyé : activez-le là-bas, ou écrivez sslmode=disable sur un réseau qui est à vous',
  'people.sql-tls': "{host} ne laisse entrer personne sans TLS : écrivez sslmode=verify-full dans l'URL",
  'people.sql-password':
    'la base de données veut un mot de passe : donnez-le avec --password-file FICHIER, ou dans ~/.pgpass',
  'people.sql-login': '{host} ne laisse pas entrer « {user} » ({message}) : vérifiez le nom et le mot de passe',
  'people.sql-database': "{host} n'a pas de base « {value} » : vérifiez le nom dans l'URL",
  'people.sql-query': 'la base de données refuse la requête ({code} : {message}) : corrigez --query',
  'people.sql-unreachable': '{host} est injoignable ({reason}) : vérifiez le nom, le port et le réseau',
  'people.sql-lost':
    'la connexion à {host} a été perdue après {count} lignes ({reason}) : relancez la commande, elle continue à cet endroit',
  'people.map-postfix': "une table de Postfix n'a pas de colonnes : retirez --map",
  'people.postfix-path': "postfix: demande le chemin d'une table, comme postfix:/etc/postfix/virtual",
  'people.postfix-type':
    "une table de type {value} n'a pas de liste d'adresses : nommez le texte que prend postmap, comme postfix:/etc/postfix/virtual",
  'people.postfix-compiled':
    "n'est pas le texte d'une table, mais ce que postmap en a fait, ou autre chose : nommez le fichier sans .db, .lmdb ni autre",
  'people.postfix-continuation':
    "la première ligne commence par une espace, et ne continue donc rien : retirez l'espace",
  'people.postfix-pattern':
    'une table de motifs (regexp, pcre) a des règles et pas de liste de personnes : nommez une table avec une adresse et un identifiant par ligne',
  'people.postfix-alias':
    'a un deux-points après la clé, comme aliases(5) : nommez une table virtual ou canonical, avec une adresse et un identifiant par ligne',
  'people.postfix-nobody': either(
    'all',
    "« {value} » vaut pour tout son domaine et ne nomme personne : l'entrée n'est pas lue",
    "« {value} » n'est pas une adresse et ne nomme personne : l'entrée n'est pas lue",
  ),
  'people.postfix-more': '{count} autres entrées ne nomment personne et ne sont pas lues',
  'people.postfix-quote': "un guillemet est ouvert ici et n'est pas fermé : fermez-le",
  'people.postfix-value': "il n'y a pas d'identifiant après l'adresse : écrivez-le, ou retirez la ligne",
  'people.postfix-several':
    "le courrier de cette adresse va à plusieurs ({value}), donc aucun n'est l'identifiant : nommez la personne dans une autre liste",
  'people.postfix-delivery':
    "« {value} » est une commande, un fichier ou une liste, et non un identifiant : retirez la ligne, ou écrivez l'identifiant",
});
