import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.msmtprc or ~/.config/msmtp/config',
  problems: {
    'msmtp.pattern': either(
      'person',
      'msmtp takes “{value}” for a pattern, because of ? * [ or a percent sign: use another program for sending',
      'msmtp takes “{value}” for a pattern, because of ? * [ or a percent sign: use another program for sending, or another address',
    ),
  },
});
