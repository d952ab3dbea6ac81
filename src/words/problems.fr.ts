import { en } from './problems.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'address.empty': 'il manque une adresse : écrivez-la en entier, comme prenom.nom@cnrs.fr',
  'address.no-at': either(
    'person',
    "« {value} » n'est pas une adresse : écrivez-la en entier, avec le @ et ce qui le suit",
    "« {value} » n'est pas une adresse : il n'y a pas de @ — écrivez-la en entier, comme prenom.nom@cnrs.fr",
  ),
  'address.no-local': "« {value} » n'est pas une adresse : il n'y a rien avant le @",
  'address.no-domain': "« {value} » n'est pas une adresse : il n'y a rien après le @",
  'address.space': either(
    'suggestion',
    "« {value} » n'est pas une adresse : il y a une espace avant le @ — vouliez-vous écrire {suggestion} ?",
    "« {value} » n'est pas une adresse : il y a une espace avant le @ — retirez-la",
  ),
  'address.two-at': either(
    'person',
    "« {value} » n'est pas une adresse : il y a deux @ — gardez-en un",
    "« {value} » n'est pas une adresse : il y a deux @ — gardez-en un, ou mettez entre guillemets ce qui précède le dernier",
  ),
  'address.dots':
    "« {value} » n'est pas une adresse : avant le @, un point est au début, à la fin ou en double — retirez-le",
  'address.character': "« {value} » n'est pas une adresse : « {character} » n'est pas permis avant le @ — retirez-le",
  'address.domain':
    "« {value} » n'est pas une adresse : ce qui suit le @ n'est pas un nom de domaine comme example.org",
  'address.local-too-long': either(
    'person',
    "« {value} » n'est pas une adresse : ce qui précède le @ est trop long",
    "« {value} » n'est pas une adresse : la partie avant le @ dépasse 64 octets (RFC 5321)",
  ),
  'address.too-long': either(
    'person',
    "« {value} » n'est pas une adresse : elle est trop longue",
    "« {value} » n'est pas une adresse : elle dépasse 254 octets (RFC 5321)",
  ),
  'login.malformed':
    '« {value} » ne peut pas être un identifiant : il est vide, dépasse 254 octets, ou contient un retour à la ligne ou un caractère invisible',
  'login.colon':
    "« {value} » ne peut pas être l'identifiant de {service} : en HTTP, le mot de passe commence après un deux-points (RFC 7617) — donnez-en un sans deux-points",
  'login.asked':
    "aucune règle ne donne l'identifiant de {address} pour {services} : donnez-le avec --login, ou pour un seul service avec --login-at {service}=IDENTIFIANT",
  'login.nothing-left':
    "la règle d'identifiant ne laisse rien de {address} pour {services} : donnez l'identifiant avec --login, ou pour un seul service avec --login-at {service}=IDENTIFIANT",
  'login.too-long':
    "la règle d'identifiant fait de {address} plus de 254 octets pour {services} : donnez l'identifiant avec --login, ou pour un seul service avec --login-at {service}=IDENTIFIANT",
  'login.left-out':
    "aucune règle ne donne l'identifiant de {address} pour {service}, qui est laissé de côté : donnez-le avec --login-at {service}=IDENTIFIANT",
  'login.nowhere':
    "l'identifiant « {value} » ne sert nulle part, car chaque service de {address} a sa propre règle d'identifiant : nommez le service avec --login-at SERVICE=IDENTIFIANT",
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
  'name.hidden-character':
    'le nom « {value} » contient un caractère qui ne se voit pas ou qui retourne les lettres voisines ({character}) : écrivez-le sans lui',
  'name.too-long': 'le nom « {value} » dépasse 256 caractères : raccourcissez-le',
  'who.nobody': "personne n'est nommé : donnez une adresse ou un identifiant",
  'who.none': "personne n'est nommé : donnez une adresse ou un identifiant, ou --example pour l'exemple du profil",
  'who.standard-input': "« - » n'est personne : une liste se lit sur l'entrée standard avec --from -",
  'who.bare-login':
    "« {value} » n'a pas de @ : donnez l'adresse, ou nommez le profil avec --profile pour qu'il soit lu comme un identifiant",
  'who.unknown-domain': either(
    'person',
    "il n'y a pas ici de boîte « {value} » : relisez l'adresse",
    'aucun profil ne sert le domaine {domain} de « {value} » — domaines connus : {domains} ; nommez un autre profil avec --profile',
  ),
  'who.unknown-login': either(
    'person',
    "aucune boîte aux lettres n'a ici l'identifiant « {value} » : saisissez votre adresse électronique",
    "aucun profil n'a de règle qui donne l'identifiant « {value} » — donnez l'adresse, ou nommez un autre profil avec --profile",
  ),
  'who.ambiguous-login': either(
    'many',
    "l'identifiant « {value} » correspond à plusieurs adresses ({addresses}) : donnez l'adresse",
    "l'identifiant « {value} » peut être celui de toute adresse de la forme {addresses} : donnez l'adresse",
  ),
  'who.one-way-login': either(
    'person',
    "« {value} » peut être l'identifiant de plusieurs boîtes : saisissez votre adresse électronique",
    "l'identifiant « {value} » ne peut pas être lu à l'envers, car la règle {rule} peut le donner à plusieurs adresses : donnez l'adresse",
  ),
  'who.login-alone': "--login et --login-at ne nomment personne : donnez aussi l'adresse",
  'who.one-login': "--login et --login-at ne conviennent qu'à une seule personne : n'en nommez qu'une, ou retirez-les",
  'who.one-name': "--name ne convient qu'à une seule personne : n'en nommez qu'une, ou retirez-le",
  'out.zip': '{path} : les ZIP sont pour les listes de personnes (--from) — nommez un dossier avec --out',
  'out.empty': '--out est vide : nommez un dossier',
  'out.not-a-folder': "{path} existe et n'est pas un dossier : déplacez-le, ou choisissez un autre --out",
  'out.exists': '{path} existe avec un autre contenu : remplacez-le avec --force, ou choisissez un autre --out',
  'out.foreign-file': "{path} contient {file}, que Facteur n'a pas écrit : déplacez-le, ou choisissez un autre --out",
  'out.one-folder':
    "{address} et {other} ne diffèrent que par les majuscules, et beaucoup de systèmes de fichiers n'en font qu'un dossier : n'en nommez qu'une, ou donnez à chacune son propre --out",
  'out.full':
    '{path} : le disque est plein, ou le quota épuisé : faites de la place, puis relancez la même commande, elle reprend à cet endroit',
  'out.unwritable': "impossible d'écrire {path} ({reason}) : choisissez un autre dossier avec --out",
  'out.kept':
    "{kept} vient de {path}, d'où une exécution interrompue l'a déplacé, et ne peut pas y être remis ({reason}) : remettez-le vous-même, ou supprimez-le",
  'client.not-in-kit': "{value} n'a pas de fichier dans le petit kit, qui a ceux de {known} : prenez « --kit full »",
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
    "{host} n'accepte que l'authentification moderne (OAuth 2.0), et aucune source ne nomme la clé par laquelle {program} la demande : saisissez les valeurs dans le formulaire de la console, et choisissez-y « Moderne »",
  'active-sync.colon':
    "l'identifiant d'Exchange « {value} » contient un deux-points, après lequel commence le mot de passe en HTTP (RFC 7617) : donnez pour Exchange un identifiant sans deux-points",
  'active-sync.variable':
    "une console de gestion d'appareils prendrait une partie de « {value} » pour une variable et la remplacerait : saisissez les valeurs à la main dans le formulaire de la console",
  'account.exchange-alone': either(
    'activeSync',
    "cette boîte est sur Exchange seul ({value}), sans IMAP ni POP3 : choisissez « Exchange » dans un logiciel qui le propose, comme l'app de messagerie d'un téléphone, et connectez-vous avec l'identifiant « {login} »",
    "cette boîte est sur Exchange seul ({value}), sans IMAP ni POP3 : choisissez « Exchange » dans un logiciel qui le propose, comme Mail sur un Mac, et connectez-vous avec l'identifiant « {login} »",
  ),
  'account.own-computer': either(
    'person',
    "cette boîte se lit uniquement sur votre ordinateur, par un logiciel qui y tourne ({value}) : un téléphone ne peut pas l'atteindre",
    "{value} est l'ordinateur où tourne le logiciel : aucun téléphone ne l'atteint, et cette boîte ne se lit que sur cet ordinateur",
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
  'template.breaks':
    "{{{{breaks nom}}}} n'est permis, dans un modèle, que dans le texte d'une page : écrivez {{{{nom}}}}",
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
  'templates.style':
    'est une de nos feuilles de style, modifiée, ce que les pages ne peuvent pas prendre (son texte est dans leur politique) : retirez-la, ou mettez une copie de la nôtre',
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
  'network.resolver':
    "« {value} » dans --resolver n'est pas l'adresse d'un serveur DNS : écrivez-la comme 192.0.2.53, 192.0.2.53:5353 ou [2001:db8::53]:5353",
  'network.timeout': "« {value} » dans --timeout n'est pas un nombre de secondes de 1 à 600",
  'network.ca': "n'a pas de certificat, ou un certificat abîmé : nommez un fichier d'une autorité en PEM ou DER",
  'network.ca-unreadable': "ne peut pas être lu ({reason}) : nommez un fichier d'une autorité en PEM ou DER",
  'read.too-deep':
    "dépasse les {most} niveaux que lit Facteur, ce que ne fait aucune configuration d'un logiciel de messagerie : nommez le fichier qu'un tel logiciel lit",
  'read.too-many-elements':
    "dépasse les {most} éléments que lit Facteur, ce que ne fait aucune configuration d'un logiciel de messagerie : nommez le fichier qu'un tel logiciel lit",
  'read.too-many-references':
    "dépasse les {most} références de caractères que lit Facteur, ce que ne fait aucune configuration d'un logiciel de messagerie : nommez le fichier qu'un tel logiciel lit",
  'read.too-many-values':
    "dépasse les {most} valeurs que lit Facteur, ce que ne fait aucune configuration d'un logiciel de messagerie : nommez le fichier qu'un tel logiciel lit",
  'read.too-many-accounts': 'dépasse les {most} comptes que lit Facteur : faites-en plusieurs fichiers',
  'read.too-many-settings': 'dépasse les {most} réglages différents que lit Facteur dans un compte : retirez-en',
  'read.too-many-certificates':
    'dépasse les {most} certificats que Facteur examine à côté de la signature : signez-le avec la chaîne seule',
  'read.too-many-signers': 'dépasse les {most} signatures que Facteur examine : signez-le une seule fois',
  'read.too-many-pixels':
    'est une image de {width} × {height} pixels, et Facteur en lit au plus {most} × {most} : réduisez-la',
  'templates.absent-all': "le contexte n'a rien ici, ni « {name} »",
});
