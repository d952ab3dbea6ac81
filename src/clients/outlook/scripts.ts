import type { Account, IncomingServer } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import type { FormatInput } from '../client.ts';
import type { LocalPlan } from './autodiscover.ts';
import { consoleLines } from './console.ts';
import { folderOf, formerFolders, sharedPath } from './place.ts';
import type { OwnWords } from './words.ts';

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
 * The last two serve all accounts. The scripts note in a key of their own (`NOTES`) which of them were absent, 0 or set, and put them back when the last account of ours
 * goes; a .reg file cannot.
 */
export const SWITCHES = [
  { version: '15.0', key: 'AutoDiscover', name: 'PreferLocalXML' },
  { version: '16.0', key: 'AutoDiscover', name: 'PreferLocalXML' },
  { version: '16.0', key: 'Setup', name: 'DisableOffice365SimplifiedAccountCreation' },
] as const;

/**
 * Where the scripts note what was there before: below HKEY_CURRENT_USER, as the values are. A folder in %LOCALAPPDATA% does not roam, and cleaners empty it. The data are
 * `absent`, `zero` or `set`; the names are `<version>-<name>` for a value, and for a key that was made on the way its path.
 */
const NOTES = 'Software\\Facteur-Outlook';

/** Keys that may be made on the way, below HKEY_CURRENT_USER, the inner ones first. */
const KEYS = [
  'Software\\Microsoft\\Office\\15.0\\Outlook\\AutoDiscover',
  'Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover',
  'Software\\Microsoft\\Office\\16.0\\Outlook\\Setup',
  'Software\\Microsoft\\Office\\15.0\\Outlook',
  'Software\\Microsoft\\Office\\16.0\\Outlook',
  'Software\\Microsoft\\Office\\15.0',
  'Software\\Microsoft\\Office\\16.0',
  'Software\\Microsoft\\Office',
] as const;

/**
 * The policy “Prevent users from adding e-mail account types”, below Policies\…\Outlook\Options. (In Microsoft's table of policies for the new Outlook, and in public scripts
 * for Outlook 2010; no Outlook of ours has been asked.)
 */
const forbids = { imap: 'DisableIMAP', pop3: 'DisablePOP3' } as const satisfies Record<
  IncomingServer['protocol'],
  string
>;

/** For `install.cmd` and `remove.cmd`. Nothing of the person stands in them: a login with `%` or `&` would have no safe form there. */
export function commandContext({ account, plan, words }: FormatInput<LocalPlan, OwnWords>): Context {
  const { domain } = account;
  const paragraphs = (texts: readonly string[]) => texts.map(consoleLines);
  const { script, command } = words;
  const { bytes, mark } = plan.local();
  return {
    domain,
    mark,
    size: bytes.length,
    folder: folderOf(account),
    formerFolders: formerFolders(account),
    notes: NOTES,
    forbidden: forbids[plan.incoming.server.protocol],
    usage: paragraphs([command.usage]),
    missing: paragraphs([command.missing]),
    mismatch: paragraphs([command.mismatch({ domain })]),
    running: paragraphs([script.running]),
    conflict: paragraphs([script.conflict({ domain })]),
    policy: paragraphs([script.policy]),
    failed: paragraphs([script.failed]),
    installed: paragraphs([script.installed({ domain }), ...command.next, script.hazard({ domain })]),
    removed: paragraphs([script.removed]),
    shared: paragraphs([script.shared]),
    kept: paragraphs([script.kept]),
    absent: paragraphs([script.absent]),
    left: paragraphs([script.left]),
    leftover: paragraphs([script.leftover]),
  };
}

/**
 * For `install.ps1`. It holds the XML itself, line by line and readable: one file is what Intune and logon scripts take, and it cannot be separated
 * from its XML or meet another account's.
 */
export function powershellContext({ account, plan, words }: FormatInput<LocalPlan, OwnWords>) {
  const { domain } = account;
  const { script, powershell } = words;
  const xml = new TextDecoder().decode(plan.local().bytes);
  return {
    domain,
    folder: folderOf(account),
    formerFolders: formerFolders(account),
    notes: NOTES,
    switches: SWITCHES,
    keys: KEYS,
    forbidden: forbids[plan.incoming.server.protocol],
    xml: xml.trimEnd().split('\n'),
    texts: {
      system: powershell.system,
      running: script.running,
      conflict: script.conflict({ domain }),
      policy: script.policy,
      failed: script.failed,
      installed: `${script.installed({ domain })} ${powershell.next}`,
      hazard: script.hazard({ domain }),
      removed: script.removed,
      shared: script.shared,
      kept: script.kept,
      absent: script.absent,
      left: script.left,
      leftover: script.leftover,
    },
  };
}

/** For the scripts of Intune, which are those of `install.ps1` with words that fit there. A part of the context is for each of the four. */
export function intuneContext(input: FormatInput<LocalPlan, OwnWords>): Context {
  const { account, words } = input;
  const { script, intune } = words;
  const { texts, ...rest } = powershellContext(input);
  const installed = `${script.installed({ domain: account.domain })} ${intune.next}`;
  return { ...rest, texts: { ...texts, installed, missing: intune.missing, remaining: intune.remaining } };
}

/** For `install.reg` and `remove.reg`. */
export function registryContext({ account }: { readonly account: Account }): Context {
  return { domain: account.domain, path: sharedPath(account) };
}
