import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.config/himalaya/config.toml',
  script: {
    toml: {
      broken: 'this cannot be read as TOML: correct it, then start again; nothing has been changed',
      inline:
        'all accounts stand here in one pair of braces, to which none can be added: write each as [accounts.NAME], then start again; nothing has been changed',
    },
    tooOld:
      'version 2 or later is needed, whose configuration is another: update it, then start again; nothing has been changed',
  },
});
