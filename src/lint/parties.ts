/** Whom a file can hurt: the programs that read it, also those for which Facteur writes nothing, and people. Ids of programs for which it writes are those of `facteur clients`. */
export const parties = [
  'thunderbird',
  'thunderbird-android',
  'evolution',
  'kmail',
  'geary',
  'gnome-accounts',
  'fairemail',
  'delta-chat',
  'nextcloud-mail',
  'aerc',
  'himalaya',
  'claws-mail',
  'outlook',
  'outlook-new',
  'apple',
  'device-management',
  'pacc',
  'neomutt',
  'mutt',
  'msmtp',
  'isync',
  'windows',
  'facteur',
  'person',
] as const;

export type Party = (typeof parties)[number];

export function isParty(name: string): name is Party {
  return parties.some((party) => party === name);
}

/** What a reader does with what a rule finds. Its words are in `words.en.ts`. */
export type Effect =
  | 'refuses-file'
  | 'refuses-account'
  | 'skips-server'
  | 'wrong-login'
  | 'wrong-server'
  | 'no-connection'
  | 'no-sign-in'
  | 'clear-text'
  | 'password-leaks'
  | 'asks'
  | 'ignores'
  | 'misreads'
  | 'sets-up-less'
  | 'replaces'
  | 'twice'
  | 'runs-command'
  | 'not-trusted'
  | 'looks-odd'
  | 'in-vain'
  | 'changes-more';

/** What a rule's finding does to whom. */
export type Hurts = Readonly<Partial<Record<Party, Effect>>>;
