import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.config/aerc/accounts.conf, which nobody else may read (chmod 600)',
});
