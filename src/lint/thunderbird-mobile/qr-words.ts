import type { Translations } from '../../words/words.ts';
import { en } from './qr-words.en.ts';
import { fr } from './qr-words.fr.ts';

/** What the rules of account codes say. */
export const qrWords = { en, fr } satisfies Translations<typeof en>;
