import { source } from './words.ts';

/** The page of a small kit, and the guides that are written once for all. */
export const en = source({
  kit: {
    more: 'By hand, and if something goes wrong',
    others: 'Other programs, step by step',
    /** Over a page that is written once for all. */
    common: 'Keep your own page beside this one: it has your address, your login and all values.',
    list: 'Your programs, step by step',
    /** What stands there in the place of what is a person's. */
    yours: {
      address: 'your address',
      login: 'your login, as it stands on your page',
      loginIncoming: 'your login for receiving, as it stands on your page',
      loginOutgoing: 'your login for sending, as it stands on your page',
      url: 'the address (URL) on your page',
      host: 'the server on your page',
    },
  },
});
