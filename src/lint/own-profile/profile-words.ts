import type { Translations } from '../../words/words.ts';
import { en } from './profile-words.en.ts';
import { fr } from './profile-words.fr.ts';

/** What the rules of profiles say beside the problems that they name. */
export const profileWords = { en, fr } satisfies Translations<typeof en>;
