import { joined, part, type Translations } from '../words/words.ts';
import { en as answerEn } from './answer-rule-words.en.ts';
import { fr as answerFr } from './answer-rule-words.fr.ts';
import { type CheckRule, defineChecks, type RuleBasis } from './check-rule.ts';
import { en } from './rule-words.en.ts';
import { fr } from './rule-words.fr.ts';

const placeWords: Translations<typeof en> = { en, fr };
const answerWords: Translations<typeof answerEn> = { en: answerEn, fr: answerFr };
const words = joined(placeWords, answerWords);

const RFC8314 = 'RFC 8314 §3 and §4';
const SRV = 'RFC 6186, RFC 2782';
/** Wen et al., “Automatic Insecurity”, NDSS 2025. */
const NDSS = 'Wen et al., Automatic Insecurity (NDSS 2025)';
const ALL_SRV = {
  evolution: 'no-connection',
  fairemail: 'no-connection',
  aerc: 'no-connection',
  'claws-mail': 'no-connection',
  himalaya: 'no-connection',
} as const;

export const dnsRules = defineChecks('dns', part(words, 'dns'), {
  'no-answer': { severity: 'error', hurts: { person: 'no-connection' }, source: 'RFC 1034 §4' },
  'name-missing': {
    severity: 'warning',
    hurts: { thunderbird: 'in-vain', outlook: 'in-vain', pacc: 'in-vain' },
    source: 'draft-ietf-mailmaint-autoconfig-06; MS-OXDISCO 3.1.5.3; draft-ietf-mailmaint-pacc-03',
  },
  'wrong-target': { severity: 'error', hurts: { thunderbird: 'wrong-server', outlook: 'wrong-server' }, source: NDSS },
  'autodiscover-foreign': {
    severity: 'warning',
    hurts: { outlook: 'wrong-server', 'outlook-new': 'wrong-server' },
    source: NDSS,
  },
  'private-address': { severity: 'error', hurts: { person: 'no-connection' }, source: 'RFC 6890' },
  'no-address': { severity: 'error', hurts: { person: 'no-connection' }, source: 'RFC 1034 § 3.6' },
  'srv-missing': { severity: 'warning', hurts: { 'claws-mail': 'in-vain', aerc: 'in-vain' }, source: SRV },
  'srv-denied': { severity: 'error', hurts: ALL_SRV, source: SRV },
  'srv-stale': {
    severity: 'error',
    hurts: { evolution: 'wrong-server', fairemail: 'wrong-server', aerc: 'wrong-server', 'claws-mail': 'wrong-server' },
    source: NDSS,
  },
  'srv-swapped': { severity: 'error', hurts: ALL_SRV, source: SRV },
  'srv-port': { severity: 'error', hurts: ALL_SRV, source: SRV },
  'srv-login': {
    severity: 'error',
    hurts: { evolution: 'wrong-login', fairemail: 'wrong-login', aerc: 'wrong-login', 'claws-mail': 'wrong-login' },
    source: 'RFC 6186 §4 (no place for a login); Evolution offers what SRV records name where no file is whole',
  },
  'srv-priority': { severity: 'warning', hurts: { evolution: 'wrong-server' }, source: 'RFC 8314 §5.1' },
  'srv-target': { severity: 'error', hurts: ALL_SRV, source: 'RFC 2782' },
  'txt-differs': { severity: 'warning', hurts: { evolution: 'in-vain' }, source: 'RFC 6764 §4' },
  'mx-leftover': {
    severity: 'warning',
    hurts: { thunderbird: 'wrong-server', 'thunderbird-android': 'asks', fairemail: 'wrong-server' },
    source: 'Thunderbird, FindConfig.sys.mjs: by way of the MX record where nothing else answers',
  },
});

const ALL_TLS = { thunderbird: 'no-connection', outlook: 'asks', apple: 'asks', evolution: 'asks' } as const;

