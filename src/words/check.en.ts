import { source } from './words.ts';

/** What may be wrong with files that were opened again after they were written. `whole`: what is made anew where it is missing. */
export const en = source({
  'check.absent':
    'is not there, though the journal says that it was made: run the same command again, and it is made anew',
  'check.unreadable': 'cannot be read ({reason}): move {whole} away and run the same command again',
  'check.manifest': 'is not the list of what was made ({reason}): move {whole} away and run the same command again',
  'check.missing': 'stands in manifest.json and is not there: move {whole} away and run the same command again',
  'check.size': 'has {found} bytes and was written with {wanted}: move {whole} away and run the same command again',
  'check.changed': 'has other bytes than it was written with: move {whole} away and run the same command again',
  'check.extra': 'was not made by Facteur and would reach this person with the rest: take it out of {whole}',
  'check.twice': 'is there twice: move {whole} away and run the same command again',
  'check.notation': 'cannot be read as {notation} ({reason}): move {whole} away and run the same command again',
  'check.value': 'says “{found}” and should say “{wanted}”: move {whole} away and run the same command again',
  'check.no-value': 'does not say “{wanted}”: move {whole} away and run the same command again',
  'check.no-service':
    'has a service that this person does not have (“{found}”): move {whole} away and run the same command again',
  'check.unsigned': 'is not signed: move {whole} away and run the same command again',
  'check.signature': 'has a signature that does not hold ({reason}): move {whole} away and run the same command again',
  'check.signer': 'is signed with another certificate (“{found}”): move {whole} away and run the same command again',
  'check.link':
    'leads to {target}, which is not there: bring it back, or move {whole} away and run the same command again',
  'check.guide':
    'is not as it was written, and the pages of many people lead there: move {whole} away and run the same command again',
  'check.journal-line':
    'cannot be read as a line of the journal: delete this line and run the same command again, and it is made or compared anew',
  'check.journal-value':
    'says “{found}” of somebody of whom it should say “{wanted}”: delete this line and run the same command again',
  'check.journal-absent': 'has no line of somebody whose files are there: run the same command again',
  'check.dry-run': '--check opens what was written, and --dry-run writes nothing: leave one of the two out',
});
