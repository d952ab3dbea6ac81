import { renderFiles } from '../../artifacts/render.ts';
import { defineClient, defineFormat, type Format, type TextFormat } from '../client.ts';
import { zip } from '../zip.ts';
import { autodiscoverContext, localXml, refusesXml } from './autodiscover.ts';
import { groupPolicy } from './group-policy.ts';
import { guides } from './guides.ts';
import { intune } from './intune.ts';
import { mac } from './mac.ts';
import { mobile } from './mobile.ts';
import { profileName, sharedPath } from './place.ts';
import { profileContext, refusesProfile } from './profile.ts';
import { commandContext, powershellContext, registryContext } from './scripts.ts';
import { refusesAuthentication } from './servers.ts';
import { localXmlByPowershell, localXml as onWindows, profileFile } from './support.ts';

/** What a server answers Outlook, by a request of its own. */
export const autodiscoverAnswer: TextFormat = defineFormat({
  id: 'autodiscover',
  devices: ['windows'],
  template: 'outlook/autodiscover.xml',
  mediaType: 'text/xml; charset=utf-8',
  audience: 'server',
  support: onWindows,
  purpose: ({ outlook }) => outlook.autodiscover,
  refuses: refusesAuthentication,
  fileName: () => 'autodiscover.xml',
  context: autodiscoverContext,
});

/** What a double-click needs, each beside the others: a person gets them as one download, and finds them in a bundle as they are. */
const packed: readonly Format[] = [
  defineFormat({
    id: 'install-cmd',
    devices: ['windows'],
    template: 'outlook/install.cmd',
    mediaType: 'application/x-bat; charset=ibm850',
    audience: 'user',
    companion: true,
    support: onWindows,
    purpose: ({ outlook }) => outlook.installCommand,
    refuses: refusesXml,
    fileName: () => 'install.cmd',
    context: commandContext,
  }),
  defineFormat({
    id: 'remove-cmd',
    devices: ['windows'],
    template: 'outlook/remove.cmd',
    mediaType: 'application/x-bat; charset=ibm850',
    audience: 'user',
    companion: true,
    support: onWindows,
    purpose: ({ outlook }) => outlook.removeCommand,
    refuses: refusesXml,
    fileName: () => 'remove.cmd',
    context: commandContext,
  }),
  defineFormat({
    id: 'autodiscover',
    devices: ['windows'],
    mediaType: 'text/xml; charset=utf-8',
    audience: 'user',
    companion: true,
    support: onWindows,
    purpose: ({ outlook }) => outlook.autodiscover,
    refuses: refusesAuthentication,
    files: (account) => [{ name: 'autodiscover.xml', bytes: localXml(account).bytes }],
  }),
];

/**
 * Outlook. Most files are for the classic one on Windows. Its wizards take the address for the login unless Autodiscover says otherwise, and the address's domain asks
 * no server of ours: so a file on the computer answers (`autodiscover.xml`), and registry values point to it. Outlook's own profiles in the registry
 * are never written: Microsoft supports that through MAPI only. On phones, Outlook takes files from device management only, and Exchange only.
 */
export const outlook = defineClient({
  id: 'outlook',
  title: 'Outlook',
  devices: ['windows', 'macos', 'android', 'ios'],
  guides,
  formats: [
    defineFormat({
      id: 'install-zip',
      devices: ['windows'],
      mediaType: 'application/zip',
      audience: 'user',
      support: onWindows,
      purpose: ({ outlook }, { domain }) => outlook.installPackage(domain),
      refuses: refusesXml,
      files: (account) => [
        { name: 'install.zip', bytes: zip(packed.flatMap((format) => renderFiles(format, account))) },
      ],
    }),
    ...packed,
    defineFormat({
      id: 'install-ps1',
      devices: ['windows'],
      template: 'outlook/install.ps1',
      mediaType: 'text/plain; charset=utf-8',
      audience: 'admin',
      support: localXmlByPowershell,
      purpose: ({ outlook }, { domain }) => outlook.installPowershell(domain),
      refuses: refusesAuthentication,
      fileName: () => 'install.ps1',
      context: powershellContext,
    }),
    defineFormat({
      id: 'install-reg',
      devices: ['windows'],
      template: 'outlook/install.reg',
      mediaType: 'text/x-ms-regedit; charset=utf-16',
      audience: 'admin',
      support: onWindows,
      purpose: ({ outlook }, account) => outlook.installRegistry(sharedPath(account)),
      refuses: refusesXml,
      fileName: () => 'install.reg',
      context: registryContext,
    }),
    defineFormat({
      id: 'remove-reg',
      devices: ['windows'],
      template: 'outlook/remove.reg',
      mediaType: 'text/x-ms-regedit; charset=utf-16',
      audience: 'admin',
      support: onWindows,
      purpose: ({ outlook }) => outlook.removeRegistry,
      refuses: refusesXml,
      fileName: () => 'remove.reg',
      context: registryContext,
    }),
    defineFormat({
      id: 'prf',
      devices: ['windows'],
      template: 'outlook/account.prf',
      mediaType: 'text/plain; charset=us-ascii',
      audience: 'admin',
      support: profileFile,
      purpose: ({ outlook }, account) => outlook.profile(profileName(account)),
      refuses: refusesProfile,
      fileName: () => 'account.prf',
      context: profileContext,
    }),
    ...intune,
    ...groupPolicy,
    ...mobile,
    mac,
  ],
});
