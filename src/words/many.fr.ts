import { en } from './many.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'many.twice': either(
    'where',
    "la ligne {row} ({where}) a déjà cette boîte : supprimez l'une des deux",
    "la ligne {row} a déjà cette boîte : supprimez l'une des deux",
  ),
  'many.one-login': either(
    'where',
    "la ligne {row} ({where}) a aussi l'identifiant {login}, et un identifiant n'ouvre qu'une boîte : corrigez-le, ou supprimez l'une des deux",
    "la ligne {row} a aussi l'identifiant {login}, et un identifiant n'ouvre qu'une boîte : corrigez-le, ou supprimez l'une des deux",
  ),
  'many.nobody':
    "n'a personne, ce qui tient sans doute à ce qui donne la liste : rien n'est fait et personne n'est compté comme parti ; regardez si elle a des lignes",
  'many.workers': "--workers {value} n'est pas un nombre de fils d'exécution : écrivez auto, ou un nombre de 0 à 64",
  'many.differs': "ce qui est en place a été fait d'autres valeurs : remplacez-le avec --update",
  'many.nothing': "rien n'a pu être fait pour les logiciels demandés",
  'many.worker-died':
    "un fil d'exécution est mort sur cette personne, deux fois : signalez-le, avec ce qu'elle a de particulier",
  'many.shard':
    "--shard {value} n'est pas une part parmi d'autres : écrivez par exemple --shard 2/4 pour la deuxième de quatre",
  'many.number': "{option} {value} n'est pas un nombre qui convient : écrivez-en un de {least} à {most}",
  'many.whom': "les personnes sont dans --from : retirez {option}, qui nomme quelqu'un ou parle d'une seule personne",
  'many.only-from': '{option} est fait pour de nombreuses personnes : nommez leur liste avec --from',
  'many.archives': '--zip-per-person écrit un ZIP par personne dans un dossier : nommez-en un avec --out',
  'many.no-journal':
    '{path} devrait être le journal de Facteur et est autre chose : déplacez-le, ou choisissez un autre --out',
  'many.other-source':
    "{path} est le journal d'une autre liste de personnes ({there}, pas {here}) : choisissez un autre --out ; ou déplacez-le, avec les ZIP qui sont à côté s'il y en a, et tout sera fait ou comparé de nouveau",
  'many.other-profiles': either(
    'there',
    "{path} est le journal d'une exécution avec un autre --profile ({there}) : nommez-le de nouveau, ou choisissez un autre --out",
    "{path} est le journal d'une exécution sans --profile : retirez-le, ou choisissez un autre --out",
  ),
  'many.other-layout':
    "{path} est le journal d'une exécution qui a écrit ses fichiers autrement (avec ou sans --zip-per-person) : appelez-la comme alors, ou choisissez un autre --out",
  'many.other-shard': "{path} est le journal d'un autre --shard : appelez-le comme alors, ou choisissez un autre --out",
  'many.journal':
    "{path}, le journal, ne peut pas servir ({reason}) : donnez le droit d'y écrire, ou choisissez un autre --out",
  'many.part': '{path} ne peut pas être lu comme un ZIP de Facteur : déplacez-le, et il sera refait',
  'many.damaged':
    "les fichiers de {folder} dans {path} sont abîmés, et la liste n'a pas de quoi les refaire : remettez une copie saine du ZIP, ou déplacez-le, et tous ceux de la liste sont refaits",
  'many.remade': 'des fichiers dans {path} étaient abîmés et sont refaits : {folders}',
  'many.foreign-zip':
    "{path} existe et n'est pas un ZIP d'une telle exécution : déplacez-le, ou choisissez un autre --out",
  'many.unknown-zip':
    '{path} contient des personnes dont le journal ne sait rien, et serait remplacé : déplacez-le, remettez le journal qui va avec, ou choisissez un autre --out',
  'many.busy': 'une autre exécution est au travail dans {path} : attendez sa fin, ou choisissez un autre --out',
});
