import { defineClient } from '../client.ts';

/** The provider's own page in the browser, on every device: nothing is set up. */
export const webmail = defineClient({
  id: 'webmail',
  title: 'Webmail',
  devices: ['windows', 'macos', 'linux', 'android', 'ios'],
  formats: [],
  guides: [{ kind: 'site', id: 'webmail', url: ({ provider }) => provider.webmail }],
});
