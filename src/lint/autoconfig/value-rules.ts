import { childOf } from '../../read/client-config-file.ts';
import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { Hurts } from '../parties.ts';
import { inServer, serverValues, valueElements, valueShown } from './config-servers.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'attribute-on-value'
  | 'attribute-on-server'
  | 'element-in-value'
  | 'white-space'
  | 'empty-value'
  | 'comment-in-value'
  | 'repeated-value'
  | 'password';

/** Rules about how a value is written, whatever it says. */
export const valueRules: ConfigRules<Names> = {
  'attribute-on-value': {
    severity: 'error',
    hurts: { thunderbird: 'misreads' },
    source: 'Thunderbird, JXON.sys.mjs: the value becomes the text “[object Object]”',
    bad: '<domain purpose="mx">example.org</domain><domain>example.net</domain>',
    good: '<domain>example.org</domain><domain>example.net</domain>',
    frame: frames.domains,
    *find(facts) {
      for (const each of valueElements(facts))
        for (const attribute in each.element.attributes) {
          yield { ...valueShown(each), attribute };
          break;
        }
    },
  },
  'attribute-on-server': {
    severity: 'error',
    hurts: { evolution: 'refuses-file' },
    source: 'Evolution, e-mail-autoconfig.c: g_markup_collect_attributes() wants type and nothing else',
    bad: frames.servers.imap.replace('type="imap"', 'type="imap" name="main"'),
    good: frames.servers.imap,
    frame: frames.incoming,
    *find({ config }) {
      for (const server of config?.servers ?? []) {
        const attribute = Object.keys(server.element.attributes).find((name) => name !== 'type');
        if (attribute !== undefined) yield { ...inServer(server, attribute, server.element), attribute };
      }
    },
  },
  'element-in-value': {
    severity: 'error',
    hurts: { thunderbird: 'misreads', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, JXON.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<username><b>%EMAILADDRESS%</b></username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const each of valueElements(facts)) {
        const [child] = each.element.children;
        if (child !== undefined) yield { ...valueShown(each), ...effectsOf(nested, each.element), child: child.name };
      }
    },
  },
  'white-space': {
    severity: 'error',
    hurts: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-file', evolution: 'misreads' },
    source:
      'Thunderbird, readFromXML.sys.mjs (“ SSL ” is no socketType; a login keeps its spaces); Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<socketType> SSL </socketType>',
    good: '<socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const each of valueElements(facts)) {
        const { text } = each.element;
        const value = text.trim();
        if (value !== '' && value !== text) yield { ...valueShown(each), ...effectsOf(spaced, each.element), value };
      }
    },
  },
  'empty-value': {
    severity: 'error',
    hurts: { thunderbird: 'misreads', 'thunderbird-android': 'refuses-file' },
    source:
      'Thunderbird, JXON.sys.mjs: an empty element is the text “true”; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<username/>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const each of valueElements(facts))
        if (each.element.text.trim() === '' && each.element.children.length === 0)
          yield { ...valueShown(each), ...effectsOf(emptied, each.element) };
    },
  },
  'comment-in-value': {
    severity: 'error',
    hurts: { evolution: 'misreads' },
    source:
      'Evolution, e-mail-autoconfig.c: GMarkup gives the text on both sides of a comment apart, and the last piece counts; what is in a CDATA section it does not give (both Thunderbirds join all)',
    bad: '<port>993<!-- tls --></port>',
    good: '<!-- tls --><port>993</port>',
    frame: frames.inImap,
    *find(facts) {
      for (const each of valueElements(facts)) {
        const { runs, children } = each.element;
        // What cuts the text and is no child.
        if (runs.length - 1 - children.length > 0) yield valueShown(each);
      }
    },
  },
  'repeated-value': {
    severity: 'warning',
    hurts: { thunderbird: 'ignores', 'thunderbird-android': 'misreads', evolution: 'misreads' },
    source:
      'Thunderbird, readFromXML.sys.mjs (takes the first); Thunderbird for Android, RealAutoconfigParser.kt, and Evolution, e-mail-autoconfig.c (the last)',
    bad: '<port>993</port><port>143</port>',
    good: '<port>993</port>',
    frame: frames.inImap,
    *find({ config }) {
      for (const server of config?.servers ?? []) {
        // Most have each child once.
        if (server.children.size === server.element.children.length) continue;
        for (const name of serverValues) {
          const [, second] = childrenNamed(server.element, name);
          if (second !== undefined) yield { ...inServer(server, name, second), name };
        }
      }
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'Thunderbird, readFromXML.sys.mjs: it is taken and kept; whoever gets the file has it',
    bad: '<password>Example</password>',
    good: '<!-- without -->',
    frame: frames.inImap,
    *find({ config }) {
      for (const server of config?.servers ?? []) {
        const password = childOf(server, 'password');
        if (password !== undefined) yield inServer(server, 'password', password);
      }
    },
  },
};

/** What comes of it, by the element: of the rule where it is not here. */
type Effects = Readonly<Record<string, Hurts>>;

function effectsOf(effects: Effects, { name }: XmlElement): { readonly hurts?: Hurts } {
  const hurts = effects[name];
  return hurts === undefined ? {} : { hurts };
}

const WRONG_LOGIN: Hurts = {
  thunderbird: 'wrong-login',
  'thunderbird-android': 'wrong-login',
  evolution: 'wrong-login',
};

/** All trim a domain and an id; Thunderbird a host and a port too. */
const spaced: Effects = {
  hostname: { 'thunderbird-android': 'refuses-file', evolution: 'no-connection' },
  port: { 'thunderbird-android': 'refuses-file' },
  username: WRONG_LOGIN,
  authentication: { thunderbird: 'ignores', 'thunderbird-android': 'ignores', evolution: 'ignores' },
  domain: {},
  displayName: {},
  displayShortName: {},
};

/** The text “true”, as a host and a name too. */
const emptied: Effects = {
  hostname: { thunderbird: 'wrong-server', 'thunderbird-android': 'refuses-file', evolution: 'no-connection' },
  port: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-file', evolution: 'no-connection' },
  socketType: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-file', evolution: 'clear-text' },
  username: WRONG_LOGIN,
  authentication: { thunderbird: 'ignores', 'thunderbird-android': 'ignores', evolution: 'ignores' },
  displayName: { thunderbird: 'looks-odd' },
  displayShortName: { fairemail: 'looks-odd' },
};

/** Thunderbird for Android reads no names. */
const nested: Effects = {
  displayName: { thunderbird: 'looks-odd' },
  displayShortName: {},
};
