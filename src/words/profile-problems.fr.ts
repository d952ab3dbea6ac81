import { en } from './profile-problems.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'profile.yaml': 'YAML non valide : {message}',
  'profile.indent':
    "YAML non valide : alignez les clés d'un même niveau, mettez en retrait ce qui dépend d'une clé, fermez chaque [ et chaque {{, et mettez entre guillemets droits une valeur qui commence par #",
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
  'profile.not-per-domain':
    "« {key} » se dit du fournisseur entier, et non d'un domaine : mettez-le en haut du profil, ou donnez à ce domaine un profil à lui",
  'profile.none-at-top': "seul un domaine dit none, de ce qu'a son fournisseur : retirez ici « {key} »",
  'profile.missing': 'il manque « {key} » : ajoutez-le',
  'profile.no-value': either(
    'comment',
    "« {key} » n'a pas de valeur, parce qu'un commentaire commence au # : mettez la valeur entre guillemets droits",
    "« {key} » n'a pas de valeur : écrivez-la après les deux-points",
  ),
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
  'profile.wildcard-top':
    '« {value} » vaudrait pour tous les domaines de tout le monde sous un domaine de premier niveau : écrivez deux noms derrière le *, comme dans "*.example.org", ou "*" pour tout domaine',
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
  'logo.copies':
    "le logo {value} renvoie si souvent à ses propres parties qu'il dessine plus de {most} formes, ou sans fin : enregistrez-le en « SVG simple » sans clones, ou en PNG",
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
});
