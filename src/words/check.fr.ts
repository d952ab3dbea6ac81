import { en } from './check.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  'check.absent':
    "n'est pas là, alors que le journal dit que c'est fait : lancez la même commande de nouveau, et ce sera refait",
  'check.unreadable': 'ne peut pas être lu ({reason}) : déplacez {whole} et lancez la même commande de nouveau',
  'check.manifest':
    "n'est pas la liste de ce qui a été fait ({reason}) : déplacez {whole} et lancez la même commande de nouveau",
  'check.missing': "est dans manifest.json et n'est pas là : déplacez {whole} et lancez la même commande de nouveau",
  'check.size':
    'a {found} octets et a été écrit avec {wanted} : déplacez {whole} et lancez la même commande de nouveau',
  'check.changed':
    "n'a plus les octets avec lesquels il a été écrit : déplacez {whole} et lancez la même commande de nouveau",
  'check.extra': "n'a pas été fait par Facteur et arriverait chez cette personne avec le reste : retirez-le de {whole}",
  'check.twice': 'est là deux fois : déplacez {whole} et lancez la même commande de nouveau',
  'check.notation':
    'ne peut pas être lu comme {notation} ({reason}) : déplacez {whole} et lancez la même commande de nouveau',
  'check.value':
    'dit « {found} » et devrait dire « {wanted} » : déplacez {whole} et lancez la même commande de nouveau',
  'check.no-value': 'ne dit pas « {wanted} » : déplacez {whole} et lancez la même commande de nouveau',
  'check.no-service':
    "a un service que cette personne n'a pas (« {found} ») : déplacez {whole} et lancez la même commande de nouveau",
  'check.unsigned': "n'est pas signé : déplacez {whole} et lancez la même commande de nouveau",
  'check.signature':
    'a une signature qui ne tient pas ({reason}) : déplacez {whole} et lancez la même commande de nouveau',
  'check.signer':
    'est signé avec un autre certificat (« {found} ») : déplacez {whole} et lancez la même commande de nouveau',
  'check.link':
    "mène à {target}, qui n'est pas là : remettez-le, ou déplacez {whole} et lancez la même commande de nouveau",
  'check.guide':
    "n'est plus comme il a été écrit, et les pages de nombreuses personnes y mènent : déplacez {whole} et lancez la même commande de nouveau",
  'check.journal-line':
    'ne peut pas être lu comme une ligne du journal : supprimez cette ligne et lancez la même commande de nouveau, et ce sera refait ou comparé',
  'check.journal-value':
    "dit « {found} » de quelqu'un dont il devrait dire « {wanted} » : supprimez cette ligne et lancez la même commande de nouveau",
  'check.journal-absent':
    "n'a pas de ligne pour quelqu'un dont les fichiers sont là : lancez la même commande de nouveau",
  'check.dry-run': "--check ouvre ce qui a été écrit, et --dry-run n'écrit rien : retirez l'un des deux",
});