export const tlsRules = defineChecks('tls', part(words, 'tls'), {
  'name-mismatch': { severity: 'error', hurts: ALL_TLS, source: 'RFC 9525' },
  expired: { severity: 'error', hurts: ALL_TLS, source: 'RFC 5280 §4.1.2.5' },
  'expires-soon': { severity: 'warning', hurts: {}, source: 'RFC 5280 §4.1.2.5' },
  'not-yet-valid': { severity: 'error', hurts: ALL_TLS, source: 'RFC 5280 §4.1.2.5' },
  chain: { severity: 'error', hurts: ALL_TLS, source: 'RFC 8446 §4.4.2' },
  'self-signed': { severity: 'error', hurts: ALL_TLS, source: 'RFC 5280 §6' },
  'private-root': { severity: 'error', hurts: ALL_TLS, source: 'RFC 5280 §6' },
  refused: { severity: 'error', hurts: ALL_TLS, source: 'RFC 8446' },
  'old-version': { severity: 'warning', hurts: ALL_TLS, source: 'RFC 8996' },
});

const PROVIDER_STEP = 'Thunderbird 153, FetchConfig.sys.mjs: the first 2xx is the answer, whatever it is';

export const httpRules = defineChecks('http', part(words, 'http'), {
  unreachable: { severity: 'error', hurts: { thunderbird: 'in-vain', outlook: 'in-vain' }, source: NDSS },
  'no-tls': { severity: 'error', hurts: { 'thunderbird-android': 'asks', pacc: 'in-vain' }, source: NDSS },
  slow: {
    severity: 'error',
    hurts: { thunderbird: 'in-vain' },
    source: 'Thunderbird 153, FindConfig.sys.mjs: five seconds a place',
  },
  'too-large': { severity: 'error', hurts: { thunderbird: 'in-vain' }, source: 'RFC 9110 §15.5.14' },
  malformed: { severity: 'error', hurts: { thunderbird: 'in-vain' }, source: 'RFC 9112' },
  'redirect-loop': { severity: 'error', hurts: { thunderbird: 'in-vain' }, source: 'RFC 9110 §15.4' },
  'redirects-many': { severity: 'error', hurts: { thunderbird: 'in-vain' }, source: 'RFC 9110 §15.4' },
  'redirect-down': {
    severity: 'error',
    hurts: { thunderbird: 'wrong-server', fairemail: 'in-vain', 'thunderbird-android': 'asks' },
    source: NDSS,
  },
  'redirect-private': { severity: 'error', hurts: { person: 'no-connection' }, source: 'RFC 6890' },
  'redirect-odd': { severity: 'error', hurts: { thunderbird: 'in-vain' }, source: 'RFC 9110 §10.2.2' },
  'redirect-post': {
    severity: 'error',
    hurts: { outlook: 'in-vain', thunderbird: 'in-vain' },
    source: 'MS-OXDSCLI 3.1.5; Thunderbird 153: a redirected POST becomes a GET',
  },
  'page-instead': {
    severity: 'error',
    hurts: { thunderbird: 'in-vain', kmail: 'in-vain' },
    source: PROVIDER_STEP,
  },
  'catch-all': {
    severity: 'warning',
    hurts: { thunderbird: 'in-vain', kmail: 'in-vain' },
    source: PROVIDER_STEP,
  },
  status: {
    severity: 'error',
    hurts: { thunderbird: 'in-vain', outlook: 'in-vain' },
    source: 'RFC 9110 §15',
  },
  'credentials-asked': {
    severity: 'error',
    hurts: { thunderbird: 'password-leaks', outlook: 'password-leaks' },
    source: 'Guardicore, Autodiscovering the Great Leak (2021)',
  },
  'address-required': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'in-vain', kmail: 'in-vain', geary: 'in-vain' },
    source: 'thunderbird/thunderbird-android#8158',
  },
  'address-case': { severity: 'warning', hurts: { person: 'in-vain' }, source: 'RFC 5321 §2.4' },
  'host-case': { severity: 'warning', hurts: { person: 'in-vain' }, source: 'RFC 9110 §4.2.3' },
  'path-case': { severity: 'warning', hurts: { outlook: 'in-vain' }, source: 'MS-OXDISCO 3.1.5.3' },
  cacheable: { severity: 'warning', hurts: { person: 'wrong-login' }, source: 'RFC 9111 §5.2.2.5' },
});

