import { defineClient } from '../client.ts';
import { guides } from './guides.ts';
import { words } from './words.ts';

/** KMail: it imports no file, and keeps an account in three files that Akonadi rewrites, with the password in a wallet. So there are steps by hand alone. */
export const kmail = defineClient({
  id: 'kmail',
  title: 'KMail',
  devices: ['linux'],
  words,
  formats: [],
  guides,
});
