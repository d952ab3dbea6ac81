import { en } from './kit.en.ts';
import { translate } from './words.ts';

export const fr = translate(en, {
  kit: {
    more: 'À la main, et si cela ne marche pas',
    others: 'Autres logiciels, pas à pas',
  },
});
