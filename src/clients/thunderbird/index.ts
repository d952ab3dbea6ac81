import { defineClient, planned } from '../client.ts';
import { config } from './config.ts';
import { guides } from './guides.ts';
import { isp } from './isp.ts';
import { managed, managedLoader, managedRemoval } from './managed.ts';
import { planPreferences, planServers } from './servers.ts';
import { userJs } from './user-js.ts';
import { words } from './words.ts';

/** Thunderbird on computers. The one for Android reads other files: `android`. */
export const thunderbird = defineClient({
  id: 'thunderbird',
  title: 'Thunderbird',
  devices: ['windows', 'macos', 'linux'],
  words,
  inFiles: ['localFolders', 'userJsComments', 'managedComments'],
  formats: [
    planned(planPreferences, [userJs]),
    planned(planServers, [config, isp]),
    planned(planPreferences, [managed, managedLoader, managedRemoval]),
  ],
  guides,
});
