import type { Account } from '../../account.ts';
import type { Catalogue } from '../../i18n/index.ts';
import { renderTemplate } from '../../render/render.ts';
import type { Context } from '../client.ts';
import { autodiscoverContext } from './autodiscover.ts';
import { consoleLines } from './console.ts';
import { folderOf, sharedPath } from './place.ts';

/**
 * What `install` and `remove` set and take back in HKEY_CURRENT_USER\Software\Microsoft\Office\<version>\Outlook, in every notation:
 *
 * - `AutoDiscover\<domain of the address>` (REG_SZ): the path of the local XML. Exactly our own path is set, replaced or taken back; another one is
 *   the company's, or belongs to another account of the domain, and stops the scripts.
 * - `AutoDiscover\PreferLocalXML` = 1: the local file is asked before the network, and before Microsoft 365, so that
 *   `ExcludeExplicitO365Endpoint` is not needed; that one would also hide the person's Exchange Online mailboxes from Outlook.
 * - `Setup\DisableOffice365SimplifiedAccountCreation` = 1, version 16.0 only: the classic wizard, the one that reads the login.
 *
 * `install.cmd` and `remove.cmd` name the values themselves: a batch file can take no value from us where no quotes stand around it.
 *
 * The last two serve all accounts. The scripts write into a folder of their own (`outlook-before`) which of them were absent, or 0, and put
 * them back when the last account of ours goes; a .reg file cannot.
 */
export const SWITCHES = [
  { version: '15.0', key: 'AutoDiscover', name: 'PreferLocalXML' },
  { version: '16.0', key: 'AutoDiscover', name: 'PreferLocalXML' },
  { version: '16.0', key: 'Setup', name: 'DisableOffice365SimplifiedAccountCreation' },
] as const;

/** For `install.cmd` and `remove.cmd`. Of the person no more than an address of plain letters stands in them: a login with `%` or `&` would have no safe form there. */
export function commandContext(account: Account, { outlook }: Catalogue): Context {
  const { domain } = account;
  const paragraphs = (texts: readonly string[]) => texts.map(consoleLines);
  const { script, command } = outlook;
  return {
    domain,
    owner: ownerOf(account),
    folder: folderOf(account),
    usage: paragraphs([command.usage]),
    missing: paragraphs([command.missing]),
    mismatch: paragraphs([command.mismatch(domain)]),
    running: paragraphs([script.running]),
    conflict: paragraphs([script.conflict(domain)]),
    failed: paragraphs([script.failed]),
    installed: paragraphs([script.installed(domain), ...command.next, script.hazard(domain)]),
    removed: paragraphs([script.removed]),
    absent: paragraphs([script.absent]),
    leftover: paragraphs([script.leftover]),
  };
}

/** How `install.cmd` knows the `autodiscover.xml` beside it for its own: by the address, or where that has a sign that cmd or XML reads in its own way by the domain. */
function ownerOf({ address, domain }: Account): string {
  return /^[\w.+=@-]+$/.test(address) ? address : `@${domain}`;
}

/**
 * For `install.ps1`. It holds the XML itself, line by line and readable: one file is what Intune and logon scripts take, and it cannot be separated
 * from its XML or meet another account's.
 */
export function powershellContext(account: Account, { outlook }: Catalogue) {
  const { domain } = account;
  const { script, powershell } = outlook;
  const xml = new TextDecoder().decode(renderTemplate('outlook/autodiscover.xml', autodiscoverContext(account)));
  return {
    domain,
    folder: folderOf(account),
    switches: SWITCHES,
    xml: xml.trimEnd().split('\n'),
    texts: {
      system: powershell.system,
      running: script.running,
      conflict: script.conflict(domain),
      failed: script.failed,
      installed: `${script.installed(domain)} ${powershell.next}`,
      hazard: script.hazard(domain),
      removed: script.removed,
      absent: script.absent,
      leftover: script.leftover,
    },
  };
}

/** For the scripts of Intune, which are those of `install.ps1` with words that fit there. A part of the context is for each of the four. */
export function intuneContext(account: Account, catalogue: Catalogue): Context {
  const { script, intune } = catalogue.outlook;
  const { texts, ...rest } = powershellContext(account, catalogue);
  const installed = `${script.installed(account.domain)} ${intune.next}`;
  return { ...rest, texts: { ...texts, installed, missing: intune.missing, remaining: intune.remaining } };
}

/** For `install.reg` and `remove.reg`. */
export function registryContext(account: Account): Context {
  return { domain: account.domain, path: sharedPath(account) };
}
