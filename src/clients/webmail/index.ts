import { defineClient } from '../client.ts';
import { defineSite } from '../guide.ts';
import { words } from './words.ts';

/** The provider's own page in the browser, on every device: nothing is set up. */
export const webmail = defineClient({
  id: 'webmail',
  title: 'Webmail',
  devices: ['windows', 'macos', 'linux', 'android', 'ios'],
  words,
  formats: [],
  guides: [defineSite('webmail', words, ({ provider }) => provider.webmail)],
});