const CHANNELS = {
  autoconfig: {
    thunderbird: 'wrong-server',
    'thunderbird-android': 'wrong-server',
    evolution: 'wrong-server',
    kmail: 'wrong-server',
  },
  autodiscover: { outlook: 'wrong-server', thunderbird: 'wrong-server', fairemail: 'wrong-server' },
  pacc: { pacc: 'wrong-server', himalaya: 'wrong-server' },
} as const;

/** A way in which programs get their settings over HTTP; the first half of the ids of its rules. */
export type Channel = keyof typeof CHANNELS;

/** The rules that are the same for each of them. */
function channelRules(channel: Channel) {
  const readers = Object.keys(CHANNELS[channel]);
  const all = <const Effect extends string>(effect: Effect) =>
    Object.fromEntries(readers.map((reader) => [reader, effect])) as Record<keyof (typeof CHANNELS)[Channel], Effect>;
  const wrong: RuleBasis = { severity: 'error', hurts: CHANNELS[channel], source: NDSS };
  return defineChecks(channel, part(words, 'channel'), {
    // What a static site cannot answer, programs pass by.
    missing: { severity: channel === 'autodiscover' ? 'note' : 'error', hurts: all('in-vain'), source: NDSS },
    'content-type': {
      severity: channel === 'autodiscover' ? 'warning' : 'error',
      hurts: channel === 'autoconfig' ? { thunderbird: 'in-vain' } : all('in-vain'),
      source: 'Thunderbird 153, FetchHTTP.sys.mjs: text/xml, application/xml or text/rdf; draft-ietf-mailmaint-pacc-03',
    },
    unreadable: { severity: 'error', hurts: all('in-vain'), source: PROVIDER_STEP },
    'server-missing': { severity: 'error', hurts: all('in-vain'), source: NDSS },
    'other-host': wrong,
    'hosts-swapped': { ...wrong, hurts: all('no-connection') },
    'other-port': { ...wrong, hurts: all('no-connection') },
    'other-security': { ...wrong, hurts: all('no-connection') },
    'other-login': { ...wrong, hurts: all('wrong-login') },
    'other-authentication': { ...wrong, hurts: all('no-sign-in') },
  });
}

export const channelTable = {
  autoconfig: channelRules('autoconfig'),
  autodiscover: channelRules('autodiscover'),
  pacc: channelRules('pacc'),
} as const satisfies Record<Channel, unknown>;

export const autodiscoverOwn = defineChecks('autodiscover', part(words, 'autodiscover'), {
  'get-answered': {
    severity: 'error',
    hurts: { thunderbird: 'in-vain', 'delta-chat': 'in-vain' },
    source: 'seen with Thunderbird 153 and deltachat-rpc-server 2.57.0',
  },
  'http-redirect': {
    severity: 'warning',
    hurts: { outlook: 'in-vain' },
    source: 'Microsoft support 2212902: a GET over http, and a redirect to https',
  },
  'v2-protocol': {
    severity: 'warning',
    hurts: { 'outlook-new': 'in-vain' },
    source: 'mailcow/mailcow-dockerized#2300',
  },
});

const DRAFT = 'draft-ietf-mailmaint-pacc-03';

export const paccOwn = defineChecks('pacc', part(words, 'pacc'), {
  digest: { severity: 'error', hurts: { pacc: 'refuses-file' }, source: `${DRAFT} §3` },
  'txt-missing': { severity: 'error', hurts: { pacc: 'refuses-file' }, source: `${DRAFT} §3` },
  'login-differs': { severity: 'error', hurts: { pacc: 'wrong-login' }, source: DRAFT },
});

/** How a server for mail is mailProtocols with. */
export type MailTalk = 'imap' | 'pop3' | 'smtp' | 'sieve';

