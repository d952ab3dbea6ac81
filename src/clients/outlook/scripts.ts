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
  const { script, command } = words;
  const { size, mark } = plan.local();
  const fixed = forConsole(words);
  return {
    domain,
    mark,
    size,
    folder: folderOf(account),
    formerFolders: formerFolders(account),
    notes: NOTES,
    forbidden: forbids[plan.incoming.server.protocol],
    mismatch: paragraphs(command.mismatch({ domain })),
    conflict: paragraphs(script.conflict({ domain })),
    installed: [consoleLines(script.installed({ domain })), ...fixed.next, consoleLines(script.hazard({ domain }))],
    usage: fixed.usage,
    missing: fixed.missing,
    running: fixed.running,
    policy: fixed.policy,
    failed: fixed.failed,
    removed: fixed.removed,
    shared: fixed.shared,
    kept: fixed.kept,
    absent: fixed.absent,
    left: fixed.left,
    leftover: fixed.leftover,
  };
}

type Words = FormatInput<LocalPlan, OwnWords>['words'];

/** What the console tells everybody: its lines are broken once for these words. */
function forConsole(words: Words): ReturnType<typeof breakLines> {
  const known = broken.get(words) ?? breakLines(words);
  broken.set(words, known);
  return known;
}

const broken = new WeakMap<Words, ReturnType<typeof breakLines>>();

function breakLines({ script, command }: Words) {
  return {
    usage: paragraphs(command.usage),
    missing: paragraphs(...command.missing),
    next: paragraphs(...command.next),
    running: paragraphs(script.running),
    policy: paragraphs(script.policy),
    failed: paragraphs(script.failed),
    removed: paragraphs(script.removed),
    shared: paragraphs(script.shared),
    kept: paragraphs(script.kept),
    absent: paragraphs(script.absent),
    left: paragraphs(script.left),
    leftover: paragraphs(script.leftover),
  };
}

function paragraphs(...texts: readonly string[]): readonly (readonly string[])[] {
  return texts.map(consoleLines);
}

/**
 * For `install.ps1`. It holds the XML itself, line by line and readable: one file is what Intune and logon scripts take, and it cannot be separated
 * from its XML or meet another account's.
 */
export function powershellContext({ account, plan, words }: FormatInput<LocalPlan, OwnWords>): Context {
  return { ...common(account, plan), texts: textsOf(account, words, words.powershell.next) };
}

/** For the scripts of Intune, which are those of `install.ps1` with words that fit there. A part of the context is for each of the four. */
export function intuneContext({ account, plan, words }: FormatInput<LocalPlan, OwnWords>): Context {
  const { next, missing, remaining } = words.intune;
  return { ...common(account, plan), texts: { missing, remaining, ...textsOf(account, words, next) } };
}

function common(account: Account, plan: LocalPlan) {
  return {
    domain: account.domain,
    folder: folderOf(account),
    formerFolders: formerFolders(account),
    notes: NOTES,
    switches: SWITCHES,
    keys: KEYS,
    forbidden: forbids[plan.incoming.server.protocol],
    xml: plan.local().lines,
  };
}

function textsOf({ domain }: Account, { script, powershell }: Words, next: string) {
  return {
    system: powershell.system,
    running: script.running,
    conflict: script.conflict({ domain }),
    policy: script.policy,
    failed: script.failed,
    installed: `${script.installed({ domain })} ${next}`,
    hazard: script.hazard({ domain }),
    removed: script.removed,
    shared: script.shared,
    kept: script.kept,
    absent: script.absent,
    left: script.left,
    leftover: script.leftover,
  };
}

/** For `install.reg` and `remove.reg`. */
export function registryContext({ account }: { readonly account: Account }): Context {
  return { domain: account.domain, path: sharedPath(account) };
}
