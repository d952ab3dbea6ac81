import type { QrRules } from './qr-facts.ts';
import { qrFrames as frames } from './qr-frames.ts';

const REFUSED = { 'thunderbird-android': 'refuses-file' } as const;
const READER = 'Thunderbird for Android, QrCodePayloadAdapter.kt; seen when its code was run';

/** More than this in one code is hard to read for cameras (QRExport.sys.mjs warns). */
const MOST = { characters: 800, accounts: 3 } as const;

/** What stands there, as JSON has it. */
const expected = { missing: '', number: '993', text: '"…"', list: '[…]' } as const;

/** Rules about the code as a whole. */
export const qrCodeRules: QrRules<
  | 'no-code'
  | 'no-account'
  | 'json'
  | 'null'
  | 'structure'
  | 'version'
  | 'sequence'
  | 'too-long'
  | 'several-outgoing'
  | 'not-ascii'
> = {
  'no-code': {
    severity: 'error',
    hurts: REFUSED,
    source: 'ISO/IEC 18004',
    bad: 'a blank picture',
    good: frames.sample,
    frame: frames.picture,
    *find({ picture }) {
      if (picture?.kind === 'none') yield {};
    },
  },
  'no-account': {
    severity: 'error',
    hurts: REFUSED,
    source: READER,
    bad: 'https://example.org/',
    good: frames.sample,
    frame: frames.picture,
    *find({ picture, text }) {
      if (picture?.kind === 'text' && !text.trimStart().startsWith('[')) yield {};
    },
  },
  json: {
    severity: 'error',
    hurts: REFUSED,
    source: `RFC 8259; ${READER}`,
    bad: "[1,[1,1],[0,'imap.example.org',993,3,1,'ada'],[]]",
    good: frames.sample,
    frame: frames.whole,
    *find({ json, content }) {
      if (json?.kind === 'fault') yield { at: json.at, detail: json.detail };
      else if (content.marked) yield { at: 0, detail: 'U+FEFF' };
    },
  },
  null: {
    severity: 'error',
    hurts: REFUSED,
    source: READER,
    bad: '[0,"imap.example.org",993,3,1,"ada@login.example",null]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ payload }) {
      for (const { what, at, path } of payload?.faults ?? []) if (what === 'null') yield { at, field: path, path };
    },
  },
  structure: {
    severity: 'error',
    hurts: REFUSED,
    source: READER,
    bad: '[0,"imap.example.org",993,3,1]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ payload }) {
      for (const { what, at, path } of payload?.faults ?? [])
        if (what !== 'null') yield { at, field: path, path, what: expected[what] };
    },
  },
  version: {
    severity: 'error',
    hurts: REFUSED,
    source: READER,
    bad: '2,[1,1]',
    good: '1,[1,1]',
    frame: frames.head,
    *find({ payload }) {
      const { version } = payload ?? {};
      if (version !== undefined && version.value !== 1)
        yield { at: version.at, field: version.path, value: version.value };
    },
  },
  sequence: {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'asks' },
    source: 'Thunderbird for Android, QrCodeScannerViewModel.kt',
    bad: '1,[3,2]',
    good: '1,[1,1]',
    frame: frames.head,
    *find({ payload }) {
      const { sequence } = payload ?? {};
      if (sequence === undefined) return;
      const { part, count, at } = sequence;
      if (part < 1 || part > count) yield { at, field: '$[1]', part, count };
    },
  },
  'too-long': {
    severity: 'warning',
    hurts: { person: 'in-vain' },
    source: 'Thunderbird, QRExport.sys.mjs: three accounts a code, and a warning above 800 characters',
    bad: '5 accounts',
    good: '1 account',
    frame: frames.accounts,
    *find({ payload, text }) {
      const accounts = payload?.accounts.length ?? 0;
      if (accounts > MOST.accounts || (accounts > 0 && text.length > MOST.characters))
        yield { count: accounts, length: text.length, most: MOST.accounts, characters: MOST.characters };
    },
  },
  'several-outgoing': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'ignores' },
    source: 'Thunderbird for Android, QrCodePayloadMapper.kt; seen when its code was run',
    bad: '[[[0,"smtp.example.org",465,3,1,"ada"],["ada@example.org","Ada"]],[[0,"b.example.org",465,3,1,"ada"],["b@example.org","Ada"]]]',
    good: '[[[0,"smtp.example.org",465,3,1,"ada"],["ada@example.org","Ada"]]]',
    frame: frames.groups,
    *find({ payload }) {
      for (const { secondGroupAt, number } of payload?.accounts ?? [])
        if (secondGroupAt !== undefined) yield { at: secondGroupAt, number };
    },
  },
  'not-ascii': {
    severity: 'note',
    hurts: {},
    source:
      'ISO/IEC 18004: a code does not say in which encoding it is; the app takes UTF-8, zbar 0.23 reads “Prénom” as “Pr矇nom”',
    bad: '["ada@example.org","Prénom"]',
    good: '["ada@example.org","Pr\\u00e9nom"]',
    frame: frames.identity,
    *find({ text, payload }) {
      const at = payload === undefined ? -1 : text.search(/[^\0-\x7f]/);
      if (at >= 0) yield { at };
    },
  },
};