function mailRules(talk: MailTalk) {
  const everybody = { person: 'no-connection' } as const;
  return defineChecks(talk, part(words, 'mail'), {
    unreachable: { severity: 'error', hurts: everybody, source: NDSS },
    greeting: { severity: 'error', hurts: everybody, source: 'RFC 9051 §7.1.5, RFC 5321 §3.1, RFC 1939 §4' },
    'ports-swapped': { severity: 'error', hurts: everybody, source: 'RFC 8314 §3.3' },
    'no-starttls': { severity: 'error', hurts: { person: 'clear-text' }, source: RFC8314 },
    'starttls-stripped': { severity: 'error', hurts: { person: 'clear-text' }, source: 'RFC 3207 §6' },
    'starttls-failed': { severity: 'error', hurts: everybody, source: RFC8314 },
    'early-data': { severity: 'error', hurts: { person: 'password-leaks' }, source: 'RFC 3207 §4.2, RFC 9051 §6.2.1' },
    injection: {
      severity: 'error',
      hurts: { person: 'password-leaks' },
      source:
        'CVE-2021-33515, CVE-2011-0411; Poddebniak et al., Why TLS Is Better Without STARTTLS (USENIX Security 2021)',
    },
    'auth-before-tls': {
      severity: 'error',
      hurts: { person: 'clear-text' },
      source: 'RFC 9051 §11.1; Tang et al., TLS and Auto-detect in Email Ecosystems (NDSS 2025)',
    },
    'login-disabled': { severity: 'error', hurts: { person: 'no-sign-in' }, source: 'RFC 9051 §7.2.2' },
    'method-absent': { severity: 'error', hurts: { person: 'no-sign-in' }, source: NDSS },
    'no-auth': { severity: 'error', hurts: { person: 'no-sign-in' }, source: 'RFC 6409 §4.3' },
    'oauthbearer-only': {
      severity: 'warning',
      hurts: { thunderbird: 'no-sign-in', evolution: 'no-sign-in' },
      source: 'RFC 7628; Thunderbird and Evolution speak XOAUTH2 alone',
    },
    'sender-refused': { severity: 'error', hurts: everybody, source: 'Postfix, reject_sender_login_mismatch' },
  });
}

export const mailTable = {
  imap: mailRules('imap'),
  pop3: mailRules('pop3'),
  smtp: mailRules('smtp'),
  sieve: mailRules('sieve'),
} as const satisfies Record<MailTalk, unknown>;

export const loginChecks = defineChecks('login', part(words, 'login'), {
  'login-refused': { severity: 'error', hurts: { person: 'no-sign-in' }, source: 'the server' },
  'rule-differs': { severity: 'error', hurts: { person: 'wrong-login' }, source: 'the server' },
  'address-accepted': { severity: 'note', hurts: {}, source: `${DRAFT}; RFC 6186 §4` },
  'address-refused': {
    severity: 'note',
    hurts: { geary: 'asks', aerc: 'asks', 'claws-mail': 'asks', 'outlook-new': 'no-sign-in' },
    source: 'what these programs ask of a person',
  },
  'services-differ': { severity: 'error', hurts: { person: 'no-sign-in' }, source: 'the servers' },
  'another-mailbox': { severity: 'error', hurts: { person: 'replaces' }, source: 'RFC 9051 §2.3.1.1 (UIDVALIDITY)' },
  stopped: { severity: 'warning', hurts: { person: 'no-sign-in' }, source: 'RFC 5530 §3' },
});

export const privacyRules = defineChecks('privacy', part(words, 'privacy'), {
  enumeration: {
    severity: 'warning',
    hurts: { person: 'password-leaks' },
    source: 'draft-ietf-mailmaint-autoconfig-06, Security Considerations',
  },
});

/** Those that only one kind of server can break. */
const NOT_OF: Readonly<Record<MailTalk, readonly string[]>> = {
  imap: ['no-auth', 'sender-refused'],
  pop3: ['login-disabled', 'sender-refused'],
  smtp: ['login-disabled'],
  sieve: ['login-disabled', 'sender-refused', 'method-absent', 'oauthbearer-only'],
};

/** Every rule about the live world. */
export const checkRules: readonly CheckRule[] = [
  dnsRules,
  tlsRules,
  httpRules,
  ...Object.values(channelTable),
  autodiscoverOwn,
  paccOwn,
  ...Object.entries(mailTable).map(([talk, rules]) => without(rules, NOT_OF[talk as MailTalk])),
  loginChecks,
  privacyRules,
].flatMap((rules) => Object.values<CheckRule>(rules));

function without(rules: Readonly<Record<string, CheckRule>>, names: readonly string[]): Record<string, CheckRule> {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => !names.includes(name)));
}
