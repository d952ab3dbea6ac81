import { identify } from '../apple/payload-identity.ts';
import type { FormatDefinition } from '../client.ts';
import type { OwnWords } from './words.ts';

/**
 * Managed preferences of Outlook for Mac. None of them describes a server or a login; one, `DefaultEmailAddressOrDomain`, is the address that the first start offers
 * to add (Microsoft's "Set preferences for Outlook for Mac", since 16.18, which speaks of Microsoft 365 mailboxes). So there is something to carry for a first mailbox
 * only: for an additional one it would offer the wrong address. `AllowedEmailDomains` is never written: it would forbid every other domain.
 *
 * The profile has an identifier of its own, or installing it would take away the profile of Mail.
 */
export const mac: FormatDefinition<object, OwnWords> = {
  id: 'mac-managed',
  devices: ['macos'],
  template: 'outlook/outlook-mac.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  audience: 'admin',
  support: [
    { product: 'Outlook for Mac 16.18+, Microsoft 365', evidence: 'documented' },
    { product: 'Outlook for Mac 16.18+, IMAP', evidence: 'unverified' },
  ],
  purpose: ({ words }) => words.macManaged,
  applies: ({ role }) => role === 'primary',
  fileName: () => 'outlook-mac.mobileconfig',
  context: ({ account, words }) => {
    const { provider, address, displayAddress } = account;
    const { payload } = identify(account);
    return {
      profile: { ...payload('outlook') },
      preferences: { ...payload('outlook.preferences') },
      displayName: `${provider.name} – Outlook – ${displayAddress}`,
      description: words.macDescription({ address: displayAddress }),
      organization: provider.organization,
      address,
    };
  },
};
