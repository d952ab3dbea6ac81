import type { Language } from '../../model/account.ts';

/**
 * What a person double-clicks, by the name that Windows shows: it hides `.cmd`. The names say the order and the time, because who runs both at once has set up nothing; and they let also those tidy up who give up.
 * They are ASCII: Windows' own ZIP viewer reads others in the code page of the computer. (And none has a sign that cmd or a path reads in its own way.)
 */
export const packageNames = {
  en: { install: '1 Install', tidy: '2 Tidy up at the end' },
  fr: { install: '1 Installer', tidy: '2 Ranger pour finir' },
} as const satisfies Record<Language, { readonly install: string; readonly tidy: string }>;
