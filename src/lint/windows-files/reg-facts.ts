import type { Content } from '../../read/content.ts';
import {
  type RegistryEntry,
  type RegistryFileText,
  type RegistryKey,
  readRegistryText,
} from '../../read/registry-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './reg-words.en.ts';

/** What the rules of registry files look at. */
export interface RegFacts {
  readonly content: Content;
  readonly file: RegistryFileText;
  /** The keys of Outlook. */
  readonly outlook: readonly OutlookKey[];
  /** Values that name the file of a domain. */
  readonly domains: readonly DomainValue[];
}

/** Some of the rules of registry files, with the texts that are theirs. */
export type RegRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<RegFacts, (typeof en)[N]> };

/** A key of Outlook, and which: for a version of Office, below `Software` or `Software\Policies`. */
const OUTLOOK = /^[^\\]+\\Software\\(?:Policies\\)?Microsoft\\Office\\([^\\]+)\\Outlook(?:\\(.*))?$/i;

/** The key of a profile of Outlook, or of all. */
export const PROFILE = /^.*?\\(?:Outlook|Windows Messaging Subsystem)\\Profiles(?:\\[^\\]*|$)/i;

export interface OutlookKey extends RegistryKey {
  readonly version: string;
  /** Below `Outlook`, in lower case: `autodiscover`. */
  readonly below: string;
}

/** A value that names the file of a domain, with its key. */
export interface DomainValue extends RegistryEntry {
  readonly key: OutlookKey;
}

/** Worked out once, for all rules look at it. */
export function regFacts(content: Content): RegFacts {
  const file = readRegistryText(content);
  const outlook = file.keys.flatMap((key): OutlookKey[] => {
    const [, version, below = ''] = OUTLOOK.exec(key.path) ?? [];
    return version === undefined ? [] : [{ ...key, version, below: below.toLowerCase() }];
  });
  return { content, file, outlook, domains: outlook.flatMap(domainsIn) };
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

function domainsIn(key: OutlookKey): DomainValue[] {
  if (key.below !== 'autodiscover') return [];
  return key.entries
    .filter(({ name, kind }) => name !== '' && !KNOWN.has(name.toLowerCase()) && kind !== 'dword')
    .map((entry) => ({ ...entry, key }));
}

export function entryOf({ entries }: RegistryKey, name: string): RegistryEntry | undefined {
  return entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
}
