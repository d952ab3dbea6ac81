import { source } from '../../words/words.ts';

export const en = source({
  neomutt: '~/.config/neomutt/, and read it with “source” in neomuttrc',
  mutt: '~/.config/mutt/, and read it with “source” in muttrc',
});
