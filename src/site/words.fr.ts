import { translate } from '../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  cannot: {
    autodiscover:
      "on interroge Autodiscover par POST, avec l'adresse, et la réponse contient cette adresse et son identifiant ; un fichier dit la même chose à tous. Outlook, eM Client et les téléphones se configurent à la main, ou avec les fichiers de facteur generate ; sinon, facteur serve répond",
    'autodiscover-v2':
      "d'Autodiscover v2, seule l'adresse d'ActiveSync est donnée, la même pour tous ; personne ne vérifie que l'adresse demandée est bien de ce domaine",
    'active-sync':
      "les téléphones qui demandent ActiveSync par POST (POX) n'ont pas de réponse : on y saisit le serveur, ou facteur serve répond",
    partial:
      "FairEmail ne remplit une variable que si elle est l'identifiant entier, et ici elle n'en est qu'une partie ({rule}) : il essaie ce texte, puis l'adresse, puis chacun saisit son identifiant ; facteur serve le lui donne",
    'further-outgoing':
      "un seul serveur d'envoi est donné, le premier : Thunderbird ne remplit pas les variables des suivants",
    mobileconfig:
      "Un profil pour iPhone, iPad et Mac contient l'adresse et l'identifiant de sa personne : il n'y en a pas à /email.mobileconfig. Les étapes sont sur les pages ; le fichier vient de facteur generate, ou facteur serve le fait",
    mailbox:
      "Les pages ne nomment personne : on n'y saisit pas d'adresse, il n'y a donc ni fichiers à télécharger, ni codes à scanner, ni valeurs prêtes à copier. Les liens vers une page personnelle (/mailbox/…, dans les lettres et les codes faits avec site) mènent aux étapes communes. facteur serve a des pages pour chacun",
    'own-login':
      "Qui a un autre identifiant que celui de la règle n'en apprend rien : ce que les logiciels trouvent a celui de la règle, à corriger à la main ; facteur serve a un champ pour cela",
  },
  report: {
    made: '{path} — {change} : le site de {domains}',
    counts: '{files} fichiers pour {hosts} noms de machine',
    changes: { created: 'écrit', unchanged: 'déjà là, inchangé', replaced: 'remplacé' },
    wouldChange: { created: 'serait écrit', unchanged: 'déjà là, inchangé', replaced: 'serait remplacé' },
    changed: 'nouveaux : {created}, remplacés : {replaced}, retirés : {removed}, inchangés : {unchanged}',
    at: '{domains} : {text}',
    kept: "{file} n'est pas de ce site et reste tel quel",
    cannotTitle: "Ce qu'un site statique ne peut pas faire :",
    digestTitle:
      "Enregistrements sans lesquels aucun logiciel n'accepte le document PACC (les mêmes que facteur dns écrit) :",
    nextTitle: 'Ensuite :',
    next: {
      readme: 'comment le dossier et les extraits arrivent sur un serveur web',
      dns: 'les enregistrements qui y mènent les logiciels',
      check: 'si tout est comme il faut, une fois en place',
    },
  },
  readme: {
    title: 'Les réglages de la messagerie de {domains}, en fichiers',
    made: 'Fait par facteur publish. Avec --force, il remplace ces fichiers et ne touche à aucun autre.',
    install: 'Sur le serveur web',
    copy: "Copiez ce dossier en {place}, ou mettez votre propre emplacement dans l'extrait.",
    certificate:
      "Le certificat a ces noms : {names}. Pour nginx et Apache, ses fichiers sont nommés dans l'extrait ; Caddy le cherche lui-même.",
    website:
      "Des logiciels regardent aussi sur le site web du domaine : si vous en disposez, {files} a ce qu'il y faut.",
    dns: 'DNS : ceci donne les enregistrements.',
    pages: 'Pages pour les personnes : {url}',
    digest: "PACC : cet enregistrement doit contenir l'empreinte du document, à l'octet près",
    cannot: 'Ce que ces fichiers ne peuvent pas faire',
    cannotText: 'Un serveur qui répond à chaque demande (facteur serve) sait tout cela.',
    hosts: 'Où est quoi',
    hostsText:
      "hosts/ a un dossier pour chaque nom de machine que l'on demande ; errors/ a ce qui est répondu là où il n'y a rien.",
  },
  problems: {
    'site.ask':
      "aucune règle ne donne l'identifiant à {domain} : chacun a le sien, et un fichier ne peut pas le demander ; facteur serve le demande sur sa page",
    'site.path':
      "{value} : un site statique a ses pages dans des dossiers, donc le chemin de site ne peut avoir que des lettres, chiffres, points, traits d'union et tirets bas : changez-le, ou nommez une machine avec --server",
    'site.host': "{value} n'est pas un nom de machine : écrivez {suggestion}",
    'site.edited': '{path} a été modifié depuis son écriture : --force le remplace',
    'site.differs': "{path} a un site d'un autre contenu : --force remplace ce qui en est",
    'site.foreign': "{file} est là où doit être un fichier de ce site, et n'en est pas : déplacez-le",
    'site.out': 'il manque le dossier du site : donnez-le avec --out',
  },
  warnings: {
    'site.nothing': 'rien de ce que les logiciels cherchent ne peut être dit de {domain} dans un fichier',
  },
});
