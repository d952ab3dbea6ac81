import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { ConfigFacts } from './config-facts.ts';
import { mailServers } from './config-servers.ts';
import { frames } from './frames.ts';
import { type ElementPlace, strangers } from './known-elements.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'unknown-element'
  | 'link-without-tls'
  | 'documentation-untitled'
  | 'oauth2-block-missing'
  | 'oauth2-block-unused';

const BLOCK =
  '<oAuth2><issuer>sso.example.org</issuer><scope>mail</scope><authURL>https://sso.example.org/a</authURL><tokenURL>https://sso.example.org/t</tokenURL></oAuth2>';
const METHODS = '<authentication>OAuth2</authentication><authentication>password-cleartext</authentication>';

/** Rules about what stands around the servers: links, texts for people, the block of OAuth 2.0. */
export const pageRules: ConfigRules<Names> = {
  'unknown-element': {
    severity: 'note',
    hurts: {},
    source: 'none of the readers that are known, and no version of the specification, has it at this place',
    bad: '<displayName>Example</displayName><displayShortName>Example</displayShortName><displayNameShort>Example</displayNameShort>',
    good: '<displayName>Example</displayName><displayShortName>Example</displayShortName>',
    frame: frames.names,
    *find({ config }) {
      for (const { element, place } of config === undefined ? [] : strangers(config.root))
        yield { at: element.at, field: element.name, name: element.name, place: placeName(place, element) };
    },
  },
  'link-without-tls': {
    severity: 'note',
    hurts: { person: 'not-trusted' },
    source: 'RFC 9110 §17.1: whoever is on the way can put another page in its place',
    bad: '<documentation url="http://example.org/help"><descr lang="en">Help</descr></documentation>',
    good: '<documentation url="https://example.org/help"><descr lang="en">Help</descr></documentation>',
    frame: frames.inProvider,
    *find(facts) {
      for (const { at, name, url } of links(facts)) if (/^http:/i.test(url)) yield { at, field: name, name };
    },
  },
  'documentation-untitled': {
    severity: 'note',
    hurts: { fairemail: 'looks-odd' },
    source: 'FairEmail, EmailProvider.java: the text is what it shows for the link',
    bad: '<documentation url="https://example.org/help"/>',
    good: '<documentation url="https://example.org/help"><descr lang="en">Help</descr></documentation>',
    frame: frames.inProvider,
    *find({ config }) {
      const [provider] = config?.providers ?? [];
      for (const element of provider === undefined ? [] : childrenNamed(provider, 'documentation'))
        if (childrenNamed(element, 'descr').every(({ text }) => text.trim() === ''))
          yield { at: element.at, field: 'documentation' };
    },
  },
  'oauth2-block-missing': {
    severity: 'note',
    hurts: { himalaya: 'no-sign-in' },
    source: 'draft-ietf-mailmaint-autoconfig-06; io-pim-discovery',
    bad: METHODS,
    good: '<authentication>password-cleartext</authentication>',
    frame: frames.inImap,
    *find(facts) {
      const first = usersOfOAuth2(facts)[0];
      if (first !== undefined && blockOf(facts) === undefined)
        yield { at: first.element.at, number: first.number, type: first.type };
    },
  },
  'oauth2-block-unused': {
    severity: 'note',
    hurts: { himalaya: 'in-vain' },
    source: 'draft-ietf-mailmaint-autoconfig-06; io-pim-discovery',
    bad: BLOCK,
    good: '',
    frame: frames.after,
    *find(facts) {
      const block = blockOf(facts);
      if (block !== undefined && usersOfOAuth2(facts).length === 0) yield { at: block.at, field: 'oAuth2' };
    },
  },
};

function usersOfOAuth2(facts: ConfigFacts) {
  return mailServers(facts).filter(({ methods }) => methods.includes('OAuth2'));
}

function blockOf({ config }: ConfigFacts): XmlElement | undefined {
  return config === undefined
    ? undefined
    : [config.root, ...config.providers].flatMap((at) => childrenNamed(at, 'oAuth2'))[0];
}

/** URLs that a person is led to, or that a web mailer is opened with. */
function links({ config }: ConfigFacts) {
  const found: { at: number; name: string; url: string }[] = [];
  const visit = ({ name, attributes, at, children }: XmlElement) => {
    const url = {
      documentation: 'url',
      instruction: 'url',
      enable: 'visiturl',
      loginPage: 'url',
      loginPageInfo: 'url',
    }[name];
    const value = url === undefined ? undefined : attributes[url];
    if (value !== undefined) found.push({ at, name, url: value.trim() });
    for (const child of children) visit(child);
  };
  if (config !== undefined) visit(config.root);
  return found;
}

function placeName(place: ElementPlace, element: XmlElement): string {
  return place === '' ? element.name : place;
}
