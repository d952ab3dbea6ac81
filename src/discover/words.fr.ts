import { either } from '../words/text.ts';
import { translate } from '../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  problems: {
    'discover.domain': either(
      'suggestion',
      "« {value} » n'est ni un domaine de courrier ni une adresse : écrivez {suggestion}",
      "« {value} » n'est ni un domaine de courrier ni une adresse : écrivez-le comme example.org ou ada@example.org",
    ),
    'discover.no-address-to-send':
      "--send-address n'a pas d'adresse à dire : écrivez-en une à la place de {value}, comme ada@{value}",
    'discover.ispdb':
      "« {value} » dans --ispdb n'est pas une URL https ou http : écrivez-la comme https://autoconfig.example.net/v1.1/",
    'discover.nothing':
      'rien de ce que le monde répond pour {domain} ne dit où est son courrier : nommez un fichier, ou voyez facteur discover {domain}',
    'discover.host-absent': "il n'y a pas d'hôte {host}",
    'discover.dns-timed-out': 'le DNS ne répond pas à temps pour {name}',
    'discover.dns-server-failure':
      'le DNS a un souci avec {name} (SERVFAIL) : voyez ses serveurs de noms, ou ses signatures',
    'discover.dns-refused':
      'le serveur DNS ne veut pas répondre pour {name} (REFUSED) : interrogez-en un autre avec --resolver',
    'discover.dns-unreachable':
      "le serveur DNS n'est pas joignable pour demander {name} : nommez-en un autre avec --resolver",
    'discover.dns-malformed': "le DNS répond pour {name} par quelque chose qui n'est pas une réponse",
    'discover.dns-alias-loop': 'les alias (CNAME) de {name} tournent en rond, ou sont sans fin',
    'discover.private': '{host} est à {ip}, où aucun nom public ne mène : pas interrogé (--allow-private interroge)',
    'discover.connection-refused': '{host} refuse la connexion',
    'discover.unreachable': "{host} n'est pas joignable ({reason})",
    'discover.timed-out': "{host} n'a pas répondu à temps",
    'discover.certificate-expired': 'le certificat de {host} a expiré le {date} : renouvelez-le',
    'discover.certificate-not-yet': 'le certificat de {host} vaut à partir du {date}',
    'discover.certificate-name': either(
      'names',
      'le certificat de {host} est pour {names}, et non pour ce nom',
      "le certificat de {host} n'est pour aucun nom",
    ),
    'discover.certificate-self-signed': "le certificat de {host} s'est signé lui-même : personne ne l'accepte",
    'discover.certificate-issuer':
      "le certificat de {host} est d'un émetteur qui n'est pas connu ({issuer}), ou l'intermédiaire n'a pas été envoyé avec",
    'discover.certificate': "le certificat de {host} n'est pas accepté ({code})",
    'discover.tls': '{host} ne parvient pas à une entente en TLS ({reason})',
    'discover.closed': "{host} a fermé la connexion avant d'avoir répondu",
    'discover.protocol': "{host} ne répond pas en HTTP tel qu'il est défini ({reason})",
    'discover.too-large': '{host} répond par plus que les 64 ko qui sont lus ({reason})',
    'discover.status': "répond par l'état {code}",
    'discover.sign-in': "veut d'abord un mot de passe (état 401), et n'en reçoit pas ici",
    'discover.loop': "la redirection mène à {url}, d'où elle venait",
    'discover.redirects': 'plus de {most} redirections, la suivante vers {url} : pas suivie',
    'discover.downgrade': 'la redirection mène de https à {url} : pas suivie',
    'discover.redirect-private':
      'la redirection mène à {host}, une adresse {ip} où aucun nom public ne mène : pas suivie (--allow-private la suit)',
    'discover.redirect-nowhere': 'la redirection (état {code}) ne mène nulle part : son Location est « {value} »',
    'discover.html': "répond par une page web, et non par des réglages : répondez 404 là où il n'y en a pas",
    'discover.kind': 'répond par rien qui soit connu comme réglages (type {type})',
    'discover.no-servers': 'répond par des réglages qui ne nomment aucun serveur de courrier',
    'discover.type': "est envoyé comme « {type} » : Thunderbird n'accepte que text/xml et application/xml",
    'discover.not-offered': "dit n'en rien offrir ({reason})",
    'discover.redirect-address': "renvoie à l'adresse d'un autre domaine, {domain}",
    'discover.no-redirect': 'répond en http sans mener à https : Outlook ne va pas plus loin',
    'discover.pacc-record':
      "aucun enregistrement TXT _ua-auto-config.{domain} n'a l'empreinte, donc aucun client n'accepte le document : ajoutez « {record} »",
    'discover.pacc-digest':
      "l'enregistrement TXT _ua-auto-config.{domain} a l'empreinte d'un autre document, donc aucun client n'accepte celui-ci : publiez « {record} »",
    'discover.pacc-document':
      "l'enregistrement TXT _ua-auto-config.{domain} a une empreinte, et il n'y a pas de document pour elle",
    'discover.srv-denied': "dit qu'il n'y en a pas (cible « . »)",
    'discover.srv-target': "mène à « {value} », qui n'est pas un hôte avec un port : ôtez-le, ou nommez-en un",
    'discover.srv-many': '{count} enregistrements : les {most} premiers par priorité et poids sont regardés',
    'discover.mx-absent': "pas d'enregistrement MX : rien à suivre",
    'discover.mx-null': "l'enregistrement MX dit que {domain} ne reçoit pas de courrier (RFC 7505)",
    'discover.mx-own': "le courrier est reçu par {host}, de {domain} même : rien d'autre à interroger",
    'discover.mx-name': "l'enregistrement MX mène à « {value} », qui n'est pas un hôte",
  },
  warnings: {
    'discover.differs': '{field} est « {value} » selon {places} ; le profil a « {other} »',
  },
  mechanisms: {
    pacc: 'PACC',
    'autoconfig-https': 'autoconfig',
    'autoconfig-well-known': 'well-known',
    'autoconfig-http': 'autoconfig, http',
    'autoconfig-well-known-http': 'well-known, http',
    ispdb: 'ISPDB',
    'autoconfig-mx': 'autoconfig par MX',
    'ispdb-mx': 'ISPDB par MX',
    srv: 'SRV',
    autodiscover: 'Autodiscover',
    'autodiscover-v2': 'Autodiscover v2',
    'autodiscover-srv': 'Autodiscover SRV',
  },
  columns: { trust: 'Confiance', mechanism: 'Par', place: 'Interrogé', answer: 'Réponse' },
  trust: {
    A: 'A : en https au domaine même, ou PACC avec son empreinte',
    B: "B : en https à un autre domaine, par une redirection, d'une base ou d'un enregistrement signé",
    C: "C : en passant par MX, ou par un enregistrement SRV que personne n'a signé",
    D: 'D : en http quelque part sur le chemin : qui est sur le chemin peut le changer',
  },
  title: '{typed} : ce que le monde répond',
  titleAscii: '{typed} ({domain}) : ce que le monde répond',
  standIn: "Aux serveurs qui veulent une adresse a été dite {address}, qui n'est celle de personne.",
  told: 'Aux serveurs qui veulent une adresse a été dite {address}.',
  noIspdb: "Aucune base n'a été interrogée : nommez-en une avec --ispdb URL.",
  suffixes: 'Domaines enregistrés selon la liste des suffixes publics du {date}.',
  said: '{status} : {problem}',
  status: { none: 'absent', failed: 'sans réponse', wrong: 'inutilisable', found: 'trouvé' },
  login: 'identifiant {login}',
  noLogin: "identifiant : l'adresse",
  priority: 'priorité {priority}, poids {weight}',
  hops: 'par {places}',
  tls: "{version}, certificat de {issuer} jusqu'au {date}",
  others: 'Rien à : {places}',
  found: 'Trouvé : {count} endroits sur {all} disent où est le courrier.',
  nothing: 'Rien de ce qui a été interrogé ne dit où est le courrier.',
  best: 'Le plus fiable est de niveau {trust}, de {source}.',
  onlyHttp:
    'Tout est venu en http : offrez-le aussi en https, sinon les programmes qui ne demandent que https ne trouvent rien.',
  loginUnsaid:
    "L'identifiant est {login} selon {source} ; ceux-ci ne peuvent pas en nommer un, et qui les suit s'identifie avec l'adresse : {places}",
  disagree: 'Pas partout pareil – {field} :',
  agree: 'Tout ce qui a été trouvé dit la même chose.',
  security: { tls: 'TLS', starttls: 'STARTTLS', none: 'en clair' },
});
