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
    /** Of the same pages on a web site, which has none for each person. */
    onSite: {
      same: 'Where “your address” stands, type your own, in full: it is your login, too.',
      differs: 'Your login is not your address: whoever has {address} logs in as {login}.',
      several:
        'Your logins are not your address: whoever has {address} logs in as {incoming} for receiving and as {outgoing} for sending.',
      asked: 'Your login is the one that you were given with your mailbox: nothing makes it of your address.',
      login: 'your login',
      loginIncoming: 'your login for receiving',
      loginOutgoing: 'your login for sending',
      url: '{url} (for {address})',
      host: '{host}, with the domain of your address in the place of {domain}',
      back: 'Other addresses',
      /** Local part of an address of nobody. */
      person: 'first.last',
      whose: 'How does your address end?',
    },
  },
});
