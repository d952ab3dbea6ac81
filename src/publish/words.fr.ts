import { either } from '../words/text.ts';
import { translate } from '../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  sets: 'Noms que ces enregistrements définissent dans {domain} : {names}.',
  leftOut: 'Laissés de côté :',
  leftOutName: '{name} : {reason}',
  none: '{domain} : aucun enregistrement',
  replaces: "Ce qui existe déjà sous l'un de ces noms est à regarder d'abord : Facteur ne remplace rien.",
  heads: {
    bind: "Un ajout à la zone, et non une zone entière : il n'a ni SOA ni NS. named-checkzone refuse un CNAME à côté d'un autre enregistrement.",
    nsupdate:
      "Chaque nom est envoyé seul, et seulement là où il n'y a rien : « update failed: YXRRSET » ou « YXDOMAIN » dit qu'il y a quelque chose. Rien n'est effacé.",
    octodns:
      "Clés pour la zone {domain}, à côté de celles qui y sont : octoDNS supprime ce que ses sources n'ont pas. Dans un dossier à lui (--out), nommé comme répertoire d'un autre YamlProvider, ce fichier est une deuxième source de la zone, et le vôtre reste tel quel.",
    dnscontrol:
      'À placer après le D("{domain}", …) existant, ou celui de la zone au-dessus : D_EXTEND y ajoute. DNSControl dit lui-même ce qui change.',
    terraform:
      'Des ajouts : le fournisseur refuse de créer un enregistrement qui existe. Un enregistrement existant se reprend avec terraform import.',
    route53: 'Des ajouts : là où un enregistrement existe, CREATE refuse tout le changement et le nomme.',
    rootTarget:
      "La cible « . » nie un service (RFC 2782). On rapporte que Cloudflare et Route 53 l'acceptent ; qu'Alibaba Cloud, CSC, Exoscale, Gcore, hosting.de, Loopia, name.com, Sakura et Tencent la refusent : y omettre ces enregistrements. Nous n'en avons essayé aucun.",
    zoneVariable: 'Identifiant, chez Cloudflare, de la zone qui contient {domain}',
  },
  notes: {
    autoconfig:
      "c'est là que Thunderbird, Thunderbird pour Android, Evolution, KMail, Geary, FairEmail, Delta Chat et Nextcloud Mail prennent serveurs et identifiant ; le serveur a besoin d'un certificat pour ce nom",
    autodiscover:
      "c'est là que demandent Outlook, Thunderbird, Delta Chat, FairEmail et les téléphones ; le serveur a besoin d'un certificat pour ce nom",
    'autodiscover-exchange':
      "c'est là que demandent Outlook et les téléphones ; si ce nom mène aujourd'hui à Exchange ou à Microsoft 365, l'y laisser ; le serveur a besoin d'un certificat pour ce nom",
    'autodiscover-srv':
      "mène Outlook et Thunderbird à un hôte dont le certificat convient, quand autodiscover.{domain} ne peut pas en avoir ; Outlook interroge d'abord la personne",
    'autodiscover-cname':
      'autodiscover.{domain} fait la même chose sans interroger la personne ; si ce nom ne peut pas avoir de certificat, --autodiscover srv donne cet enregistrement à sa place',
    'autodiscover-instead':
      '_autodiscover._tcp est à sa place, comme demandé : un nom sans certificat arrêterait Outlook',
    'autodiscover-none':
      'laissé de côté, comme demandé : des fichiers ne peuvent pas répondre à Autodiscover, donc rien ne doit y mener Outlook ; un enregistrement qui mène à Exchange ou à Microsoft 365 reste',
    pacc: "c'est là que les logiciels qui connaissent PACC (Himalaya) prennent leurs réglages ; le serveur a besoin d'un certificat pour ce nom",
    'pacc-digest':
      "l'empreinte sans laquelle aucun logiciel n'accepte le document PACC : elle change avec le profil, donc publier la nouvelle à côté de l'ancienne avant de changer le profil",
    'pacc-login': "PACC n'a pas de place pour un identifiant ({rule}) : ses logiciels se connecteraient avec l'adresse",
    'pacc-ask':
      "PACC n'a pas de place pour un identifiant, que chaque personne indique ici : ses logiciels se connecteraient avec l'adresse",
    'pacc-settings':
      "PACC ne connaît que TLS dès le début aux ports habituels, avec un mot de passe, et veut réception et envoi : ce n'est pas le cas ici",
    'no-server': 'on ne sait pas quel hôte répond : le donner avec --server, ou comme site dans le profil',
    itself: '{host} est le serveur lui-même : il a ses propres adresses (A et AAAA) et ne mène pas ailleurs',
    host: '{host} est un serveur du profil : un CNAME prendrait sa place',
    imaps:
      "IMAP avec TLS dès le début : FairEmail, Evolution, aerc, Claws Mail et Himalaya le demandent et se connectent avec l'adresse",
    imap: "IMAP avec STARTTLS ; TLS dès le début, quand il y a les deux, passe avant (RFC 8314) : FairEmail, Evolution, aerc, Claws Mail et Himalaya le demandent et se connectent avec l'adresse",
    pop3s: "POP3 avec TLS dès le début : Evolution et Claws Mail le demandent et se connectent avec l'adresse",
    pop3: "POP3 avec STARTTLS ; TLS dès le début, quand il y a les deux, passe avant (RFC 8314) : Evolution et Claws Mail le demandent et se connectent avec l'adresse",
    submissions:
      "envoi avec TLS dès le début : FairEmail, Evolution et Himalaya le demandent et se connectent avec l'adresse",
    submission:
      "envoi avec STARTTLS ; TLS dès le début, quand il y a les deux, passe avant (RFC 8314) : FairEmail, Evolution, aerc, Claws Mail et Himalaya le demandent et se connectent avec l'adresse",
    'denied-login':
      "nié (cible « . ») : l'identifiant ({rule}) n'est pas l'adresse, et un enregistrement SRV n'a pas de place pour lui ; FairEmail, Evolution, aerc et Claws Mail se connecteraient avec l'adresse",
    'denied-ask':
      "nié (cible « . ») : chaque personne indique ici son identifiant, et un enregistrement SRV n'a pas de place pour lui ; FairEmail, Evolution, aerc et Claws Mail se connecteraient avec l'adresse",
    'denied-absent': "nié (cible « . ») : le profil n'a pas ce service, et aucun logiciel n'a à l'essayer (RFC 6186)",
    'denied-clear': 'nié (cible « . ») : le serveur parle en clair, et ces enregistrements promettent TLS ou STARTTLS',
    'denied-way':
      "nié (cible « . ») : les logiciels qui demandent des enregistrements SRV se connectent par mot de passe ou OAuth 2.0, et ce serveur n'accepte ni l'un ni l'autre",
    'denied-name': "nié (cible « . ») : {host} n'est pas un nom du DNS que d'autres pourraient chercher",
    'denied-half':
      "nié (cible « . ») : l'autre moitié, réception ou envoi, ne peut pas se dire en enregistrements SRV, et une boîte se règle tout entière",
    caldavs: "agendas : Thunderbird et Evolution le demandent et se connectent avec l'adresse",
    carddavs: "contacts : Thunderbird et Evolution le demandent et se connectent avec l'adresse",
    'dav-path': 'le chemin sur le serveur, sans lequel les logiciels demandent /.well-known',
    'denied-dav-login':
      "nié (cible « . ») : l'identifiant ({rule}) n'est pas l'adresse, et un enregistrement SRV n'a pas de place pour lui ; Thunderbird et Evolution se connecteraient avec l'adresse",
    'denied-dav-ask':
      "nié (cible « . ») : chaque personne indique ici son identifiant, et un enregistrement SRV n'a pas de place pour lui ; Thunderbird et Evolution se connecteraient avec l'adresse",
    'denied-dav-clear': "nié (cible « . ») : le service n'est qu'en https (RFC 6764)",
    'dav-principal':
      "le chemin nomme la personne, et un enregistrement est le même pour tout le monde : chacun donne l'URL lui-même",
    'dav-name': "{host} n'est pas un nom du DNS que d'autres pourraient chercher",
  },
  warnings: {
    'dns.wildcard':
      "{domain} représente de nombreuses zones : nommer chacune de celles que l'on veut, comme dans facteur {command} {example}",
    'dns.no-server':
      'les enregistrements qui mènent à facteur serve sont laissés de côté : donner son hôte avec --server, comme --server config.{domain}, ou comme site dans le profil',
  },
  problems: {
    'dns.server': either(
      'suggestion',
      "« {value} » dans --server n'est pas un nom d'hôte : écrire {suggestion}",
      "« {value} » dans --server n'est pas un nom d'hôte : en écrire un comme config.example.org",
    ),
    'dns.ttl': "« {value} » dans --ttl n'est pas une durée de vie : écrire un nombre de secondes de 60 à 86400",
    'dns.domain': either(
      'suggestion',
      "« {value} » n'est pas un domaine : écrire {suggestion}",
      "« {value} » n'est pas un domaine : en écrire un comme example.org",
    ),
    'dns.unknown': either(
      'suggestion',
      "aucun profil n'a le domaine {value} : vouliez-vous écrire {suggestion} ? Vos profils se nomment avec --profile",
      "aucun profil n'a le domaine {value} : en nommer un avec --profile",
    ),
    'dns.wildcard':
      "{domain} représente de nombreuses zones : nommer chacune de celles que l'on veut, comme dans facteur {command} {example}",
    'dns.one-zone':
      '{format} a une zone par fichier, et il y en a plusieurs ({domains}) : --out DOSSIER écrit un fichier pour chacune ; si une seule zone les contient tous, la nommer avec --zone',
    'dns.zone': "« {value} » dans --zone n'est pas un domaine : en écrire un comme example.org",
    'dns.outside': "{domain} n'est dans aucune des zones que nomme --zone ({zones}) : nommer la sienne aussi",
  },
});
