import { en } from './warnings.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  named: 'avertissement : {text}',
  problems: {
    'warning.port-starts-plain':
      'sur le port {port}, une connexion commence en clair et STARTTLS la protège, mais security est tls : écrivez starttls, ou le port {usual}',
    'warning.port-starts-tls':
      'sur le port {port}, TLS commence avec la connexion, mais security est {security} : écrivez tls, ou le port {usual}',
    'warning.port-of-another':
      'le port {port} est celui de {other}, et ce serveur parle {protocol} : écrivez le port {usual}',
    'warning.port-between-servers':
      "le port 25 sert aux serveurs entre eux, et beaucoup de réseaux n'y laissent passer personne d'autre : donnez le port 587 avec starttls, ou 465 avec tls",
    'warning.host-of-another':
      "« {value} » porte le nom d'un serveur pour {other}, et celui-ci parle {protocol} : vérifiez que c'est le bon",
    'warning.server-twice': 'ce serveur figure déjà dans la liste : retirez-le',
    'warning.port-twice':
      "{host}:{port} figure déjà dans la liste avec security {other}, et un port ne peut avoir les deux : corrigez l'un d'eux, ou retirez-le",
    'warning.plain-text-unused':
      "avec security {security}, rien n'est envoyé en clair, et allowPlainText ne permet donc rien : retirez-le",
    'warning.plain-text-no-password':
      "ce serveur ne demande pas de mot de passe, il n'y en a donc aucun à permettre en clair : retirez allowPlainText",
    'warning.oauth2-unused':
      "aucun serveur n'authentifie par OAuth 2.0, personne ne s'en sert donc : ajoutez oauth2 à authentication des serveurs qui le font, ou retirez cette clé",
    'warning.example':
      "l'exemple n'est personne de ce fournisseur : donnez une adresse dans un de ses domaines, ou un identifiant que donnent ses règles",
    'warning.login-is-address':
      "qui saisit « {value} », un identifiant de cette règle, est pris pour la boîte de cette adresse, parce que {domain} est aussi un domaine de messagerie, où elle a un autre identifiant : retirez ce domaine, ou faites saisir l'adresse",
    'warning.login-below-wildcard':
      "qui saisit « {value} », un identifiant de cette règle, est pris pour une boîte de cette adresse, parce que {domain} vaut aussi pour {realm} : donnez plutôt les domaines de messagerie un à un, ou ajoutez {realm} à la liste si c'en est un",
    'warning.reserved-name':
      "« {value} » est un nom pour les exemples (RFC 2606, RFC 5737), où personne n'a de serveur : écrivez le vôtre",
    'warning.reserved-identifier':
      "« {value} » est l'identifiant d'un exemple, que d'autres ont aussi, alors qu'il doit être unique : écrivez votre domaine à l'envers, par exemple {suggestion}",
    'warning.authority-nameless':
      "ce certificat n'a pas de nom commun (CN), et les appareils affichent donc l'autorité sans nom : faites-le refaire avec un nom",
    'warning.authority-digest':
      'ce certificat est signé avec {value}, auquel les appareils ne se fient plus : faites-le refaire avec SHA-256',
    'warning.authority-key':
      'la clé RSA de ce certificat a {bits} bits, et les appareils ne se fient à aucune de moins de 2048 : faites-le refaire avec une clé plus longue',
    'warning.authority-ended':
      'ce certificat est périmé depuis le {date}, et les appareils ne se fient plus grâce à lui à aucun serveur : mettez le nouveau à sa place',
    'warning.authority-ends-soon':
      'ce certificat se termine le {date}, et dès lors les appareils ne se fient plus grâce à lui à aucun serveur : mettez à temps le nouveau à sa place',
    'warning.authority-not-yet':
      "ce certificat n'est valable qu'à partir du {date}, et avant cela les appareils ne se fient à aucun serveur grâce à lui : attendez, ou prenez celui qui vaut aujourd'hui",
    'warning.more': "et {count} autres avertissements : occupez-vous d'abord de ceux ci-dessus",
  },
});
