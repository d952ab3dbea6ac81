import { en } from './people.en.ts';
import { either } from './text.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'people.unknown-source':
    "« {value} » n'est pas une source de personnes : nommez un fichier comme people.csv, - pour l'entrée standard, postfix:/chemin/de/la/table, ou une URL qui commence par ldap://, ldaps:// ou postgres://",
  'people.empty-source': "--from est vide : nommez un fichier comme people.csv, ou - pour l'entrée standard",
  'people.unreadable': 'ne peut pas être lu ({reason}) : nommez un autre fichier, ou donnez le droit de le lire',
  'people.spreadsheet': "est un classeur ou une autre archive, et pas du texte : enregistrez-le d'abord en CSV (UTF-8)",
  'people.binary': "n'est pas du texte, donc pas du CSV : enregistrez d'abord la liste en CSV (UTF-8)",
  'people.empty': 'est vide : écrivez les noms des colonnes sur la première ligne, comme adresse,nom',
  'people.no-names':
    'la première ligne ne nomme pas les colonnes, elle contient déjà une personne : mettez avant elle une ligne comme adresse,nom',
  'people.no-column':
    "aucune colonne ne contient l'adresse ou l'identifiant — trouvées : {columns} ; dites laquelle avec --map address=COLONNE",
  'people.map-form':
    "« {value} », dans --map, n'a pas la forme COLONNE=NOM : écrivez par exemple --map address=mail,name=cn (il y a {columns})",
  'people.map-column': either(
    'suggestion',
    "« {value} », dans --map, n'est rien de ce qui est lu d'une personne : vouliez-vous dire {suggestion} ? Il y a {columns}",
    "« {value} », dans --map, n'est rien de ce qui est lu d'une personne : il y a {columns}",
  ),
  'people.map-twice': '--map nomme deux fois {column} : nommez-en une',
  'people.map-absent': either(
    'suggestion',
    "il n'y a pas de colonne « {value} », que nomme --map : vouliez-vous dire « {suggestion} » ? Trouvées : {columns}",
    "il n'y a pas de colonne « {value} », que nomme --map — trouvées : {columns}",
  ),
  'people.two-columns':
    "{columns} donneraient toutes deux la valeur {column} d'une personne : dites laquelle avec --map {column}=NOM",
  'people.unused-columns': "non lues : {columns} (--map dit ce qu'est une colonne)",
  'people.too-many-values':
    'cette ligne a {count} valeurs pour {expected} colonnes : mettez entre guillemets une valeur qui contient le séparateur',
  'people.too-few-values':
    'cette ligne a {count} valeurs pour {expected} colonnes : ajoutez ce qui manque, même si ce ne sont que des séparateurs',
  'people.quote':
    "un guillemet ouvert sur cette ligne n'est pas fermé avant la ligne {line}, si bien qu'aucune de ces lignes ne peut être lue : fermez-le, ou doublez-le s'il est voulu",
  'people.quote-open':
    "un guillemet ouvert sur cette ligne n'est jamais fermé, si bien que rien de ce qui suit ne peut être lu : fermez-le, ou doublez-le s'il est voulu",
  'people.encoding':
    "un caractère de cette ligne est perdu, car le fichier n'est de bout en bout ni en UTF-8 ni en Windows-1252 : enregistrez-le en UTF-8",
  'people.nobody': "il n'y a ici ni adresse ni identifiant : écrivez-en un, ou retirez la ligne",
  'people.language': "« {value} » n'est pas une langue de Facteur : écrivez {known}, ou laissez vide",
  'people.role': "« {value} » n'est pas un rôle : écrivez additional ou primary, ou laissez vide",
  'people.changed': 'a changé pendant la lecture, si bien que la liste peut mêler deux états : relancez la commande',
});
