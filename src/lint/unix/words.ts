import { part } from '../../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What the rules of each kind of file say. */
export const unixWords = {
  accountrc: part(words, 'accountrc'),
  aerc: part(words, 'aerc'),
  mbsyncrc: part(words, 'mbsyncrc'),
  msmtprc: part(words, 'msmtprc'),
  muttrc: part(words, 'muttrc'),
  source: part(words, 'source'),
  sourceSet: part(words, 'sourceSet'),
};
