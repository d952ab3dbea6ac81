import { aerc } from './aerc/index.ts';
import { android } from './android/index.ts';
import { apple } from './apple/index.ts';
import { clawsMail } from './claws-mail/index.ts';
import type { Client } from './client.ts';
import { evolution } from './evolution/index.ts';
import { geary } from './geary/index.ts';
import { himalaya } from './himalaya/index.ts';
import { isync } from './isync/index.ts';
import { kmail } from './kmail/index.ts';
import { msmtp } from './msmtp/index.ts';
import { mutt, neomutt } from './neomutt/index.ts';
import { nine } from './nine/index.ts';
import { outlook } from './outlook/index.ts';
import { thunderbird } from './thunderbird/index.ts';
import { thunderbirdAndroid } from './thunderbird-android/index.ts';
import { webmail } from './webmail/index.ts';

/** Every client that Facteur knows, in the order in which people are told of them. A new client is one line here. */
export const clients: readonly Client[] = [
  outlook,
  apple,
  thunderbird,
  evolution,
  geary,
  clawsMail,
  kmail,
  thunderbirdAndroid,
  android,
  nine,
  webmail,
  neomutt,
  mutt,
  aerc,
  himalaya,
  msmtp,
  isync,
];
