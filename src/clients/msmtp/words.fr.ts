import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { en } from './words.en.ts';

export const fr = translate(en, {
  place: 'à la fin de ~/.msmtprc ou de ~/.config/msmtp/config',
  problems: {
    'msmtp.pattern': either(
      'person',
      "msmtp prend « {value} » pour un motif, à cause de ? * [ ou d'un signe pour cent : envoyez avec un autre logiciel",
      "msmtp prend « {value} » pour un motif, à cause de ? * [ ou d'un signe pour cent : envoyez avec un autre logiciel, ou utilisez une autre adresse",
    ),
  },
});
