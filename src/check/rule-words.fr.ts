import { either } from '../words/text.ts';
import { translate } from '../words/words.ts';
import { en } from './rule-words.en.ts';

export const fr = translate(en, {
  dns: {
    'no-answer': {
      asks: 'le DNS répond',
      says: 'le DNS ne répond pas pour {name} ({failure})',
      remedy: "vérifiez que chaque serveur de noms de {domain} répond, de l'extérieur aussi : dig {name} @serveur",
    },
    'name-missing': {
      asks: 'le nom existe',
      says: "{name} n'existe pas, et des logiciels y cherchent leurs réglages",
      remedy: 'ajoutez à la zone : {record}',
    },
    'wrong-target': {
      asks: 'le nom mène au serveur',
      says: "{name} ne mène pas à {server}, et ce qui y répond n'est pas juste",
      remedy: "mettez dans la zone, à la place de ce qui s'y trouve : {record}",
    },
    'autodiscover-foreign': {
      asks: 'le nom ne mène à aucun autre fournisseur',
      says: '{name} mène à {target}, où répond un autre fournisseur',
      remedy: "si plus aucune boîte ne s'y trouve, mettez à la place : {record}",
    },
    'private-address': {
      asks: 'le nom a une adresse publique',
      says: "{name} n'a que des adresses que personne ne peut atteindre de l'extérieur",
      remedy: "donnez-lui une adresse publique, ou interrogez de l'intérieur avec --allow-private",
    },
    'no-address': {
      asks: 'le serveur a une adresse',
      says: "il n'y a pas d'adresse pour {name}, qui est un serveur du profil",
      remedy: 'ajoutez à sa zone : {record} ; si le serveur a un autre nom, corrigez le profil',
    },
    'srv-missing': {
      asks: "l'enregistrement SRV existe",
      says: "l'enregistrement SRV {name} n'existe pas",
      remedy: 'ajoutez à la zone : {record}',
    },
    'srv-denied': {
      asks: "l'enregistrement SRV ne nie pas le service",
      says: "{name} dit que ce service n'existe pas (cible « . »), or il existe",
      remedy: 'mettez à la place : {record}',
    },
    'srv-stale': {
      asks: "l'enregistrement SRV nomme un serveur du profil",
      says: "{name} nomme {target}:{port}, qui n'est pas un serveur du profil",
      remedy: either(
        'record',
        'mettez à la place : {record}',
        'supprimez-le, ou niez le service : {name}. IN SRV 0 0 0 .',
      ),
    },
    'srv-swapped': {
      asks: "l'enregistrement SRV nomme le serveur de ce service",
      says: "{name} nomme {target}, qui est dans le profil le serveur d'un autre service",
      remedy: 'mettez à la place : {record}',
    },
    'srv-port': {
      asks: "l'enregistrement SRV a le port du service",
      says: '{name} a le port {port}, et le service est au port {right}',
      remedy: 'mettez à la place : {record}',
    },
    'srv-login': {
      asks: 'aucun enregistrement SRV ne mène à un identifiant faux',
      says: "{name} nomme {target}, et qui l'interroge s'identifie avec l'adresse, qui n'est pas l'identifiant ici",
      remedy: 'niez le service : {record}',
    },
    'srv-priority': {
      asks: 'TLS dès le début passe avant STARTTLS',
      says: '{name} passe avant {better}, qui a TLS dès le début',
      remedy: 'donnez à {name} un nombre de priorité plus grand que celui de {better} : {record}',
    },
    'srv-target': {
      asks: "la cible de l'enregistrement SRV est un nom qui a une adresse",
      says: either(
        'alias',
        "{name} nomme {target}, qui est un alias (CNAME), et qui lit un SRV n'est pas tenu de le suivre",
        "{name} nomme {target}, qui n'a pas d'adresse",
      ),
      remedy: 'nommez un hôte qui a lui-même des enregistrements A ou AAAA',
    },
    'txt-differs': {
      asks: "l'enregistrement TXT est comme il doit être",
      says: "l'enregistrement TXT {name} n'existe pas, ou dit autre chose",
      remedy: 'mettez dans la zone : {record}',
    },
    'mx-leftover': {
      asks: "rien d'autre ne se trouve par l'enregistrement MX",
      says: "la configuration {url}, que l'on trouve par l'enregistrement MX, nomme {servers} : aucun serveur du profil",
      remedy: 'publiez votre propre configuration sous autoconfig.{domain}, qui passe avant',
    },
  },
  tls: {
    'name-mismatch': {
      asks: 'le certificat vaut pour le nom',
      says: 'le certificat ne vaut pas pour {name} : il nomme {names}',
      remedy: 'faites-en émettre un qui nomme {name}',
    },
    expired: {
      asks: "le certificat n'a pas expiré",
      says: 'le certificat a expiré le {date}',
      remedy:
        "renouvelez-le, et faites lire le nouveau au serveur ; puis voyez pourquoi cela ne s'est pas fait tout seul",
    },
    'expires-soon': {
      asks: 'le certificat vaut encore trois semaines',
      says: 'le certificat expire le {date}, dans {days} jours',
      remedy: "renouvelez-le ; s'il se renouvelait tout seul, ce serait déjà fait",
    },
    'not-yet-valid': {
      asks: 'le certificat vaut déjà',
      says: "le certificat ne vaut qu'à partir du {date}",
      remedy: "voyez si l'horloge de l'émetteur, ou celle de cet ordinateur, est juste",
    },
    chain: {
      asks: 'le serveur envoie toute la chaîne',
      says: "le serveur n'envoie aucun certificat qui mène du sien (émis par {issuer}) à une autorité connue",
      remedy:
        'faites-lui envoyer les certificats intermédiaires après le sien (nginx : ssl_certificate fullchain.pem ; Dovecot : ssl_cert ; Postfix : smtpd_tls_chain_files)',
    },
    'self-signed': {
      asks: 'une autorité a émis le certificat',
      says: "le certificat est signé par lui-même : personne ne s'en porte garant",
      remedy:
        "faites-en émettre un par une autorité que les logiciels connaissent ; s'il doit rester, mettez-le dans le profil sous certificateAuthority",
    },
    'private-root': {
      asks: "l'autorité est connue des logiciels",
      says: "l'autorité du certificat ({issuer}) n'est pas connue ici",
      remedy:
        'faites-en émettre un par une autorité publique, ou mettez cette autorité dans le profil sous certificateAuthority ; --ca FICHIER la reconnaît ici',
    },
    refused: {
      asks: 'TLS fonctionne',
      says: 'TLS ne fonctionne pas : {detail}',
      remedy: 'voyez le journal du serveur : il lui faut TLS 1.2 ou 1.3 et un certificat avec sa clé',
    },
    'old-version': {
      asks: 'TLS est en version 1.2 ou plus récente',
      says: 'le serveur parle au mieux {version}',
      remedy:
        'permettez TLS 1.2 et 1.3 (nginx : ssl_protocols ; Dovecot : ssl_min_protocol ; Postfix : smtpd_tls_mandatory_protocols)',
    },
  },
  http: {
    unreachable: {
      asks: 'le serveur répond',
      says: "il n'y a pas de réponse ({failure})",
      remedy: "vérifiez qu'un serveur web y écoute et qu'aucun pare-feu ne s'interpose",
    },
    'no-tls': {
      asks: 'la réponse vient en https',
      says: 'seul http répond ici : les logiciels qui veulent https ne trouvent rien, et les autres croient ce que chacun pourrait changer',
      remedy: 'répondez en https, avec un certificat qui nomme {host}',
    },
    slow: {
      asks: 'la réponse entière arrive à temps',
      says: "la réponse n'était pas entière au bout de {seconds} s",
      remedy: "répondez en moins d'une seconde : Thunderbird abandonne au bout de cinq",
    },
    'too-large': {
      asks: "la réponse est d'une taille lisible",
      says: 'la réponse dépasse 64 ko',
      remedy: 'répondez avec la configuration seule, sans encodage qui enfle',
    },
    malformed: {
      asks: 'la réponse est du HTTP',
      says: 'ce qui répond ne parle pas HTTP ({detail})',
      remedy: 'voyez ce qui écoute à ce port',
    },
    'redirect-loop': {
      asks: 'les redirections mènent quelque part',
      says: 'les redirections tournent en rond : {chain}',
      remedy: 'répondez ici, ou redirigez vers là où cela répond',
    },
    'redirects-many': {
      asks: 'les redirections sont peu nombreuses',
      says: 'il y a plus de {most} redirections de suite : {chain}',
      remedy: 'redirigez tout de suite vers le dernier lieu',
    },
    'redirect-down': {
      asks: 'aucune redirection ne mène de https à http',
      says: 'https redirige vers http : {target}',
      remedy: 'redirigez vers https, ou répondez ici',
    },
    'redirect-private': {
      asks: 'aucune redirection ne mène à une adresse privée',
      says: 'cela redirige vers {target}, qui a une adresse privée',
      remedy: 'redirigez vers un hôte que tous peuvent atteindre',
    },
    'redirect-odd': {
      asks: 'les redirections disent vers où',
      says: "cela redirige vers ce qui n'est pas une adresse web : {target}",
      remedy: 'donnez à Location une URL en https',
    },
    'redirect-post': {
      asks: "ce qui est envoyé par POST reçoit sa réponse là où on l'envoie",
      says: 'un POST est redirigé par {code}, et le logiciel qui suit ne demande alors plus de réglages',
      remedy: 'répondez ici ; en http, redirigez par 302 vers https',
    },
    'page-instead': {
      asks: 'aucune page web ne tient lieu de configuration',
      says: 'une page web tient lieu de configuration',
      remedy: 'répondez avec la configuration, ou par 404 : Thunderbird prend le premier 200 et ne cherche plus',
    },
    'catch-all': {
      asks: "ce qui n'existe pas donne 404",
      says: "ce qui n'existe pas donne {code} et une page",
      remedy:
        'répondez 404 en texte simple sous {path} (nginx : pas de try_files … /index.html à cet endroit ; WordPress : un bloc location à part)',
    },
    status: {
      asks: 'la réponse est 200',
      says: 'la réponse est {code}',
      remedy: 'voyez le journal du serveur web : il doit répondre 200 avec la configuration',
    },
    'credentials-asked': {
      asks: "aucun mot de passe n'est demandé",
      says: "un mot de passe est demandé ({code}) : des logiciels l'enverraient à qui répond ici",
      remedy: 'répondez sans rien demander : la configuration ne contient aucun secret',
    },
    'address-required': {
      asks: 'la réponse vient aussi sans adresse',
      says: "sans adresse la réponse est {code} : Thunderbird pour Android, KMail et Geary n'en envoient pas",
      remedy: 'répondez alors avec des variables : %EMAILADDRESS%, %EMAILLOCALPART%',
    },
    'address-case': {
      asks: "les majuscules de l'adresse ne changent rien",
      says: 'une adresse en majuscules reçoit une autre réponse',
      remedy: 'comparez les domaines et cherchez les adresses sans tenir compte de la casse',
    },
    'host-case': {
      asks: "les majuscules du nom d'hôte ne changent rien",
      says: "le nom d'hôte en majuscules donne {code}",
      remedy: "comparez le nom d'hôte sans tenir compte de la casse (RFC 9110 §4.2.3)",
    },
    'path-case': {
      asks: 'les majuscules du chemin ne changent rien',
      says: 'le chemin écrit autrement ({path}) donne {code} : Outlook le demande sous plusieurs formes',
      remedy: 'répondez quelle que soit la casse (nginx : location ~* ^/autodiscover/)',
    },
    cacheable: {
      asks: 'aucun cache ne donne à une personne la réponse faite à une autre',
      says: "une réponse qui contient une adresse ou un identifiant peut être gardée ({header}) : un serveur mandataire pourrait la donner à quelqu'un d'autre",
      remedy: 'envoyez avec elle : Cache-Control: no-store',
    },
  },
});
