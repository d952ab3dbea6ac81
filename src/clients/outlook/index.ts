import { filled } from '../../words/words.ts';
import { planActiveSync } from '../active-sync.ts';
import { defineClient, type FormatDefinition, planned, unplanned } from '../client.ts';
import { zip } from '../zip.ts';
import { autodiscoverContext, type LocalPlan, localBytes, planLocal } from './autodiscover.ts';
import { groupPolicy } from './group-policy.ts';
import { guides } from './guides.ts';
import { intune } from './intune.ts';
import { mac } from './mac.ts';
import { mapiProfileContext, planMapiProfile } from './mapi-profile.ts';
import { mobile } from './mobile.ts';
import { packageNames } from './package-names.ts';
import { mapiProfileName, sharedPath } from './place.ts';
import { commandContext, powershellContext, registryContext } from './scripts.ts';
import { type Chosen, needsFile, planServers } from './servers.ts';
import { localXml, localXmlByPowershell, mapiProfile } from './support.ts';
import { type OwnWords, words } from './words.ts';

/** What a server answers Outlook, by a request of its own: no file of a bundle. */
export const outlookAnswer = defineClient({
  id: 'outlook',
  title: 'Outlook',
  devices: ['windows'],
  words,
  formats: [
    planned(planServers, [
      {
        id: 'autodiscover',
        template: 'outlook/autodiscover.xml',
        mediaType: 'text/xml; charset=utf-8',
        audience: 'server',
        support: localXml,
        purpose: ({ words }) => words.autodiscover,
        fileName: () => 'autodiscover.xml',
        context: autodiscoverContext,
      },
    ]),
  ],
});

/** What the files that set up an account and those that take it back have in common, in each notation; what the local XML cannot carry they cannot either. */
const onWindows = { devices: ['windows'], support: localXml, needs: ['autodiscover'] } as const;
const command = {
  ...onWindows,
  mediaType: 'application/x-bat; charset=ibm850',
  audience: 'user',
  companion: true,
  context: commandContext,
} as const;
const registry = {
  ...onWindows,
  mediaType: 'text/x-ms-regedit; charset=utf-16',
  audience: 'admin',
  context: registryContext,
} as const;

/** What a double-click needs, each beside the others: a person gets them as one download, and finds them in a bundle as they are. */
const packed: readonly FormatDefinition<LocalPlan, OwnWords>[] = [
  {
    ...command,
    id: 'install-cmd',
    template: 'outlook/install.cmd',
    purpose: ({ words }) => words.installCommand,
    fileName: ({ language }) => `${packageNames[language].install}.cmd`,
  },
  {
    ...command,
    id: 'remove-cmd',
    template: 'outlook/remove.cmd',
    purpose: ({ words }) => words.removeCommand,
    fileName: ({ language }) => `${packageNames[language].tidy}.cmd`,
  },
  {
    id: 'autodiscover',
    devices: ['windows'],
    mediaType: 'text/xml; charset=utf-8',
    audience: 'user',
    companion: true,
    support: localXml,
    purpose: ({ words }) => words.autodiscover,
    files: ({ account, plan }) => [{ name: 'autodiscover.xml', bytes: localBytes(account, plan) }],
  },
];

/** Files that name servers, which are for nobody whose provider Outlook knows. */
function withServers<Plan extends object>(
  definitions: readonly FormatDefinition<Plan, OwnWords>[],
): readonly FormatDefinition<Plan, OwnWords>[] {
  return definitions.map((definition) => ({ ...definition, applies: needsFile }));
}

/**
 * Outlook. Most files are for the classic one on Windows. Its wizards take the address for the login unless Autodiscover says otherwise, and the address's domain asks
 * no server of ours: so a file on the computer answers (`autodiscover.xml`), and registry values point to it. Outlook's own profiles in the registry
 * are never written: Microsoft supports that through MAPI only. On phones, Outlook takes files from device management only, and Exchange only.
 */
export const outlook = defineClient({
  id: 'outlook',
  title: 'Outlook',
  devices: ['windows', 'macos', 'android', 'ios'],
  words,
  inFiles: ['script', 'command', 'powershell', 'intune'],
  guides,
  formats: [
    planned(
      planLocal,
      withServers<LocalPlan>([
        {
          id: 'install-zip',
          kit: true,
          devices: ['windows'],
          mediaType: 'application/zip',
          audience: 'user',
          support: localXml,
          purpose: ({ words, account: { domain } }) => filled(words.installPackage, { domain }),
          needs: packed.map(({ id }) => id),
          files: ({ quote }) => [{ name: 'install.zip', bytes: () => zip(packed.map(({ id }) => quote(id))) }],
        },
        ...packed,
        {
          ...onWindows,
          id: 'install-ps1',
          template: 'outlook/install.ps1',
          mediaType: 'text/plain; charset=utf-8',
          audience: 'admin',
          support: localXmlByPowershell,
          purpose: ({ words, account: { domain } }) => filled(words.installPowershell, { domain }),
          fileName: () => 'install.ps1',
          context: powershellContext,
        },
        {
          ...registry,
          id: 'install-reg',
          template: 'outlook/install.reg',
          purpose: ({ words, account }) => filled(words.installRegistry, { path: sharedPath(account) }),
          fileName: () => 'install.reg',
        },
        {
          ...registry,
          id: 'remove-reg',
          template: 'outlook/remove.reg',
          purpose: ({ words }) => words.removeRegistry,
          fileName: () => 'remove.reg',
        },
      ]),
    ),
    planned(
      planMapiProfile,
      withServers<Chosen>([
        {
          id: 'prf',
          devices: ['windows'],
          template: 'outlook/account.prf',
          mediaType: 'text/plain; charset=us-ascii',
          audience: 'admin',
          support: mapiProfile,
          purpose: ({ words, account }) => filled(words.profile, { name: mapiProfileName(account) }),
          fileName: () => 'account.prf',
          context: mapiProfileContext,
        },
      ]),
    ),
    planned(planLocal, withServers<LocalPlan>([...intune, ...groupPolicy])),
    planned(planActiveSync, mobile),
    unplanned([mac]),
  ],
});
