import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  /* Of NeoMutt and of Mutt: they are two clients with one file and one set of scripts, and only the folder differs. */
  neomutt: '~/.config/neomutt/, and read it with “source” in neomuttrc',
  mutt: '~/.config/mutt/, and read it with “source” in muttrc',
  script: {
    quoting: 'Mutt cannot read a path with such signs: set XDG_CONFIG_HOME to another; nothing has been changed',
  },
  problems: {
    // Its code was made when all programs of the terminal shared their problems; scripts know it.
    'terminal.quoted': either(
      'person',
      '{program} takes the quotation marks out of {value} and would write as somebody else: use another program',
      '{program} takes the quotation marks out of {value} and would write as somebody else: use another program, or an address without them',
    ),
  },
});
