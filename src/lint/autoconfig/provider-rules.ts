import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { ConfigFacts } from './config-facts.ts';
import { hasPlaceholder, isHostName, isIpAddress } from './config-hosts.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'id-syntax'
  | 'id-not-a-domain'
  | 'id-foreign'
  | 'domain-missing'
  | 'domain-repeated'
  | 'name-missing'
  | 'name-too-long'
  | 'name-long';

/** What readers do with names: Thunderbird has the long one for the outgoing server, FairEmail and KMail have the short one for the account. */
const names = {
  displayName: { most: 60, advised: 30 },
  displayShortName: { most: 20, advised: 12 },
} as const;

/** Rules about the provider: its id, domains and names. */
export const providerRules: ConfigRules<Names> = {
  'id-syntax': {
    severity: 'error',
    hurts: { thunderbird: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<emailProvider>',
    good: '<emailProvider id="example.org">',
    frame: frames.provider,
    *find({ config }) {
      for (const { at, attributes } of config?.providers ?? [])
        if (!isHost((attributes.id ?? '').trim())) yield { at, field: 'id', value: attributes.id ?? '' };
    },
  },
  'id-not-a-domain': {
    severity: 'note',
    hurts: {},
    source: 'draft-ietf-mailmaint-autoconfig-06: the id is the main domain',
    bad: '<emailProvider id="Example.ORG">',
    good: '<emailProvider id="example.org">',
    frame: frames.provider,
    *find(facts) {
      const provider = providerOf(facts);
      const { id = '' } = provider?.attributes ?? {};
      if (isHost(id.trim()) && (!id.includes('.') || id !== id.toLowerCase()))
        yield { at: provider?.at, field: 'id', value: id };
    },
  },
  'id-foreign': {
    severity: 'note',
    hurts: {},
    source: 'draft-ietf-mailmaint-autoconfig-06: the id is one of the domains',
    bad: '<emailProvider id="example.net">',
    good: '<emailProvider id="example.org">',
    frame: frames.provider,
    *find(facts) {
      const provider = providerOf(facts);
      const { id = '' } = provider?.attributes ?? {};
      const domains = domainsOf(facts).map(({ text }) => text.trim().toLowerCase());
      // One that is no domain at all is for the rule above.
      if (isHost(id.trim()) && id.includes('.') && domains.length > 0 && !domains.includes(id.toLowerCase()))
        yield { at: provider?.at, field: 'id', value: id };
    },
  },
  'domain-missing': {
    severity: 'error',
    hurts: { thunderbird: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<domain>example org</domain>',
    good: '<domain>example.org</domain>',
    frame: frames.domains,
    *find(facts) {
      const provider = providerOf(facts);
      if (provider === undefined) return;
      const right = domainsOf(facts).some(({ text }) => isHost(text.trim()) || hasPlaceholder(text));
      if (!right) yield { at: domainsOf(facts)[0]?.at ?? provider.at, field: 'domain' };
    },
  },
  'domain-repeated': {
    severity: 'note',
    hurts: {},
    source: 'Thunderbird, readFromXML.sys.mjs: domains are a set',
    bad: '<domain>example.org</domain><domain>Example.org</domain>',
    good: '<domain>example.org</domain><domain>example.net</domain>',
    frame: frames.domains,
    *find(facts) {
      const seen = new Set<string>();
      for (const { at, text } of domainsOf(facts)) {
        const domain = text.trim().toLowerCase();
        if (seen.has(domain)) yield { at, field: 'domain', value: domain };
        seen.add(domain);
      }
    },
  },
  'name-missing': {
    severity: 'warning',
    hurts: { thunderbird: 'looks-odd', fairemail: 'looks-odd', kmail: 'looks-odd' },
    source:
      'Thunderbird, readFromXML.sys.mjs (the outgoing server is called “undefined”); FairEmail, EmailProvider.java; KMail, ispdbservice.cpp',
    bad: '<displayName>Example</displayName>',
    good: '<displayName>Example</displayName><displayShortName>Example</displayShortName>',
    frame: frames.names,
    *find(facts) {
      const provider = providerOf(facts);
      if (provider === undefined) return;
      for (const name of Object.keys(names))
        if (childrenNamed(provider, name).length === 0) yield { at: provider.at, field: name, name };
    },
  },
  'name-too-long': {
    severity: 'warning',
    hurts: { thunderbird: 'looks-odd', fairemail: 'looks-odd' },
    source: 'draft-ietf-mailmaint-autoconfig-06: 60 and 20 characters at most',
    bad: '<displayName>Example</displayName><displayShortName>Example Organisation of Mail</displayShortName>',
    good: '<displayName>Example Organisation of Mail</displayName><displayShortName>Example</displayShortName>',
    frame: frames.names,
    *find(facts) {
      for (const { at, name, length } of lengths(facts))
        if (length > names[name].most) yield { at, field: name, name, length, most: names[name].most };
    },
  },
  'name-long': {
    severity: 'note',
    hurts: {},
    source: 'draft-ietf-mailmaint-autoconfig-06: 30 and 12 characters are advised',
    bad: '<displayName>Example</displayName><displayShortName>Example Organ</displayShortName>',
    good: '<displayName>Example</displayName><displayShortName>Example</displayShortName>',
    frame: frames.names,
    *find(facts) {
      for (const { at, name, length } of lengths(facts)) {
        const { most, advised } = names[name];
        if (length > advised && length <= most) yield { at, field: name, name, length, advised };
      }
    },
  },
};

function isHost(text: string): boolean {
  return isHostName(text) || isIpAddress(text);
}

/** The one that most readers use. */
function providerOf({ config }: ConfigFacts): XmlElement | undefined {
  return config?.providers[0];
}

function domainsOf({ config }: ConfigFacts): readonly XmlElement[] {
  return config?.domains ?? [];
}

/** Names, by characters as people count them. */
function lengths(facts: ConfigFacts) {
  const children = providerOf(facts)?.children ?? [];
  return children.flatMap(({ name, text, at }) =>
    name === 'displayName' || name === 'displayShortName'
      ? [{ at, name, length: [...text.trim()].length } as const]
      : [],
  );
}
