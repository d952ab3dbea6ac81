import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.config/himalaya/config.toml',
});
