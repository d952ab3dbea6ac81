import type { Content } from '../../read/content.ts';
import type { RegistryEntry, RegistryFileText, RegistryKey } from '../../read/registry-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './reg-words.en.ts';

/** What the rules of registry files look at. */
export interface RegFacts {
  readonly content: Content;
  readonly file: RegistryFileText;
}

/** Some of the rules of registry files, with the texts that are theirs. */
export type RegRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<RegFacts, (typeof en)[N]> };

/** A key of Outlook, and which: for a version of Office, below `Software` or `Software\Policies`. */
const OUTLOOK = /^[^\\]+\\Software\\(?:Policies\\)?Microsoft\\Office\\([^\\]+)\\Outlook(?:\\(.*))?$/i;

export interface OutlookKey extends RegistryKey {
  readonly version: string;
  /** Below `Outlook`, in lower case: `autodiscover`. */
  readonly below: string;
}

/** The keys of Outlook. */
export function* outlookKeys({ file }: RegFacts): Generator<OutlookKey> {
  for (const key of file.keys) {
    const [, version, below = ''] = OUTLOOK.exec(key.path) ?? [];
    if (version !== undefined) yield { ...key, version, below: below.toLowerCase() };
  }
}

/** Values of the key for Autodiscover that Outlook knows (Microsoft, “Unexpected Autodiscover behavior”), in lower case. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    'PreferLocalXML',
    'ExcludeLastKnownGoodURL',
    'ExcludeExplicitO365Endpoint',
    'EnableOffice365ConfigService',
    'ExcludeScpLookup',
    'ExcludeHttpsRootDomain',
    'ExcludeHttpsAutoDiscoverDomain',
    'ExcludeHttpRedirect',
    'ExcludeSrvRecord',
    'ExcludeSrvLookup',
    'PreferProvidedEmailInAutoDiscoverAuthPrompts',
    'ZeroConfigExchange',
    'ZeroConfigExchangeOnce',
    'ShowLegacySharepoint',
  ].map((name) => name.toLowerCase()),
);

/** Values that name the file of a domain, each with its key. */
export function* domainValues(facts: RegFacts): Generator<RegistryEntry & { readonly key: OutlookKey }> {
  for (const key of outlookKeys(facts)) {
    if (key.below !== 'autodiscover') continue;
    for (const entry of key.entries)
      if (entry.name !== '' && !KNOWN.has(entry.name.toLowerCase()) && entry.kind !== 'dword') yield { ...entry, key };
  }
}

export function entryOf({ entries }: RegistryKey, name: string): RegistryEntry | undefined {
  return entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
}
