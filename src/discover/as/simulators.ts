import { asAerc, asAerc20 } from './aerc.ts';
import { asClawsMail } from './claws-mail.ts';
import { asDeltaChat } from './delta-chat.ts';
import { asEvolution, asEvolutionNewer } from './evolution.ts';
import { asFairemail, asFairemailPlay } from './fairemail.ts';
import { asGeary } from './geary.ts';
import { asHimalaya } from './himalaya.ts';
import { asKmail, asKmail22 } from './kmail.ts';
import { asMustang } from './mustang.ts';
import { asNextcloudMail } from './nextcloud-mail.ts';
import { asOutlook, asOutlookSimplified } from './outlook.ts';
import type { Simulator } from './simulator.ts';
import { asThunderbird, asThunderbird156 } from './thunderbird.ts';
import { asThunderbirdAndroid } from './thunderbird-android.ts';
import { asApple, asEmClient, asGmailApp, asNine, asOutlookNew, asSamsungEmail, asSpark } from './unknown-programs.ts';

/** The programs of which it can be told what they do with an address, by the name that `--as` takes. */
export const simulators = {
  thunderbird: asThunderbird,
  'thunderbird-156': asThunderbird156,
  'thunderbird-android': asThunderbirdAndroid,
  evolution: asEvolution,
  'evolution-newer': asEvolutionNewer,
  kmail: asKmail,
  'kmail-22.12': asKmail22,
  geary: asGeary,
  'claws-mail': asClawsMail,
  fairemail: asFairemail,
  'fairemail-play': asFairemailPlay,
  'delta-chat': asDeltaChat,
  'nextcloud-mail': asNextcloudMail,
  mustang: asMustang,
  aerc: asAerc,
  'aerc-0.20': asAerc20,
  himalaya: asHimalaya,
  outlook: asOutlook,
  'outlook-simplified': asOutlookSimplified,
  'outlook-new': asOutlookNew,
  apple: asApple,
  'samsung-email': asSamsungEmail,
  'gmail-app': asGmailApp,
  nine: asNine,
  spark: asSpark,
  'em-client': asEmClient,
} as const satisfies Record<string, Simulator>;

export type SimulatorId = keyof typeof simulators;

// The keys of the table.
export const simulatorIds = Object.keys(simulators) as readonly SimulatorId[];

export function isSimulatorId(name: string): name is SimulatorId {
  return Object.hasOwn(simulators, name);
}
