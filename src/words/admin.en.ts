import { source } from './words.ts';

/** The page for whoever looks after the provider. */
export const en = source({
  administration: {
    title: 'For administrators',
    lead: 'What programs take of this mailbox, how that is known, and what could not be made. No page for people leads here, and “facteur serve” shows neither this page nor the files for administrators.',
    people: 'The page for people',
    account: 'The account',
    provider: 'Provider, and its profile',
    rule: 'Login rule',
    noRule: '{login}, said for this person alone',
    leftOut: 'Left out: why, and what helps',
    nothingLeftOut: 'Nothing: every file can carry this account.',
    files: {
      admin: 'Files for administrators',
      server: 'Files for a server',
      user: 'Files for people',
    },
    notOffered: 'No page offers it to people.',
  },
});
