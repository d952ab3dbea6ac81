import { type ActiveSyncPlan, offersActiveSync } from '../active-sync.ts';
import type { FormatDefinition } from '../client.ts';
import type { OwnWords } from './words.ts';

/*
 * Outlook on phones takes an Exchange account from device management: the same keys on both systems (Microsoft's "Account setup in Outlook for iOS and Android",
 * "Account configuration … using basic authentication"). `EmailUPN` is the user name, whatever its form. AccountDomain, a domain of Windows NT, is left out: a login
 * that needs one has it in itself. Microsoft's page is about Exchange; nobody has told of another server that speaks ActiveSync. With modern authentication
 * (Microsoft 365, and hybrid) Outlook finds the server by itself, and asks for no password: there are address and user name, and nothing more.
 */
const common = {
  audience: 'admin',
  applies: offersActiveSync,
  context: ({ plan }: { readonly plan: ActiveSyncPlan }) => plan,
} as const;

/** Outlook for Android and for iPhone and iPad, on managed devices. */
export const mobile: readonly FormatDefinition<ActiveSyncPlan, OwnWords>[] = [
  {
    ...common,
    id: 'android-managed',
    template: 'outlook/outlook-android.json',
    mediaType: 'application/json',
    devices: ['android'],
    support: [
      { product: 'Outlook for Android, Exchange Server', evidence: 'documented' },
      { product: 'Outlook for Android, Microsoft 365', evidence: 'documented' },
    ],
    purpose: ({ words }) => ({
      title: words.androidManaged.title,
      use: ({ modern }) => words.androidManaged.use({ modern }),
    }),
    fileName: () => 'outlook-android.json',
  },
  {
    ...common,
    id: 'ios-managed',
    template: 'outlook/outlook-ios.xml',
    mediaType: 'application/x-plist',
    devices: ['ios'],
    support: [
      { product: 'Outlook for iOS, Exchange Server', evidence: 'documented' },
      { product: 'Outlook for iOS, Microsoft 365', evidence: 'documented' },
    ],
    purpose: ({ words }) => ({
      title: words.iosManaged.title,
      use: ({ modern }) => words.iosManaged.use({ modern }),
    }),
    fileName: () => 'outlook-ios.plist',
  },
];
