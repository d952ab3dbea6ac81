import { en } from './problems.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'address.empty': 'il manque une adresse : écrivez-la sous la forme local@domaine',
  'address.no-at': "« {value} » n'est pas une adresse : il n'y a pas de @ — écrivez local@domaine",
  'address.no-local': "« {value} » n'est pas une adresse : il n'y a rien avant le @",
  'address.no-domain': "« {value} » n'est pas une adresse : il n'y a rien après le @",
  'address.space': either(
    'suggestion',
    "« {value} » n'est pas une adresse : il y a une espace avant le @ — vouliez-vous écrire {suggestion} ?",
    "« {value} » n'est pas une adresse : il y a une espace avant le @ — retirez-la",
  ),
  'address.two-at':
    "« {value} » n'est pas une adresse : il y a deux @ — gardez-en un, ou mettez entre guillemets ce qui précède le dernier",
  'address.dots':
    "« {value} » n'est pas une adresse : avant le @, un point est au début, à la fin ou en double — retirez-le",
  'address.character': "« {value} » n'est pas une adresse : « {character} » n'est pas permis avant le @ — retirez-le",
  'address.domain':
    "« {value} » n'est pas une adresse : ce qui suit le @ n'est pas un nom de domaine comme example.org",
  'address.local-too-long': "« {value} » n'est pas une adresse : la partie avant le @ dépasse 64 octets (RFC 5321)",
  'address.too-long': "« {value} » n'est pas une adresse : elle dépasse 254 octets (RFC 5321)",
  'login.malformed':
    '« {value} » ne peut pas être un identifiant : il est vide, dépasse 254 octets, ou contient un retour à la ligne ou un caractère invisible',
  'login.colon':
    "« {value} » ne peut pas être l'identifiant de {service} : en HTTP, le mot de passe commence après un deux-points (RFC 7617) — donnez-en un sans deux-points",
  'login.asked':
    "aucune règle ne donne l'identifiant de {address} pour {services} : donnez-le avec --login, ou pour un seul service avec --login-at {service}=IDENTIFIANT",
  'login.nothing-left':
    "la règle d'identifiant ne laisse rien de {address} pour {services} : donnez l'identifiant avec --login, ou pour un seul service avec --login-at {service}=IDENTIFIANT",
  'login.left-out':
    "aucune règle ne donne l'identifiant de {address} pour {service}, qui est laissé de côté : donnez-le avec --login-at {service}=IDENTIFIANT",
  'login.in-url':
    "l'adresse de {service} pour {address} ne peut pas être formée : son chemin contiendrait « . », « .. » ou rien — donnez un autre identifiant, ou changez url dans le profil",
  'login.no-service': "la boîte {address} n'a pas de {service} : retirez --login-at {service}",
  'login.at-form':
    "« {value} » n'a pas la forme SERVICE=IDENTIFIANT : écrivez par exemple --login-at incoming=IDENTIFIANT",
  'login.at-service': either(
    'suggestion',
    "« {value} », dans --login-at, n'est pas un service : vouliez-vous dire {suggestion} ? Il y a {services}",
    "« {value} », dans --login-at, n'est pas un service : il y a {services}",
  ),
  'login.at-twice': '--login-at nomme deux fois {service} : donnez son identifiant une seule fois',
  'name.control-character':
    'le nom « {value} » contient un retour à la ligne ou un autre caractère de contrôle : retirez-le',
  'name.too-long': 'le nom « {value} » dépasse 256 caractères : raccourcissez-le',
  'who.nobody': "personne n'est nommé : donnez une adresse ou un identifiant",
  'who.none': "personne n'est nommé : donnez une adresse ou un identifiant, ou --example pour l'exemple du profil",
  'who.standard-input':
    "« - » n'est personne : les personnes ne sont pas lues sur l'entrée standard — donnez-les en arguments, comme avec xargs facteur generate",
  'who.bare-login':
    "« {value} » n'a pas de @ : donnez l'adresse, ou nommez le profil avec --profile pour qu'il soit lu comme un identifiant",
  'who.unknown-domain': either(
    'person',
    "le domaine {domain} de « {value} » n'est pas servi ici : relisez l'adresse, qui finit par l'un de ceux-ci : {domains}",
    'aucun profil ne sert le domaine {domain} de « {value} » — domaines connus : {domains} ; nommez un autre profil avec --profile',
  ),
  'who.unknown-login': either(
    'person',
    "aucune boîte aux lettres n'a ici l'identifiant « {value} » : saisissez votre adresse électronique",
    "aucun profil n'a de règle qui donne l'identifiant « {value} » — donnez l'adresse, ou nommez un autre profil avec --profile",
  ),
  'who.ambiguous-login': "l'identifiant « {value} » correspond à plusieurs adresses ({addresses}) : donnez l'adresse",
  'who.one-way-login':
    "l'identifiant « {value} » ne peut pas être lu à l'envers, car la règle {rule} peut le donner à plusieurs adresses : donnez l'adresse",
  'who.login-alone': "--login et --login-at ne nomment personne : donnez aussi l'adresse",
  'profile.yaml': 'YAML non valide : {message}',
  'profile.indent':
    "YAML non valide : alignez les clés d'un même niveau, mettez en retrait ce qui dépend d'une clé et fermez chaque [ et chaque {{",
  'profile.misplaced-key':
    'YAML non valide : aucune clé ne peut figurer ici — alignez-la sur ses voisines, et mettez entre guillemets droits une valeur qui contient « : »',
  'profile.quotes':
    'YAML non valide : un caractère a ici un sens particulier — mettez toute la valeur entre guillemets droits : "{{local}}@example.org"',
  'profile.escape':
    "YAML non valide : ce n'est pas une séquence d'échappement — écrivez \\\\ pour une barre oblique inverse, ou mettez la valeur entre apostrophes droites",
  'profile.unfinished':
    'YAML non valide : il manque quelque chose avant cet endroit — fermez les guillemets, ou mettez un deux-points après la clé',
  'profile.documents': "un second document commence ici : un profil n'en est qu'un, retirez donc ce qui suit « --- »",
  'profile.duplicate-key': 'cette clé figure deux fois à cet endroit : retirez-en une',
  'profile.tab': "une tabulation est en tête de cette ligne : YAML n'y admet que des espaces",
  'profile.alias': '« {value} » renvoie à un autre endroit du fichier : écrivez ici la valeur elle-même',
  'profile.star':
    'en YAML, un * au début renvoie à un autre endroit du fichier : mettez le nom entre guillemets, comme "*.example.org"',
  'profile.tag': '« {value} » est une étiquette YAML : retirez-la',
  'profile.too-large': "le fichier dépasse 1 Mo : ce n'est pas un profil",
  'profile.too-many':
    "le fichier a plus de clés, de valeurs et de signes qu'aucun profil : nommez un autre fichier, ou décrivez le fournisseur en plusieurs profils",
  'profile.too-deep':
    "listes et clés s'emboîtent ici plus profondément que dans aucun profil : retirez les crochets ou les tirets en trop",
  'profile.too-long-text': '« {value} » dépasse 32 768 caractères : raccourcissez-le',
  'profile.character':
    "le caractère « {value} » n'a pas sa place en YAML : retirez-le, ou enregistrez le fichier en UTF-8 s'il est dans un autre codage",
  'profile.more': "et {count} de plus : corrigez d'abord ce qui précède, et vérifiez que c'est le bon fichier",
  'profile.empty': 'le profil est vide : voyez profiles/cnrs.yaml pour un exemple',
  'profile.not-a-mapping':
    'un profil est une suite de clés et de valeurs (id: exemple) : voyez profiles/cnrs.yaml pour un exemple',
  'profile.unreadable': 'le profil ne peut pas être lu ({message}) : nommez un autre fichier, ou autorisez sa lecture',
  'profile.unknown': "il n'y a pas de profil « {value} » — connus : {known} ; ou nommez un fichier YAML",
  'profile.domain-in-two':
    'le domaine {domain} figure aussi dans {other} : laissez-le dans un seul, ou choisissez avec --profile',
  'profile.id-in-two': "l'id « {value} » figure aussi dans {other} : chaque id doit être unique",
  'profile.domain-twice': 'le domaine {domain} figure deux fois : retirez-en un',
  'profile.twice': 'un élément figure deux fois dans la liste : retirez-en un',
  'profile.unknown-key': either(
    'suggestion',
    "« {key} » n'est pas une clé de profil à cet endroit : vouliez-vous écrire « {suggestion} » ?",
    "« {key} » n'est pas une clé de profil à cet endroit : retirez-la ou corrigez-la",
  ),
  'profile.missing': 'il manque « {key} » : ajoutez-le',
  'profile.no-value': "« {key} » n'a pas de valeur : écrivez-la après les deux-points",
  'profile.not-one-of': either(
    'suggestion',
    "« {value} » n'est pas l'une des valeurs : {values} — vouliez-vous écrire « {suggestion} » ?",
    "« {value} » n'est pas l'une des valeurs : {values}",
  ),
  'profile.apop':
    "un profil ne peut pas demander APOP : on ne peut pas l'imposer à la plupart des clients, qui enverraient le mot de passe lui-même — faites accepter « password » par ce serveur sur TLS, ou retirez-le s'il y en a un autre",
  'profile.jmap': 'Facteur ne règle JMAP dans aucun client : retirez ce serveur, et indiquez celui qui sert IMAP',
  'profile.unused-service':
    "Facteur ne règle {key} dans aucun client : retirez-le, et indiquez dans « documentation » la page qui l'explique",
  'profile.not-text': "« {value} » n'est pas un texte : mettez-le entre guillemets s'il doit en être un",
  'profile.not-number': "« {value} » n'est pas un nombre : écrivez des chiffres, sans guillemets",
  'profile.not-boolean': 'au lieu de « {value} », écrivez true ou false, sans guillemets',
  'profile.not-list': "« {value} » n'est pas une liste : écrivez [un, deux], ou un élément par ligne après « - »",
  'profile.not-mapping': "« {value} » n'a pas de clés : écrivez « clé: valeur », une par ligne, en dessous",
  'profile.empty-list': 'la liste est vide : il y faut au moins un élément',
  'profile.empty-text': 'le texte est vide : écrivez-le ou retirez la clé',
  'profile.control-character':
    '« {value} » contient un retour à la ligne ou un autre caractère de contrôle : écrivez-le sur une ligne',
  'profile.texts-language':
    "« {key} » n'est pas une des langues de ce fournisseur : ajoutez-la à « languages », ou retirez ces textes",
  'profile.texts-name': either(
    'suggestion',
    "ce texte n'a pas de valeur « {{{value}}} » : vouliez-vous écrire « {{{suggestion}}} » ?",
    "ce texte n'a pas de valeur « {{{value}}} » : il prend {known}",
  ),
  'profile.texts-no-name':
    'ce texte ne prend pas de valeur : retirez « {{{value}}} », ou écrivez « {{{{{value}}}}} » pour montrer les accolades',
  'profile.texts-brace':
    'une accolade est seule dans ce texte : écrivez-la deux fois pour la montrer, ou un nom entre deux',
  'profile.short-text': '« {value} » dépasse 20 caractères : raccourcissez-le',
  'profile.id': "« {value} » n'est pas un id : lettres minuscules, chiffres et traits d'union seulement",
  'profile.identifier': "« {value} » n'est pas un nom de domaine inversé comme org.example",
  'profile.https-url': "« {value} » n'est pas une adresse de la forme https://hôte/chemin, sans nom d'utilisateur",
  'profile.https-url-or-none':
    "« {value} » n'est ni une adresse de la forme https://hôte/chemin, sans nom d'utilisateur, ni le mot none",
  'profile.login-rule':
    "« {value} » n'est pas une règle d'identifiant : il y faut {{local}} ou {{address}} une fois, {{domain}} est permis, ni espace ni « guillemets » ; ou écrivez ask si aucune règle ne donne l'identifiant",
  'profile.colon':
    "la règle d'identifiant de {service} contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) : écrivez une règle sans deux-points",
  'profile.colon-inherited':
    'la règle « {value} », qui donne les identifiants de {service}, contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) : donnez à {service} sa propre règle login, sans deux-points',
  'profile.filter': either(
    'suggestion',
    "« {filter} » n'est pas un filtre : vouliez-vous écrire « {suggestion} » ? Il y a lower, untagged et replace:.:_",
    "« {filter} » n'est pas un filtre : il y a lower, untagged et replace:.:_",
  ),
  'profile.replace':
    '« {filter} » ne dit pas quoi remplacer par quoi : écrivez {{local|replace:.:_}}, 16 caractères au plus de chaque côté, le second peut être vide, sans {{ }} | : ni espace',
  'profile.filter-of': '{{{name}}} ne prend pas de filtre : seuls {{local}} et {{address}} en prennent',
  'profile.filter-order': 'untagged suit replace, qui a pu faire du + un autre signe : mettez untagged en premier',
  'profile.filters': 'il y a plus de {count} filtres : retirez-en',
  'profile.host': "« {value} » n'est pas un nom d'hôte comme imap.example.org, ou mail.{{domain}}",
  'profile.host-in-domain':
    "« {value} » ne donne pas de nom d'hôte pour le domaine {domain}, ou un nom trop long : écrivez-en un autre",
  'profile.dav-url':
    "« {value} » n'est pas une adresse de la forme https://hôte/chemin, où {{domain}} peut être entre les points de l'hôte, et {{local}}, {{address}} et {{login}} dans le chemin",
  'profile.domain': "« {value} » n'est pas un nom de domaine comme example.org",
  'profile.wildcard':
    '« {value} » porte un * ailleurs qu\'un joker : écrivez "*.example.org" pour tous les domaines en dessous, ou "*" pour tout domaine',
  'profile.port': "le port {value} n'est pas un port (1–65535)",
  'profile.plain-text':
    'avec security « none », le mot de passe passe en clair : mettez tls ou starttls, ou ajoutez allowPlainText: true à ce serveur',
  'profile.certificate-plain-text':
    'un certificat se présente dans TLS, que security « none » écarte : mettez tls ou starttls, ou retirez « certificate » de authentication',
  'profile.plain-text-directory':
    "avec security « none », d'autres peuvent lire ce qu'on cherche et changer ce qu'on trouve : mettez tls ou starttls, ou ajoutez allowPlainText: true à l'annuaire",
  'profile.incoming-without-login':
    'un serveur de réception demande un identifiant : retirez « none » de authentication',
  'profile.directory-login':
    "un annuaire avec authentication [none] s'interroge sans identifiant : retirez cette règle, ou ajoutez « password » à authentication",
  'profile.search-base': "« {value} » n'est pas un nom distinctif comme ou=people,dc=example,dc=org",
  'profile.support-empty': 'support doit dire comment le joindre : ajoutez email, url ou phone',
  'profile.support-email': "« {value} » n'est pas une adresse à laquelle écrire, comme aide@example.org",
  'profile.support-phone': `« {value} » n'est pas un numéro de téléphone : écrivez des chiffres, avec des espaces, ( ) . / - entre eux et + devant, comme "+33 1 23 45 67 89"`,
  'profile.site':
    "« {value} » n'est pas l'endroit où l'on trouve un serveur : donnez son adresse https sans ? ni #, comme https://mail.example.org",
  'profile.colour': `« {value} » n'est pas une couleur : écrivez # et six chiffres, entre guillemets, comme "#1f3f77"`,
  'profile.colour-contrast':
    '{value} se lit mal sur les pages (contraste {ratio}:1, il en faut 4,5:1) : {suggestion} est la plus proche qui convienne',
  'profile.brand-empty': 'brand ne dit rien : ajoutez colour ou logo, ou retirez cette clé',
  'profile.logo-path':
    "« {value} » n'est pas le chemin d'un fichier PNG ou SVG à côté du profil : écrivez-le avec / et sans .., comme logo.svg",
  'profile.logo-missing': "le logo {value} n'a pas été donné avec ce profil : donnez ses octets, ou retirez brand.logo",
  'logo.unreadable':
    'le logo {value} est illisible ({message}) : mettez le fichier à côté du profil, ou corrigez brand.logo',
  'logo.elsewhere':
    'le logo {value} se trouve hors du dossier du profil : mettez-y le fichier lui-même, et non un lien',
  'logo.no-file': "le logo {value} n'est pas un fichier ordinaire : mettez-y un fichier PNG ou SVG",
  'logo.too-large': 'le logo {value} dépasse {most} ko : faites-en un plus petit, car il figure dans chaque page',
  'logo.pixels': 'le logo {value} a {width} × {height} pixels : faites-le tenir dans {most} × {most}',
  'logo.broken':
    'le logo {value} ne se lit pas comme une image ({reason}) : enregistrez-le de nouveau en PNG ou en SVG',
  'logo.no-picture': "le logo {value} n'est ni PNG ni SVG : enregistrez-le dans l'un des deux formats",
  'logo.forbidden':
    'le logo {value} contient {found}, inutile à une image qui ne fait que se montrer : retirez-le, ou enregistrez-le en « SVG simple » ou en PNG',
  'profile.authority':
    "ce n'est pas le certificat d'une autorité : donnez un seul certificat avec « CA:TRUE », en PEM et sans clé (en YAML après « | », en retrait)",
  'profile.authority-issued':
    "ce certificat a été délivré par une autre autorité, et les appareils ne se fient qu'à un certificat délivré par lui-même : donnez celui de la racine",
  'profile.exchange-empty': "exchange n'offre rien : mettez activeSync ou webServices à true",
  'profile.no-service': "les boîtes d'ici n'ont ni incoming ni exchange : ajoutez incoming et outgoing, ou exchange",
  'profile.incoming-alone':
    "incoming est ici sans outgoing : le courrier se lirait sans pouvoir s'envoyer ; ajoutez outgoing",
  'profile.outgoing-alone':
    "outgoing est ici sans incoming : le courrier s'enverrait sans pouvoir se lire ; ajoutez incoming, ou retirez outgoing",
  'profile.link-none':
    "une étape d'onboarding ouvre {key}, aucun domaine ne peut donc s'en passer : donnez l'adresse, ou retirez le lien de l'étape",
  'profile.count': "« {value} » n'est pas un nombre entier de 1 à 128",
  'profile.specials':
    "« {value} » n'est pas une liste de caractères spéciaux : écrivez chacun une fois, l'un après l'autre, sans lettre, chiffre ni caractère invisible autre que l'espace",
  'profile.digit-run': '{value} est inférieur à « from » : écrivez au moins autant de chiffres',
  'profile.onboarding-empty':
    'onboarding ne décrit rien : ajoutez activation, password, recovery ou webmail, ou retirez la clé',
  'profile.names-nothing': "« {value} » ne désigne rien : ce profil n'a pas de {key} — ajoutez-le, ou retirez ceci",
  'profile.empty-folder': '{path} ne contient aucun profil : mettez-y des fichiers .yaml',
  'profile.not-utf8': "le fichier n'est pas en UTF-8 : enregistrez-le en UTF-8",
  'who.one-login': "--login et --login-at ne conviennent qu'à une seule personne : n'en nommez qu'une, ou retirez-les",
  'who.one-name': "--name ne convient qu'à une seule personne : n'en nommez qu'une, ou retirez-le",
  'out.zip': '{path} : cette version écrit des dossiers, pas de ZIP — nommez un dossier avec --out',
  'out.empty': '--out est vide : nommez un dossier',
  'out.not-a-folder': "{path} existe et n'est pas un dossier : déplacez-le, ou choisissez un autre --out",
  'out.exists': '{path} existe avec un autre contenu : remplacez-le avec --force, ou choisissez un autre --out',
  'out.foreign-file': "{path} contient {file}, que Facteur n'a pas écrit : déplacez-le, ou choisissez un autre --out",
  'out.one-folder':
    "{address} et {other} ne diffèrent que par les majuscules, et beaucoup de systèmes de fichiers n'en font qu'un dossier : n'en nommez qu'une, ou donnez à chacune son propre --out",
  'out.unwritable': "impossible d'écrire {path} ({reason}) : choisissez un autre dossier avec --out",
  'out.kept':
    "{kept} vient de {path}, d'où une exécution interrompue l'a déplacé, et ne peut pas y être remis ({reason}) : remettez-le vous-même, ou supprimez-le",
  'client.unknown': either(
    'suggestion',
    "il n'y a pas de client « {value} » — vouliez-vous écrire « {suggestion} » ? connus : {known}",
    "il n'y a pas de client « {value} » — connus : {known}",
  ),
  'value.unrepresentable': either(
    'person',
    "{value} ne peut pas s'écrire en {notation} : prenez un autre logiciel",
    "{value} ne peut pas s'écrire en {notation} : changez la valeur, ou prenez un autre format",
  ),
  'active-sync.modern':
    "{host} n'accepte que l'authentification moderne (OAuth 2.0), et aucune source ne nomme la clé de {program} qui la demande : saisissez les valeurs dans le formulaire de la console, et choisissez-y « Moderne »",
  'active-sync.colon':
    "l'identifiant d'Exchange « {value} » contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) : donnez pour Exchange un identifiant sans deux-points",
  'active-sync.variable':
    "une console de gestion d'appareils prendrait une partie de « {value} » pour une variable et la remplacerait : saisissez les valeurs à la main dans le formulaire de la console",
  'account.exchange-alone': either(
    'activeSync',
    "cette boîte est sur Exchange seul ({value}), sans IMAP ni POP3 : choisissez « Exchange » dans un logiciel qui le propose, comme l'app de messagerie d'un téléphone, et connectez-vous avec l'identifiant « {login} »",
    "cette boîte est sur Exchange seul ({value}), sans IMAP ni POP3 : choisissez « Exchange » dans un logiciel qui le propose, comme Mail sur un Mac, et connectez-vous avec l'identifiant « {login} »",
  ),
  'serve.number': "« {value} » n'est pas un nombre entier de {least} à {most}",
  'serve.service-link':
    "« {value} » n'est pas un port : Kubernetes annonce ainsi aux conteneurs un service voisin — mettez enableServiceLinks: false dans le pod, donnez un autre nom au service, ou donnez le port en option",
  'serve.one-of': either(
    'suggestion',
    '« {value} » ne fait pas partie de : {values} — vouliez-vous dire « {suggestion} » ?',
    '« {value} » ne fait pas partie de : {values}',
  ),
  'serve.empty': 'la valeur est vide : écrivez-la ou omettez-la',
  'serve.host': "« {value} » n'est pas une adresse d'écoute, comme 127.0.0.1, ::1 ou localhost",
  'serve.canonical-host':
    "« {value} » n'est pas un nom d'hôte comme autoconfig.example.org, avec un port s'il en faut un",
  'serve.network': "« {value} » n'est pas une adresse ni un réseau, comme 10.0.0.5 ou 2001:db8:1::/64",
  'serve.workers': "« {value} » n'est ni un nombre de 1 à 128, ni auto",
  'serve.twice': '« {value} » est une valeur de trop : donnez-la une seule fois',
  'serve.tls-pair': '--tls-cert et --tls-key vont ensemble : donnez les deux ou aucun',
  'serve.timeouts':
    'les en-têtes ne peuvent pas durer plus que la requête : baissez cette valeur, ou augmentez --request-timeout',
  'serve.same-port': 'le port {value} est celui du serveur : choisissez-en un autre',
  'serve.any-domain':
    'le domaine "*" répond pour tout domaine que quiconque demande : lancez le serveur avec --any-domain si c\'est voulu, ou nommez les domaines',
  'serve.unreadable': '{value} ne peut pas être lu : {reason}',
  'serve.certificate': "{value} n'est pas un certificat et une clé PEM qui vont ensemble : {reason}",
  'serve.unsettled':
    "les fichiers n'ont cessé de changer pendant la lecture : terminez la copie, puis modifiez l'un d'eux ou envoyez SIGHUP",
  'serve.key-encrypted':
    'la clé {value} est chiffrée, et un serveur démarre sans personne : retirez la phrase secrète (openssl pkey -in {value} -out …), dans un fichier que seul son utilisateur peut lire',
  'serve.key-open': 'tout le monde sur cette machine peut lire la clé {value} : retirez ce droit (chmod o= {value})',
  'serve.key-mounted':
    'tout le monde sur cette machine peut lire la clé {value}, et son système de fichiers est en lecture seule : réglez ses droits là où il est monté (Kubernetes : defaultMode: 0440 et fsGroup ; secret de Docker : mode: 0440 et gid), ou faites chmod o= sur le fichier qui est monté',
  'serve.listen': either(
    'busy',
    "impossible d'écouter sur {value} : un autre programme le fait",
    "impossible d'écouter sur {value} : {reason}",
  ),
  'template.raw': 'une sortie brute est interdite dans un modèle : écrivez {{{{nom}}}}, qui protège la valeur',
  'template.backslash':
    'une seule barre oblique inverse devant {{{{ est interdite dans un modèle : écrivez-en deux pour une barre suivie de la valeur',
  'template.syntax':
    "{reason} n'a pas sa place ici : fermez chaque {{{{#bloc}}}} par son {{{{/bloc}}}}, et chaque {{{{ par }}}}",
  'template.computed': "une valeur calculée est interdite dans un modèle : n'écrivez qu'un nom, comme {{{{nom}}}}",
  'template.block': 'le bloc {{{{#{name}}}}} est interdit dans un modèle : il y a #if, #unless, #each et #with',
  'template.block-about':
    "{{{{#{name}}}}} avec autre chose qu'un seul nom est interdit dans un modèle : écrivez {{{{#{name} nom}}}}",
  'template.branches':
    "un bloc qui finit ailleurs dans la notation qu'il ne commence est interdit dans un modèle : refermez dans le bloc ce qu'il ouvre",
  'template.partial-name': 'un nom calculé de modèle inclus est interdit : écrivez le nom du modèle tel quel',
  'template.partial-notation':
    "{{{{> {name}}}}}, qui n'est pas en {notation}, est interdit dans ce modèle : incluez-en un de la même notation",
  'template.partial-self': "un modèle qui s'inclut lui-même est interdit : retirez {{{{> {name}}}}}",
  'template.partial-unknown': either(
    'suggestion',
    "{{{{> {name}}}}}, qui n'existe pas, est interdit dans un modèle : écrivez {{{{> {suggestion}}}}} ?",
    "{{{{> {name}}}}}, qui n'existe pas, est interdit dans un modèle : incluez-en un qui est fourni avec Facteur",
  ),
  'template.partial-about':
    "un modèle inclus avec autre chose qu'un seul nom est interdit : écrivez {{{{> {name}}}}} ou {{{{> {name} nom}}}}",
  'template.partial-block': 'une inclusion en bloc est interdite dans un modèle : écrivez {{{{> nom}}}}',
  'template.decorator': 'un décorateur est interdit dans un modèle : retirez-le',
  'template.reserved': 'le nom {name} est interdit dans un modèle : Handlebars ou JavaScript lui donne un sens à lui',
  'template.meaningless':
    "{name} n'a pas de sens ici : nommez ce que le contexte contient, et @first, @last et @index seulement dans {{{{#each}}}}",
  'template.in-script':
    'une valeur dans script ou style est interdite dans un modèle : mettez-la dans le texte, ou dans un attribut entre guillemets comme data-nom',
  'template.in-comment':
    'une valeur dans un commentaire, une déclaration ou CDATA est interdite dans un modèle : mettez-la dans le texte',
  'template.in-tag':
    "une valeur dans une balise, hors d'un attribut entre guillemets, est interdite dans un modèle : mettez-la entre guillemets",
  'template.in-attribute': "une valeur dans l'attribut {name} est interdite dans un modèle : son contenu est du code",
  'template.in-link':
    "une valeur dans l'attribut {name} après « {before} » est interdite dans un modèle : que la valeur soit le lien entier",
  'template.in-quotes':
    'une valeur dans ce que {sign} ouvre est interdite dans un modèle : elle est une valeur entière et apporte ses propres guillemets',
  'template.beside':
    "une valeur collée à autre chose est interdite ici dans un modèle, car les deux n'en feraient qu'une : séparez-les par une espace ou une virgule, ou réunissez-les en une seule valeur",
  'template.elsewhere':
    "une valeur est interdite ici dans un modèle, car elle n'y serait pas protégée : elle peut se trouver comme dans {example}",
  'template.not-whole':
    "une valeur suivie d'autre chose est interdite ici dans un modèle, car elle n'y serait pas protégée : terminez par elle, comme dans {example}",
  'templates.unreadable':
    'ne peut pas être lu ({reason}) : nommez un dossier de modèles, ou donnez le droit de le lire',
  'templates.empty': 'ne contient aucun modèle : nommez le dossier où se trouve, par exemple, outlook/account.prf.hbs',
  'templates.encoding': "n'est pas en UTF-8 : enregistrez-le en UTF-8",
  'templates.unknown': either(
    'suggestion',
    "n'est le nom d'aucun modèle de Facteur : vouliez-vous dire {suggestion} ?",
    "n'est le nom d'aucun modèle de Facteur : donnez-lui le nom de celui qu'il remplace (docs/templates.md les a tous)",
  ),
  'templates.absent': either(
    'suggestion',
    "le contexte n'a pas de « {name} » : vouliez-vous dire {suggestion} ? Ici, il a {known}",
    "le contexte n'a pas de « {name} » : Ici, il a {known}",
  ),
  'templates.value':
    "le contexte a ici autre chose que ce que le modèle en fait : n'affichez que ce que docs/templates.md appelle un texte, un nombre ou un oui ou non, et répétez par #each ce qu'il appelle une liste",
  'templates.malformed': 'ce qui est fait avec lui est mal formé, et aucun programme ne pourrait le lire : {reason}',
  'templates.unrepresentable':
    "{value} ne peut pas s'écrire en {notation}, et le fichier ne serait fait pour personne : écrivez autre chose",
  'sign.pair': '--sign-key et --sign-cert vont ensemble : donnez les deux ou aucun',
  'sign.alone': '{option} ne dit rien sans --sign-key : donnez aussi la clé',
  'sign.time': "« {value} » n'est pas une date et heure comme 2026-11-22T10:00:00Z",
  'sign.unreadable': 'ne peut pas être lu ({reason}) : nommez un autre fichier, ou donnez le droit de le lire',
  'sign.open':
    'tout le monde sur cette machine peut lire ce fichier, qui doit rester secret : retirez ce droit (chmod o= {path})',
  'sign.mounted':
    'tout le monde sur cette machine peut lire ce fichier, qui doit rester secret, et son système de fichiers est en lecture seule : réglez ses droits là où il est monté (Kubernetes : defaultMode: 0440 et fsGroup ; secret de Docker : mode: 0440 et gid), ou faites chmod o= sur le fichier qui est monté',
  'sign.key':
    "n'est pas une clé privée en PEM : nommez un fichier qui commence par -----BEGIN PRIVATE KEY----- ou de façon semblable",
  'sign.key-kind':
    "cette clé est du type {value} : prenez RSA d'au moins 2048 bits (dont on sait que les appareils Apple l'acceptent) ou P-256",
  'sign.passphrase-missing':
    'la clé est chiffrée : nommez un fichier contenant sa phrase secrète avec --sign-passphrase-file, ou lancez generate dans un terminal, où elle vous sera demandée',
  'sign.passphrase-wrong': "la phrase secrète n'ouvre pas cette clé : vérifiez-la, les majuscules comptent",
  'sign.passphrase-empty': 'la première ligne est vide : écrivez-y la phrase secrète',
  'sign.certificate':
    'ne contient aucun certificat en PEM, ou il est endommagé : nommez un fichier avec -----BEGIN CERTIFICATE-----',
  'sign.binary':
    'est binaire (DER, ou PKCS #12 comme les .p12 et .pfx), et non PEM : convertissez-le, par exemple avec openssl x509 -inform DER, openssl pkey -inform DER ou openssl pkcs12',
  'sign.utf16': 'est en UTF-16, où OpenSSL ne trouve pas de PEM : enregistrez-le en UTF-8 ou en ASCII',
  'sign.passphrase-utf16':
    'est en UTF-16, ce qui en fait une autre phrase secrète : enregistrez-le en UTF-8 (dans PowerShell avec Out-File -Encoding ascii)',
  'sign.key-usage':
    "l'usage de clé de « {name} » ne comprend pas la signature numérique, et ses signatures ne valent donc rien : prenez un certificat qui peut signer",
  'sign.purpose':
    "l'usage étendu de clé de « {name} » se limite à l'horodatage, à OCSP ou à IPsec : prenez un certificat de serveur web, ou pour le courriel ou le code",
  'sign.critical':
    "« {name} » a l'extension critique {value}, et qui ne la connaît pas refuse le certificat : prenez-en un qui ne l'a pas",
  'sign.path-length':
    "« {name} » admet moins d'autorités sous elle que n'en a cette chaîne : prenez un certificat qu'elle ou son émetteur a délivré directement",
  'sign.mismatch': "la clé n'appartient pas au premier certificat de {certificate} : nommez la paire créée ensemble",
  'sign.chain-order':
    "« {name} » suit « {before} », dont l'émetteur vient plus loin : mettez chaque certificat avant celui de son émetteur",
  'sign.chain-foreign':
    "« {name} » n'a pas émis « {before} » : mettez-y le certificat de son émetteur, que l'autorité vous fournit",
  'sign.chain-incomplete':
    "la chaîne s'arrête à « {name} », et « {issuer} », son émetteur, n'est pas une racine publique : ajoutez à --sign-chain les certificats jusqu'à la racine (même privée ; elle n'est pas mise dans les fichiers)",
  'sign.expired': 'le certificat « {name} » a expiré le {date} : renouvelez-le',
  'sign.not-yet': "le certificat « {name} » n'est valable qu'à partir du {date} : vérifiez l'horloge, ou attendez",
  'templates.absent-all': "le contexte n'a rien ici, ni « {name} »",
});
