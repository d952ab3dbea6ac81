import { either } from '../words/text.ts';
import { translate } from '../words/words.ts';
import { en } from './answer-rule-words.en.ts';

export const fr = translate(en, {
  channel: {
    missing: {
      asks: 'la configuration est là',
      says: "il n'y a pas de configuration ici ({code})",
      remedy: 'publiez-la : facteur serve répond ici, facteur publish en fait des fichiers là où cela se peut',
    },
    'content-type': {
      asks: 'le type de média est juste',
      says: 'le type de média est « {type} »',
      remedy: 'envoyez Content-Type: {right}',
    },
    unreadable: {
      asks: 'la réponse est lisible',
      says: 'la réponse est illisible : {detail}',
      remedy: 'publiez-la de nouveau, telle que la donnent facteur serve ou facteur publish',
    },
    'server-missing': {
      asks: 'elle nomme des serveurs pour recevoir et pour envoyer',
      says: either(
        'server',
        'elle ne nomme pas {server}, qui est un serveur du profil',
        'elle ne nomme aucun serveur du profil',
      ),
      remedy: 'publiez-la de nouveau, telle que la donnent facteur serve ou facteur publish',
    },
    'other-host': {
      asks: 'elle nomme les hôtes du profil',
      says: "pour {protocol} elle nomme {host}, qui n'est pas un serveur du profil",
      remedy: 'publiez-la de nouveau avec {right} ; si {host} est juste, corrigez le profil',
    },
    'hosts-swapped': {
      asks: 'les hôtes pour recevoir et pour envoyer ne sont pas confondus',
      says: 'pour {protocol} elle nomme {host}, qui est dans le profil un serveur pour autre chose',
      remedy: 'publiez-la de nouveau avec {right}',
    },
    'other-port': {
      asks: 'elle a les ports du profil',
      says: 'pour {host} elle a le port {port}, et le profil {right}',
      remedy: 'publiez-la de nouveau avec le port {right} ; si {port} est juste, corrigez le profil',
    },
    'other-security': {
      asks: 'elle protège les connexions comme le profil',
      says: 'pour {host}:{port} elle dit {security}, et le profil {right}',
      remedy: 'publiez-la de nouveau avec {right}',
    },
    'other-login': {
      asks: "elle donne l'identifiant de la règle",
      says: 'pour {host} elle donne un autre identifiant que la règle du profil ({rule})',
      remedy: 'publiez-la de nouveau avec {right} ; si la réponse est juste, corrigez login dans le profil',
    },
    'other-authentication': {
      asks: "elle dit comment s'identifier comme le profil",
      says: "pour {host} elle dit {method}, que le profil n'a pas",
      remedy: 'publiez-la de nouveau avec {right} ; si le serveur a {method}, mettez-le dans le profil',
    },
  },
  autodiscover: {
    'get-answered': {
      asks: 'GET ne reçoit ni réglages ni erreur en XML',
      says: 'GET reçoit {code} : Thunderbird le prend pour la réponse à son POST, et Delta Chat ne cherche plus',
      remedy: 'répondez à GET par 405 (nginx : limit_except POST {{ deny all; }})',
    },
    'http-redirect': {
      asks: 'en http, Autodiscover mène à https',
      says: "en http, cela mène à {target}, qui n'est pas en https : Outlook ne suit pas",
      remedy: 'redirigez par 302 vers https://…/autodiscover/autodiscover.xml',
    },
    'v2-protocol': {
      asks: 'les majuscules de Protocol ne changent rien',
      says: 'avec Protocol={protocol} la réponse est {code}',
      remedy: 'comparez la valeur sans tenir compte de la casse',
    },
  },
  pacc: {
    digest: {
      asks: "l'empreinte du DNS est celle du document",
      says: "l'empreinte du DNS n'est pas celle du document qui est donné : aucun logiciel ne l'accepte",
      remedy:
        "mettez dans la zone : {record} (et voyez que rien ne change le document en route : il doit rester le même à l'octet près)",
    },
    'txt-missing': {
      asks: 'document et empreinte sont tous deux là',
      says: either(
        'record',
        "le document est là, et son empreinte n'est pas dans le DNS : aucun logiciel ne l'accepte",
        "le DNS a une empreinte, et le document n'est pas là",
      ),
      remedy: either(
        'record',
        'mettez dans la zone : {record}',
        "publiez le document à {url}, ou supprimez l'empreinte",
      ),
    },
    'login-differs': {
      asks: "aucun document n'est là quand l'identifiant n'est pas l'adresse",
      says: "un document est là, et PACC n'a pas de place pour un identifiant : ses logiciels s'identifient avec l'adresse, ce qui est faux ici ({rule})",
      remedy: "supprimez le document et l'enregistrement _ua-auto-config.{domain}",
    },
  },
  mail: {
    unreachable: {
      asks: 'le serveur répond',
      says: "il n'y a pas de connexion ({failure})",
      remedy:
        "vérifiez que le service écoute au port {port} et qu'aucun pare-feu ne s'interpose ; s'il est ailleurs, corrigez le profil",
    },
    greeting: {
      asks: 'le serveur salue',
      says: either('line', 'le serveur salue par « {line} »', 'le serveur ne salue pas'),
      remedy: 'voyez le journal du serveur, et ce qui écoute au port {port}',
    },
    'ports-swapped': {
      asks: 'la connexion commence comme le dit le profil',
      says: either(
        'tls',
        'le port {port} parle TLS dès le premier octet, et le profil dit starttls ou none',
        'le port {port} commence en clair, et le profil dit TLS dès le début',
      ),
      remedy: 'mettez-le dans le profil tel quel, ou déplacez le service : {usual}',
    },
    'no-starttls': {
      asks: 'STARTTLS est offert',
      says: "STARTTLS n'est pas offert, et refusé : les logiciels s'arrêtent ou envoient le mot de passe en clair",
      remedy: 'activez TLS : {line}',
    },
    'starttls-stripped': {
      asks: "STARTTLS n'est pas caché",
      says: "STARTTLS n'est pas offert et fonctionne pourtant : quelque chose en route l'ôte de la réponse",
      remedy:
        'cherchez un pare-feu ou un mandataire qui change les connexions de messagerie (Cisco : no inspect esmtp), et offrez TLS dès le début',
    },
    'starttls-failed': {
      asks: 'TLS suit STARTTLS',
      says: 'STARTTLS est offert, et TLS ne suit pas : {detail}',
      remedy: 'voyez le journal du serveur : son certificat ou sa clé manque ou ne peut être lu',
    },
    'early-data': {
      asks: 'rien ne se glisse entre STARTTLS et TLS',
      says: "{bytes} octets sont venus entre la réponse à STARTTLS et TLS : quelqu'un en route a pu les y mettre",
      remedy: 'cherchez un mandataire en route ; les logiciels ne doivent pas lire ce qui est venu avant TLS',
    },
    injection: {
      asks: 'rien de ce qui est envoyé avant TLS ne compte après',
      says: 'une commande envoyée en clair derrière STARTTLS reçoit sa réponse dans TLS : qui se tient en route peut glisser des commandes dans la session',
      remedy: "mettez le serveur à jour (CVE-2021-33515 pour Dovecot, CVE-2011-0411 pour Postfix, et d'autres)",
    },
    'auth-before-tls': {
      asks: "aucune identification n'est offerte avant TLS",
      says: "avant TLS le serveur accepte un mot de passe ({offered}) : un logiciel qui n'exige pas TLS l'envoie en clair",
      remedy: "ne l'acceptez que dans TLS : {line}",
    },
    'login-disabled': {
      asks: "on peut s'identifier dans TLS",
      says: "dans TLS le serveur dit encore que personne ne peut s'identifier ({offered})",
      remedy: 'voyez que le serveur tienne la connexion pour protégée : {line}',
    },
    'method-absent': {
      asks: "les façons de s'identifier du profil sont offertes",
      says: "le serveur n'offre pas {method}, que le profil a",
      remedy: "activez-la ({line}), ou ôtez-la d'authentication dans le profil",
    },
    'no-auth': {
      asks: "on peut s'identifier",
      says: "dans TLS le serveur n'offre aucune façon de s'identifier",
      remedy: 'activez-en une : {line}',
    },
    'oauthbearer-only': {
      asks: 'XOAUTH2 est là à côté de OAUTHBEARER',
      says: 'le serveur offre OAUTHBEARER et non XOAUTH2, que parlent Thunderbird et Evolution',
      remedy: 'offrez les deux : {line}',
    },
    'sender-refused': {
      asks: "l'adresse peut être l'expéditeur",
      says: "qui s'est identifié avec l'identifiant ne peut pas envoyer sous l'adresse : {answer}",
      remedy: "Postfix : une ligne de smtpd_sender_login_maps qui a l'adresse, puis l'identifiant : {line}",
    },
  },
  login: {
    'login-refused': {
      asks: "le serveur accepte l'identifiant de la règle",
      says: either(
        'address',
        "le serveur n'accepte, avec ce mot de passe, ni l'identifiant de la règle ({rule}) ni l'adresse",
        "le serveur n'accepte pas l'identifiant de la règle ({rule}) avec ce mot de passe",
      ),
      remedy:
        "voyez si le mot de passe est juste et la boîte active ; si les gens s'identifient autrement, corrigez login dans le profil",
    },
    'rule-differs': {
      asks: "l'identifiant est celui de la règle",
      says: "le serveur accepte l'adresse et non l'identifiant de la règle ({rule})",
      remedy:
        'mettez dans le profil : login: "{{address}}" ; ou faites connaître au serveur l\'identifiant de la règle',
    },
    'address-accepted': {
      asks: "le serveur n'accepte que l'identifiant de la règle",
      says: "le serveur accepte aussi l'adresse : PACC, les enregistrements SRV et le nouvel Outlook, qui ne connaissent pas d'autre identifiant, fonctionneraient",
      remedy:
        'si cela doit rester, dites-le dans le profil par login: "{{address}}", et facteur dns donne les enregistrements',
    },
    'address-refused': {
      asks: "le serveur accepte aussi l'adresse",
      says: "le serveur n'accepte pas l'adresse : dans les logiciels qui ne connaissent pas d'autre identifiant (Geary, aerc, Claws Mail, téléphones, nouvel Outlook), chacun doit saisir le sien",
      remedy: "pour qu'il accepte aussi l'adresse : {line}",
    },
    'services-differ': {
      asks: 'tous les serveurs acceptent le même identifiant',
      says: "ce serveur refuse l'identifiant que {other} accepte",
      remedy: 'faites chercher les gens par les deux au même endroit (Postfix : smtpd_sasl_type = dovecot)',
    },
    'another-mailbox': {
      asks: 'adresse et identifiant ouvrent une seule boîte',
      says: 'adresse et identifiant fonctionnent tous deux et ouvrent des boîtes différentes',
      remedy: "voyez à qui est la boîte de l'adresse : le courrier d'une personne pourrait être lu par une autre",
    },
    stopped: {
      asks: 'les essais ne verrouillent rien',
      says: "le serveur dit que les essais sont limités ou la boîte verrouillée ({answer}) : plus rien n'est essayé",
      remedy: "attendez, et voyez le journal du serveur, avant d'essayer de nouveau",
    },
  },
  privacy: {
    enumeration: {
      asks: 'la réponse ne dit pas qui existe',
      says: 'deux personnes reçoivent des réponses qui diffèrent par plus que la règle ({difference}) : chacun peut ainsi demander qui existe',
      remedy: 'répondez par règle, et de la même façon pour tout le domaine, que la boîte existe ou non',
    },
  },
});
