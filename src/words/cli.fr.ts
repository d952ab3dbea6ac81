import { en } from './cli.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

const signOptions = {
  'sign-key':
    'Clé privée qui signe les profils Apple, PEM, RSA (2048 bits au moins) ou P-256 ; les autres ne doivent pas pouvoir la lire',
  'sign-cert': 'Son certificat, PEM ; la chaîne peut suivre dans le même fichier',
  'sign-chain': "Certificats de ses émetteurs jusqu'à une racine publique, ou jusqu'à une racine privée incluse, PEM",
  'sign-passphrase-file': 'Fichier dont la première ligne ouvre une clé chiffrée',
};

const templates = 'Dossier de modèles qui remplacent ceux de Facteur du même nom';

export const fr = translate(en, {
  usage:
    "facteur <commande> — la configuration de tous les logiciels de courrier, même quand l'identifiant n'est pas l'adresse",
  seeHelp: 'voir facteur --help',
  generalOptions: 'Options générales :',
  noCommand: 'il manque une commande',
  givenTwice: '{option} est donné deux fois',
  takesNoValue: '{option} est une bascule et ne prend pas de valeur',
  meant: 'vouliez-vous écrire {suggestion} ?',
  unknownVariable: either(
    'suggestion',
    'La variable {name} ne signifie rien pour Facteur : vouliez-vous écrire {suggestion} ?',
    'La variable {name} ne signifie rien pour Facteur : facteur serve --help nomme celles qui comptent',
  ),
  unwritten: 'la sortie standard ne peut pas être écrite ({reason}) : faites de la place, ou dirigez-la ailleurs',
  defect: 'Un défaut de Facteur {version} lui-même : merci de le signaler avec ce qui suit.',
  commands: {
    generate: 'Écrit les fichiers de tous les logiciels de courrier pour une ou plusieurs personnes',
    explain: "Montre un compte et d'où vient chaque valeur",
    clients: 'Liste ce qui peut être produit, pour quels appareils et quelles versions',
    serve:
      'Répond par HTTP aux logiciels de courrier qui cherchent leur configuration, et aux personnes qui cherchent la leur',
    lint: "Juger des fichiers : ce qu'en fait chaque logiciel, et ce qu'il faut corriger",
    import: 'Faire un profil à partir de fichiers existants : un clientConfig, un profil Apple, un muttrc…',
    dns: "Montrer les enregistrements DNS qui mènent les logiciels de courrier aux réglages d'un fournisseur",
  },
  options: {
    file: "Un fichier, reconnu à son contenu : un profil, un clientConfig, un profil Apple… ; - pour l'entrée standard (répétable)",
    imported: "Un fichier du fournisseur ou d'une personne ; plusieurs d'un même fournisseur sont réunis (répétable)",
    address: "Adresse de la personne à qui sont ces fichiers, quand ils n'en nomment pas",
    outFile: 'Fichier pour le profil ; sans cette option : la sortie standard',
    forceFile: "Remplacer ce fichier s'il existe déjà",
    as: "Seulement ce qui concerne ce logiciel, et ce qu'il ferait du fichier",
    dnsDomain:
      'Domaine de messagerie dont on veut les enregistrements (répétable ; sans lui : tous ceux que nomme un profil)',
    server: 'Hôte de facteur serve, comme config.example.org ; sans cette option : celui de site dans le profil',
    dnsFormat:
      'table : avec le rôle de chaque enregistrement ; bind : fichier de zone ; nsupdate : mise à jour dynamique ; octodns ; dnscontrol ; terraform-cloudflare ; route53 : lot de changements',
    ttl: "Secondes pendant lesquelles d'autres peuvent garder un enregistrement (60 à 86400)",
    autodiscover:
      "cname : un nom pour Autodiscover, qui a besoin d'un certificat ; srv : un enregistrement qui nomme le serveur, quand ce nom ne peut pas en avoir",
    format: 'Forme du rapport : text ; json ; sarif, pour les analyseurs de code ; github, en annotations',
    who: 'Une adresse ou un identifiant',
    profile: "Id d'un profil, fichier YAML, ou dossier de profils (répétable ; sans cela : tous ceux de Facteur)",
    client: 'Seulement ce logiciel (répétable ; voir facteur clients)',
    out: 'Dossier qui reçoit un dossier par adresse ; avec --from aussi NOM.zip, pour des fichiers ZIP de 1000 personnes au plus',
    name: 'Nom de la personne, tel que les autres le verront',
    login:
      "Identifiant de la personne, si aucune règle ne le donne ou si la règle en donne un autre ; un service qui a sa propre règle d'identifiant la garde",
    'login-at':
      "SERVICE=IDENTIFIANT : l'identifiant pour un seul service (incoming, outgoing, calendar, contacts, exchange, directory ; répétable)",
    role: 'additional : une boîte de plus, qui ne doit pas devenir la principale ; primary : la première boîte',
    letters: 'Aussi une lettre pour chaque personne : une page à imprimer et à remettre',
    'dry-run': "Dit ce qui serait écrit, et n'écrit rien",
    force: 'Remplace un dossier existant dont le contenu diffère',
    example: "Si personne n'est nommé : l'exemple du profil, qu'un terminal obtient aussi sans cette option",
    for: "Un profil Apple avec les variables d'un produit de gestion d'appareils : jamf, workspace-one, ivanti, maas360, addigy ou fleet",
    attribute:
      "Avec --for : un attribut de ce produit qui contient l'identifiant de chaque personne (Jamf : son numéro)",
    from: "De nombreuses personnes : people.csv (ou .tsv), - pour l'entrée standard, ldap(s)://…, postgres://… ou postfix:/chemin/de/la/table",
    map: "COLONNE=NOM : comment s'appelle une colonne de la liste, comme address=mail,name=cn (répétable)",
    kit: "small : ce qu'une personne ouvre, et rien de plus ; full : tout (par défaut : full ; avec --from : small)",
    query: 'PostgreSQL : ce qui donne les personnes, comme SELECT mail AS address, cn AS name FROM people',
    bind: 'LDAP : le nom distinctif avec lequel se connecter, ou external (un certificat, ou la socket)',
    'password-file': "Le fichier dont la première ligne est le mot de passe de l'annuaire ou de la base",
    starttls: 'LDAP : protéger ldap:// avant toute parole',
    ca: "Le certificat d'une autorité de confiance en plus des publiques, en PEM",
    cert: 'Le certificat qui montre qui vous êtes, en PEM (avec --key)',
    key: 'La clé privée de --cert, en PEM',
    timeout: 'Combien de secondes un annuaire ou une base peut mettre pour chaque réponse (60)',
    'zip-per-person': "Un ZIP par personne, au lieu d'un dossier",
    workers:
      "Fils d'exécution qui se partagent le travail, de 0 à 64 (0 : celui-ci seul) ; auto, comme sans elle : un par cœur, 8 au plus",
    shard: 'I/N : seulement la I-ième de N parts de toutes les personnes, pour autant de machines',
    update: "Remplace ce qui a été fait d'autres valeurs",
    limit: 'Seulement autant de lignes depuis le début, pour essayer',
    check: "Rouvrir les fichiers d'autant de personnes, là où ils ont été écrits, et dire ce qui ne va pas",
    ...signOptions,
    templates,
    'sign-time':
      'Date et heure de signature, comme 2026-11-22T10:00:00Z (sinon : maintenant) ; une clé RSA redonne alors les mêmes fichiers',
    lang: 'Langue des messages et des fichiers',
    json: 'Répond en JSON sur la sortie standard',
    quiet:
      "Ne dire sur la sortie d'erreur que les fautes et les avertissements ; serve ne journalise rien d'autre non plus",
  },
  whoDefault: "dans un terminal, l'exemple du profil",
  examplesTitle: 'Exemples :',
  examples: {
    generate: 'tout pour une personne',
    generateClient: 'pour Outlook seulement',
    explain: 'quelle règle a donné quelle valeur',
    explainJson: 'la même chose pour un script',
    clients: 'logiciels, fichiers et versions',
    clientsJson: 'la même chose pour un script',
    lint: 'ce qui ne va pas, et pour qui',
    lintAs: "ce que Thunderbird fait de la réponse d'un serveur",
    import: 'un profil tiré de ce fichier, à compléter',
    importPerson: "un profil tiré des fichiers d'une personne, avec la règle d'identifiant",
    dns: 'chaque enregistrement avec son rôle, et ce qui est laissé de côté',
    dnsBind: 'la même chose pour un fichier de zone',
    serve: 'sur cet ordinateur, http://127.0.0.1:8080',
    serveProxy: 'sur tous les cœurs, derrière un serveur web de cet ordinateur',
  },
  serve: {
    variable: '(ou {name})',
    options: {
      host: "Adresse d'écoute ; 0.0.0.0 pour tous les réseaux, :: pour IPv6 aussi",
      port: "Port d'écoute ; 0 pour un port libre",
      profile: "Id d'un profil, fichier YAML, ou dossier de profils (répétable ; sans cela : tous ceux de Facteur)",
      'any-domain': 'Répondre pour tout domaine que quiconque demande, si un profil a le domaine "*"',
      'canonical-host':
        "Hôte dont le certificat convient : ce qui est demandé en HTTP simple ou sous d'autres noms y est envoyé",
      'tls-cert': 'Certificat avec sa chaîne, PEM ; relu quand il change',
      'tls-key': 'Sa clé privée, PEM, que les autres ne doivent pas pouvoir lire',
      ...signOptions,
      templates,
      workers: 'Processus qui se partagent le travail ; auto : un par cœur',
      'trusted-proxy':
        "Adresse d'un mandataire dont on croit X-Forwarded-For, -Proto et -Host, ou Forwarded (répétable), par exemple 10.0.0.5 ; un réseau, comme 10.0.0.0/28, seulement si personne d'autre ne s'y trouve : chacun y dit lui-même qui il est",
      'metrics-host': 'Adresse pour les compteurs',
      'metrics-port': "Port qui montre les compteurs pour Prometheus sous /metrics ; sans cela, rien n'est compté",
      'rate-limit':
        "Requêtes par minute pour chaque demandeur (une adresse IPv4, un /64 IPv6) et processus, dont un quart d'un coup ; une page d'une boîte compte pour 4, un profil Apple pour 2 ; 0 : sans limite",
      'log-level': 'debug (chaque requête, sans chemin ni adresse), info, warn, error ou silent',
      'body-limit': "Octets du corps d'une requête",
      'header-timeout': "Secondes pour envoyer les en-têtes, et d'abord pour convenir de TLS",
      'request-timeout': 'Secondes pour envoyer une requête entière',
      'idle-timeout': 'Secondes pendant lesquelles une connexion inutilisée reste ouverte',
      'proxy-idle-timeout':
        "De même pour les connexions d'un mandataire : plus longtemps qu'il ne les garde (nginx 60 s, répartiteurs de charge jusqu'à 600 s)",
      'answer-timeout': 'Secondes pour recevoir une réponse entière',
      'stop-timeout': "Secondes laissées aux requêtes en cours quand le serveur s'arrête",
      'max-connections': 'Connexions simultanées, pour chaque processus',
      'connections-per-client':
        'Connexions simultanées pour chaque demandeur (une adresse IPv4, un /64 IPv6) et chaque processus, hors mandataires de confiance ; 0 : sans limite',
    },
    log: {
      listening: 'écoute sur {url}',
      metrics: 'compteurs pour Prometheus : {url}',
      stopping: 'arrêt : les requêtes en cours peuvent finir, le prochain signal les coupe',
      stopped: 'arrêté',
      reloaded: 'profils, modèles, certificat et clé de signature relus',
      kept: 'les nouveaux profils, modèles, certificat ou clé de signature sont invalides : les anciens restent',
      endsSoon:
        "le certificat de signature « {name} » expire le {date}, dans {days} jours : renouvelez-le ; ensuite, plus aucun profil Apple n'est remis",
      ended: "un certificat de signature a expiré : aucun profil Apple n'est remis tant qu'il n'y en a pas un nouveau",
      refusals: 'requêtes ou connexions refusées dans la dernière minute',
      defect: "une requête a échoué à cause d'un défaut de Facteur",
      crash: "arrêt à cause d'un défaut de Facteur",
      workerDied: 'un processus est mort ; un autre démarre dans {seconds} s',
      unnamedProxy:
        "un mandataire que personne n'a nommé transmet des requêtes (elles portent X-Forwarded-… et viennent d'une adresse privée) : pour nous, tous ses utilisateurs sont un seul demandeur, et leur https est du http. Nommez son adresse : --trusted-proxy 127.0.0.1, ou ::1, s'il tourne sur cet ordinateur",
      silentProxy:
        'un mandataire de confiance ne dit pas qui demande : tous ses utilisateurs sont un seul demandeur, qui demande trop souvent. Faites-lui envoyer X-Forwarded-For (nginx : proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)',
      wideProxy:
        'tout {value} est cru comme mandataire : chaque ordinateur y dit lui-même qui il est, et échappe ainsi aux limites. Ne nommez que les adresses des mandataires',
      lost: '{count} lignes de ce journal sont perdues : personne ne les a lues à temps',
    },
  },
  yargs: {
    'Commands:': 'Commandes :',
    'Positionals:': 'Arguments :',
    'Options:': 'Options :',
    'Show help': 'Affiche cette aide',
    'Show version number': 'Affiche la version',
    'default:': 'par défaut :',
    'choices:': 'au choix :',
    string: 'texte',
    boolean: 'bascule',
    array: 'liste',
    required: 'obligatoire',
    'Invalid values:': 'valeur incorrecte :',
    'Argument: %s, Given: %s, Choices: %s': '--%s vaut %s, valeurs possibles : %s',
    'Not enough arguments following: %s': '--%s demande une valeur',
    'Missing required argument: %s': 'il manque un argument : %s',
    'Not enough non-option arguments: got %s, need at least %s': 'il manque un argument : %s donné, %s nécessaire',
    'Too many non-option arguments: got %s, maximum of %s': "trop d'arguments : %s donnés, %s au plus",
    'Unknown argument: %s': 'option ou argument inconnu : %s',
    'Unknown command: %s': 'commande inconnue : %s',
  },
  sign: {
    passphrase: 'Phrase secrète de {file}',
    endsSoon:
      "Le certificat de signature « {name} » expire le {date}, dans {days} jours : renouvelez-le. Les appareils diront ensuite non vérifié ce qu'il a signé.",
  },
  many: {
    options: 'Pour de nombreuses personnes (--from) :',
    progress: either('total', '{done} personnes sur {total} · {rate}/s', '{done} personnes · {rate}/s'),
    left: 'reste {left}',
    gone: "{address} n'est plus dans la liste ; ses fichiers restent : {path}",
    more: '… et {count} lignes de plus : elles sont dans {path}',
    leftOut: 'Laissé de côté pour {people} : {format} – {message}',
    done: 'Nouveaux : {created} · mis à jour : {updated} · inchangés : {unchanged} · différents : {differs} · refusés : {refused} · disparus : {gone}',
    wouldBe:
      'Il y aurait – nouveaux : {created} · mis à jour : {updated} · inchangés : {unchanged} · différents : {differs} · refusés : {refused} · disparus : {gone}',
    report: "Ce qu'est devenue chaque ligne : {path}",
    checked: either(
      'people',
      'Vérifiés : {people}, tout est comme il faut.',
      "Personne n'est vérifié : personne n'a de fichiers que cette exécution a faits ou laissés.",
    ),
    faults: 'Vérifiés : {people}, défauts : {faults}.',
    death: "Un fil d'exécution est mort ({reason}) ; ce qu'il faisait est refait.",
    broken: either(
      'waiting',
      "Arrêt : {done} lignes sont faites et le restent, {waiting} autres n'étaient pas encore dans leur ZIP ; la même commande continue à partir de là.",
      'Arrêt : {done} lignes sont faites et le restent ; la même commande continue à partir de là.',
    ),
    brokenEarly: "Arrêt avant qu'une ligne soit faite ; la même commande recommence.",
  },
  usingExample: "Personne n'est nommé : voici l'exemple du profil, {example}.",
  bundle: either(
    'sending',
    '{address} (identifiant {login} pour recevoir, {sending} pour envoyer) → {folder} — {change}',
    '{address} (identifiant {login}) → {folder} — {change}',
  ),
  changes: {
    created: 'écrit',
    unchanged: 'déjà là, inchangé',
    replaced: 'remplacé',
  },
  recovered: {
    restored:
      "Une exécution précédente a été interrompue pendant le remplacement de {path} : le dossier qui s'y trouvait est remis en place.",
    removed: "{path}, dossier de travail d'une exécution interrompue, est supprimé.",
  },
  wouldRecover: {
    restored:
      "Une exécution précédente a été interrompue pendant le remplacement de {path} : le dossier qui s'y trouvait serait remis en place.",
    removed: "{path}, dossier de travail d'une exécution interrompue, serait supprimé.",
  },
  wouldChange: {
    created: 'serait écrit',
    unchanged: 'déjà là, inchangé',
    replaced: 'serait remplacé',
  },
  steps: 'Les étapes pour chaque appareil : {page}',
  guides: 'Les étapes pour chaque logiciel, une fois pour tous ceux de {provider} : {page} — {change}',
  letter: 'La lettre à imprimer et à remettre : {page}',
  administration: 'Pour les administrateurs, les versions et ce qui a été laissé de côté : {page}',
  administrators: 'Pour les administrateurs',
  leftOut: "Laissé de côté, faute de pouvoir l'exprimer",
  nothingMade: "Rien n'a pu être produit pour les logiciels demandés.",
  none: '(aucun)',
  origins: {
    person: 'donné',
    'read-backwards': "règle d'identifiant {rule}, lue à l'envers",
    'not-read-backwards':
      'ce qui est donné est aussi un identifiant selon la règle {rule}, et a été pris pour une adresse : pour désigner cette boîte, donnez son adresse',
    'service-rule': 'règle du service : {rule}',
    'domain-rule': 'règle du domaine : {rule}',
    'provider-rule': "règle de l'établissement : {rule}",
    address: "aucune règle : l'adresse",
    domain: '{file}, pour ce domaine',
    profile: '{file}',
    placeholders: '{file} : {rule}',
    'filter-lower': 'filtre lower : en minuscules',
    'filter-untagged': 'filtre untagged : sans le + ni ce qui le suit',
    'filter-replace': 'filtre replace:{rule}',
    asked: "laissé de côté : aucune règle ne donne l'identifiant ; donnez-le avec --login ou --login-at",
    default: 'par défaut',
  },
  guide: 'étapes à la main',
  audiences: {
    user: 'pour la personne',
    admin: 'pour les administrateurs',
    server: 'pour un serveur',
  },
});
