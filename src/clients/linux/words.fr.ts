import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  scripts: {
    messages: {
      usage: "ce script ne prend pas d'argument : lancez-le sans rien ajouter",
      home: "ce n'est pas le dossier d'une personne : définissez HOME",
      missing: "ce programme manque : installez-le, puis recommencez ; rien n'a été modifié",
      unwritable:
        "écriture impossible ici : faites de la place ou autorisez l'écriture, puis recommencez ; rien n'a été modifié",
      unreadable: "lecture impossible : autorisez-la, puis recommencez ; rien n'a été modifié",
      link: "ce lien ne mène nulle part : retirez-le ou corrigez-le, puis recommencez ; rien n'a été modifié",
      notFile: "ce n'est pas un fichier : déplacez-le, puis recommencez ; rien n'a été modifié",
      damaged:
        "la partie entre « # >>> facteur » et « # <<< facteur » est incomplète ou présente deux fois : corrigez-la à la main, puis recommencez ; rien n'a été modifié",
      renamed:
        "le compte y porte encore son ancien nom : écrivez {account} à la place, puis recommencez ; rien n'a été modifié",
      left: "notre compte s'y trouve hors des lignes entre « # >>> facteur » et « # <<< facteur », ou est encore lu d'ici : retirez cela à la main, puis recommencez ; rien n'a été modifié",
      busy: "un autre de ces scripts est en cours d'exécution : attendez qu'il se termine, puis recommencez ; rien n'a été modifié",
      lineBreak:
        "ce chemin contient un saut de ligne : choisissez-en un autre, puis recommencez ; rien n'a été modifié",
      linked: 'ce fichier portait aussi un autre nom (lien physique) ; ce qui porte ce nom reste tel quel',
      failed: "L'opération a échoué, et ce qui avait été fait a été défait.",
    },
    running: "{program} est en cours d'exécution : fermez-le, puis recommencez ; rien n'a été modifié",
    kept: 'Ce que vous aviez modifié dans notre partie est conservé dans ce dossier :',
    removed: "C'est fait : ce qui avait été installé ici est retiré. Vos messages restent.",
    absent: "Il n'y avait rien à retirer.",
    notDownloaded: "Ce fichier n'est pas dans vos téléchargements : téléchargez-le d'abord.",
  },
  terminal: {
    purposes: {
      install: {
        title: 'Configurer {program}',
        use: either(
          'primary',
          "Le compte s'ajoute à ceux que vous avez, et ne devient le premier que s'il n'y en a pas d'autre.",
          "Le compte s'ajoute à ceux que vous avez et laisse votre compte habituel tel qu'il est.",
        ),
      },
      remove: {
        title: 'Retirer le compte : {program}',
        use: "Vos fichiers redeviennent ce qu'ils étaient ; ce que vous avez modifié depuis est conservé.",
      },
      config: {
        title: 'Configuration pour {program}, à placer soi-même',
        use: either(
          'keyring',
          'Elle se met {place}. Le mot de passe vient du trousseau (secret-tool).',
          'Elle se met {place}.',
        ),
      },
    },
    done: "{program} est configuré. Pour l'utiliser : {start}",
    store: 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :',
    prompt: '{program} vous demandera le mot de passe.',
    defaultKept: "{program} avait déjà un compte : c'est lui qui reste le compte habituel.",
    keyringMissing:
      "ce programme manque, et le mot de passe ne peut pas être demandé autrement : installez-le (Debian, Ubuntu : apt install libsecret-tools), puis recommencez ; rien n'a été modifié",
    taken:
      "ce fichier contient un compte {account} qui ne vient pas d'ici : renommez-le ou retirez-le, puis recommencez ; rien n'a été modifié",
  },
  problems: {
    'terminal.pop3': either(
      'person',
      "{program} ne se configure ici que pour IMAP, et {hosts} n'a que POP3 : utilisez un autre logiciel",
      "{program} ne se configure ici que pour IMAP, et {hosts} n'a que POP3 : demandez IMAP au fournisseur, ou utilisez un autre logiciel",
    ),
    'terminal.sign-in': either(
      'person',
      "{program} se configure ici pour un mot de passe, et {hosts} n'en accepte aucun que vous pourriez saisir : utilisez un autre logiciel",
      "{program} ne sait pas s'identifier auprès de {hosts}, qui n'accepte que {methods} : faites accepter aussi un mot de passe, ou utilisez un autre logiciel",
    ),
    'terminal.plain-text': either(
      'person',
      "dans {program}, certaines versions ne peuvent pas savoir que {hosts} n'est pas chiffré : utilisez un autre logiciel",
      "dans {program}, certaines versions ne peuvent pas savoir que {hosts} n'est pas chiffré : proposez-y TLS, ou utilisez un autre logiciel",
    ),
  },
});
