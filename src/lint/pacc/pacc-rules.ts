import type { Content } from '../../read/content.ts';
import { type JsonDocument, type JsonFault, readJsonTree } from '../../read/json-tree.ts';
import { memberAt, type PaccFile, paccOf } from '../../read/pacc-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import { paccFrames as frames, goodPacc } from './pacc-frames.ts';
import type { en } from './words.en.ts';

/** What the rules of a PACC document look at. */
export interface PaccFacts {
  readonly content: Content;
  readonly json: JsonDocument | JsonFault;
  /** `undefined`: it cannot be read, and one rule says why. */
  readonly pacc: PaccFile | undefined;
}

export function paccFacts(content: Content): PaccFacts {
  const json = readJsonTree(content.text ?? '');
  return { content, json, pacc: json.kind === 'document' ? paccOf(json.root) : undefined };
}

const DRAFT = 'draft-ietf-mailmaint-pacc-03';
const BY_HOST: ReadonlySet<string> = new Set(['imap', 'pop3', 'submit', 'smtp', 'managesieve']);
const BY_URL: ReadonlySet<string> = new Set(['jmap', 'caldav', 'carddav', 'webdav']);

/** Rules about a document of PACC that the document alone shows. */
export const paccRules: { readonly [N in keyof typeof en]: RuleOf<PaccFacts, (typeof en)[N]> } = {
  'not-well-formed': {
    severity: 'error',
    hurts: { pacc: 'refuses-file' },
    source: 'RFC 8259',
    bad: '{"protocols":{"imap":{"host":"imap.example.org"},}}',
    good: goodPacc,
    frame: frames.whole,
    *find({ json }) {
      if (json.kind === 'fault' && json.what !== 'duplicate') yield { at: json.at, detail: json.detail };
    },
  },
  'member-repeated': {
    severity: 'error',
    hurts: { pacc: 'misreads' },
    source: 'RFC 8259 §4: what a reader makes of it is unpredictable',
    bad: '{"protocols":{"imap":{"host":"a.example.org"},"imap":{"host":"b.example.org"}}}',
    good: goodPacc,
    frame: frames.whole,
    *find({ json }) {
      if (json.kind === 'fault' && json.what === 'duplicate')
        yield { at: json.at, field: json.detail, name: json.detail };
    },
  },
  'byte-order-mark': {
    severity: 'warning',
    hurts: {},
    source: 'RFC 8259 §8.1: none is written; the digest in the DNS counts it',
    bad: `\ufeff${goodPacc}`,
    good: goodPacc,
    frame: frames.whole,
    *find({ content }) {
      if (content.marked) yield { at: 0 };
    },
  },
  'protocols-missing': {
    severity: 'error',
    hurts: { pacc: 'refuses-file' },
    source: `${DRAFT} §4.1`,
    bad: '"protocols":{}',
    good: '"protocols":{"imap":{"host":"imap.example.org"}}',
    frame: frames.protocols,
    *find({ pacc }) {
      if (pacc !== undefined && pacc.protocols.length === 0)
        yield { at: memberAt(pacc.root, 'protocols')?.at ?? pacc.root.at };
    },
  },
  host: {
    severity: 'error',
    hurts: { pacc: 'no-connection' },
    source: `${DRAFT} §4.1: a host name, at the usual port, with TLS from the start`,
    bad: '"imap":{"host":"imap.example.org:143"}',
    good: '"imap":{"host":"imap.example.org"}',
    frame: frames.protocol,
    *find({ pacc }) {
      for (const { name, at, node, host } of pacc?.protocols ?? []) {
        if (!BY_HOST.has(name)) continue;
        const value = typeof host?.value === 'string' ? host.value : '';
        const port = node.entries.get('port');
        if (!HOST.test(value) || port !== undefined)
          yield {
            at: port?.at ?? host?.at ?? at,
            field: `protocols.${name}`,
            name,
            value: value.slice(0, 80),
            port: port !== undefined,
          };
      }
    },
  },
  url: {
    severity: 'error',
    hurts: { pacc: 'no-connection' },
    source: `${DRAFT} §4.1: https at its own port, and for calendars and contacts a path`,
    bad: '"caldav":{"url":"https://dav.example.org"}',
    good: '"caldav":{"url":"https://dav.example.org/cal/"}',
    frame: frames.protocol,
    *find({ pacc }) {
      for (const { name, at, url } of pacc?.protocols ?? []) {
        if (!BY_URL.has(name)) continue;
        const given = typeof url?.value === 'string' ? url.value : '';
        const parsed = URL.canParse(given) ? new URL(given) : undefined;
        const right =
          parsed?.protocol === 'https:' &&
          // What a parser drops, as :443 is, stands in the text.
          !/^https:\/\/[^/?#]*[:@]/i.test(given) &&
          (parsed.pathname !== '/' || name === 'jmap');
        // A password in it is not shown.
        if (!right) yield { at: url?.at ?? at, field: `protocols.${name}.url`, name };
      }
    },
  },
  'submit-key': {
    severity: 'warning',
    hurts: { pacc: 'sets-up-less' },
    source: 'draft-ietf-mailmaint-pacc-02 calls it smtp, -03 submit; readers of both are about',
    bad: '"imap":{"host":"imap.example.org"},"smtp":{"host":"smtp.example.org"}',
    good: '"imap":{"host":"imap.example.org"},"submit":{"host":"smtp.example.org"},"smtp":{"host":"smtp.example.org"}',
    frame: frames.protocol,
    *find({ pacc }) {
      const names = new Map((pacc?.protocols ?? []).map((each) => [each.name, each]));
      const smtp = names.get('smtp');
      if (smtp !== undefined && !names.has('submit')) yield { at: smtp.at, field: 'protocols.smtp' };
    },
  },
  'submit-alone': {
    severity: 'note',
    hurts: {},
    source: 'draft-ietf-mailmaint-pacc-02 calls it smtp, -03 submit',
    bad: '"imap":{"host":"imap.example.org"},"submit":{"host":"smtp.example.org"}',
    good: '"imap":{"host":"imap.example.org"},"submit":{"host":"smtp.example.org"},"smtp":{"host":"smtp.example.org"}',
    frame: frames.protocol,
    *find({ pacc }) {
      const names = new Map((pacc?.protocols ?? []).map((each) => [each.name, each]));
      const submit = names.get('submit');
      if (submit !== undefined && !names.has('smtp')) yield { at: submit.at, field: 'protocols.submit' };
    },
  },
  'login-unsaid': {
    severity: 'warning',
    hurts: { pacc: 'ignores' },
    source: `${DRAFT} has no member for it: who reads it signs in with the address`,
    bad: '"imap":{"host":"imap.example.org","username":"ada@login.example"}',
    good: '"imap":{"host":"imap.example.org"}',
    frame: frames.protocol,
    *find({ pacc }) {
      for (const { name, node } of pacc?.protocols ?? [])
        for (const key of ['username', 'user', 'login'])
          if (node.entries.has(key)) yield { at: node.entries.get(key)?.at, field: `protocols.${name}.${key}`, key };
    },
  },
  'unknown-protocol': {
    severity: 'note',
    hurts: {},
    source: `${DRAFT} §4.1`,
    bad: '"imaps":{"host":"imap.example.org"}',
    good: '"imap":{"host":"imap.example.org"}',
    frame: frames.protocol,
    *find({ pacc }) {
      for (const { name, at } of pacc?.protocols ?? [])
        if (!BY_HOST.has(name) && !BY_URL.has(name))
          yield { at, field: `protocols.${name.slice(0, 60)}`, name: name.slice(0, 60) };
    },
  },
  name: {
    severity: 'error',
    hurts: { pacc: 'refuses-file' },
    source: `${DRAFT} §4.1: info.provider.name, of 60 characters at most, shortName of 20`,
    bad: '"info":{"provider":{"shortName":"Example"}}',
    good: '"info":{"provider":{"name":"Example","shortName":"Example"}}',
    frame: frames.info,
    *find({ pacc }) {
      if (pacc === undefined) return;
      for (const [key, most, needed] of [
        ['name', 60, true],
        ['shortName', 20, false],
      ] as const) {
        const node = memberAt(pacc.root, 'info', 'provider', key);
        if (node === undefined && !needed) continue;
        const length = typeof node?.value === 'string' ? [...node.value].length : 0;
        if (length === 0 || length > most)
          yield { at: node?.at ?? pacc.root.at, field: `info.provider.${key}`, key, most, length };
      }
    },
  },
  authentication: {
    severity: 'error',
    hurts: { pacc: 'no-sign-in' },
    source: `${DRAFT} §4.1: authentication.password is true or false, an issuer an https URL`,
    bad: '"authentication":{"password":"yes"}',
    good: '"authentication":{"password":true}',
    frame: frames.authentication,
    *find({ pacc }) {
      const node = pacc && memberAt(pacc.root, 'authentication');
      if (node === undefined) return;
      const password = node.entries.get('password');
      if (typeof password?.node.value !== 'boolean')
        yield { at: password?.at ?? node.at, field: 'authentication.password' };
    },
  },
  issuer: {
    severity: 'error',
    hurts: { pacc: 'no-sign-in' },
    source: 'RFC 8414 §2: https, without query and fragment',
    bad: '"authentication":{"password":true,"oauth-public":{"issuer":"http://id.example.org"}}',
    good: '"authentication":{"password":true,"oauth-public":{"issuer":"https://id.example.org"}}',
    frame: frames.authentication,
    *find({ pacc }) {
      const open = pacc && memberAt(pacc.root, 'authentication', 'oauth-public');
      const issuer = open?.entries.get('issuer');
      if (open !== undefined && !/^https:\/\/[^/?#@\s]+[^?#\s]*$/.test(String(issuer?.node.value ?? '')))
        yield { at: issuer?.at ?? open.at, field: 'authentication.oauth-public.issuer' };
    },
  },
};

/** Letters, digits and hyphens, with a dot. */
const HOST = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,62}\.)+[a-z\d-]{1,62}[a-z\d]$/i;
