import { childOf, textOf } from '../../read/client-config-file.ts';
import type { XmlElement } from '../../read/xml-tree.ts';
import type { ConfigFacts } from './config-facts.ts';
import { hasPlaceholder, KNOWN, strangePlaceholder } from './config-hosts.ts';
import { inServer, mailServers } from './config-servers.ts';
import { frames } from './frames.ts';
import { jxonText } from './jxon.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'login-missing'
  | 'login-absent-android'
  | 'login-not-text'
  | 'placeholder-embedded'
  | 'placeholder-domain'
  | 'placeholder-realname'
  | 'placeholder-unknown'
  | 'placeholder-in-later-smtp'
  | 'logins-differ'
  | 'last-username-differs';

const { imap, pop3, smtp } = frames.servers;
const literal = (server: string, login: string) => server.replace('%EMAILADDRESS%', login);
const withoutLogin = smtp.replace(/ *<username>.*\n/, '');
const WEBMAIL = `<webMail><loginPage url="https://example.org/"/><loginPageInfo url="https://example.org/"><username>%EMAILLOCALPART%</username></loginPageInfo></webMail>`;

/** Rules about the user name that a client signs in with. */
export const loginRules: ConfigRules<Names> = {
  'login-missing': {
    severity: 'error',
    hurts: { thunderbird: 'wrong-login', 'thunderbird-android': 'refuses-file', 'delta-chat': 'skips-server' },
    source:
      'Thunderbird, readFromXML.sys.mjs (153 signs in as “undefined”); Thunderbird for Android, RealAutoconfigParser.kt; Delta Chat, auto_mozilla.rs',
    bad: withoutLogin,
    good: smtp,
    frame: frames.outgoing,
    *find(facts) {
      for (const server of mailServers(facts))
        if (childOf(server, 'username') === undefined && !isOpen(server)) yield inServer(server, 'username');
    },
  },
  'login-absent-android': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-file', thunderbird: 'asks' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt; Thunderbird, AccountConfig.sys.mjs: isComplete()',
    bad: withoutLogin.replace('password-cleartext', 'none'),
    good: smtp,
    frame: frames.outgoing,
    *find(facts) {
      for (const server of mailServers(facts))
        if (childOf(server, 'username') === undefined && isOpen(server)) yield inServer(server, 'username');
    },
  },
  'login-not-text': {
    severity: 'error',
    hurts: { thunderbird: 'wrong-login' },
    source: 'Thunderbird, JXON.sys.mjs: what reads as a number or a boolean becomes one',
    bad: '<username>00123</username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const value = textOf(server, 'username') ?? '';
        const read = jxonText(value);
        if (value !== '' && read !== value) yield { ...inServer(server, 'username'), value, read };
      }
    },
  },
  'placeholder-embedded': {
    severity: 'warning',
    hurts: { fairemail: 'wrong-login', aerc: 'wrong-login', 'gnome-accounts': 'wrong-login' },
    source:
      'FairEmail, EmailProvider.java; aerc, lib/autoconfig: a variable is replaced only where it is the whole value',
    bad: [imap, pop3].map((server) => literal(server, '%EMAILLOCALPART%@login.example')).join('\n'),
    good: imap,
    frame: frames.incoming,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const value = textOf(server, 'username') ?? '';
        if (hasPlaceholder(value) && value.replace(KNOWN, '') !== '') yield { ...inServer(server, 'username'), value };
      }
    },
  },
  'placeholder-domain': {
    severity: 'note',
    hurts: { evolution: 'misreads', fairemail: 'misreads', aerc: 'misreads' },
    source:
      'Evolution, e-mail-autoconfig.c (its domain can be another one); FairEmail, EmailProvider.java; aerc, lib/autoconfig',
    bad: '<username>%EMAILDOMAIN%</username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const { server, name, value } of hostsAndLogins(facts))
        if (value.includes('%EMAILDOMAIN%')) yield { ...inServer(server, name), name };
    },
  },
  'placeholder-realname': {
    severity: 'warning',
    hurts: {
      'thunderbird-android': 'wrong-login',
      evolution: 'wrong-login',
      kmail: 'wrong-login',
      'delta-chat': 'wrong-login',
    },
    source: 'draft-ietf-mailmaint-autoconfig-06 has dropped it; Thunderbird alone replaces it',
    bad: '<username>%REALNAME%</username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const { server, name, value } of hostsAndLogins(facts))
        if (value.includes('%REALNAME%')) yield { ...inServer(server, name), name };
    },
  },
  'placeholder-unknown': {
    severity: 'error',
    hurts: {
      thunderbird: 'wrong-login',
      'thunderbird-android': 'wrong-login',
      evolution: 'wrong-login',
      kmail: 'wrong-login',
    },
    source: 'Thunderbird, AccountConfig.sys.mjs: what it does not know stays as it is, inputField keys too',
    bad: '<username>%EMAILADDRESS</username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const { server, name, value } of hostsAndLogins(facts)) {
        const strange = strangePlaceholder(value);
        if (strange !== undefined) yield { ...inServer(server, name), name, value: strange };
      }
    },
  },
  'placeholder-in-later-smtp': {
    severity: 'warning',
    hurts: { thunderbird: 'wrong-login' },
    source: 'Thunderbird, AccountConfig.sys.mjs: replaceVariables() passes over further outgoing servers',
    bad: `${smtp}\n${smtp.replace('465', '587').replace('SSL', 'STARTTLS')}`,
    good: smtp,
    frame: frames.outgoing,
    *find(facts) {
      for (const server of mailServers(facts)
        .filter(({ type }) => type === 'smtp')
        .slice(1)) {
        const name = (['username', 'hostname'] as const).find((each) => hasPlaceholder(textOf(server, each) ?? ''));
        if (name !== undefined) yield { ...inServer(server, name), value: textOf(server, name) ?? '' };
      }
    },
  },
  'logins-differ': {
    severity: 'warning',
    hurts: { fairemail: 'wrong-login', 'nextcloud-mail': 'wrong-login' },
    source: 'FairEmail, EmailProvider.java, and Nextcloud Mail, IspDb.php, keep one user name for all servers',
    bad: literal(smtp, 'ada@login.example'),
    good: smtp,
    frame: frames.outgoing,
    *find(facts) {
      const [first, ...others] = mailServers(facts).filter((server) => childOf(server, 'username') !== undefined);
      if (first === undefined) return;
      const login = textOf(first, 'username');
      const other = others.find((server) => textOf(server, 'username') !== login);
      if (other !== undefined) yield { ...inServer(other, 'username'), first: first.number };
    },
  },
  'last-username-differs': {
    severity: 'warning',
    hurts: { fairemail: 'wrong-login' },
    source: 'FairEmail, EmailProvider.java: the last username of the file is the login, wherever it stands',
    bad: WEBMAIL,
    good: WEBMAIL.replace('%EMAILLOCALPART%', '%EMAILADDRESS%'),
    frame: frames.after,
    *find(facts) {
      const imap = mailServers(facts).find(({ type }) => type === 'imap');
      const own = imap === undefined ? undefined : textOf(imap, 'username');
      const last = facts.config === undefined ? undefined : lastUsername(facts.config.root);
      if (own !== undefined && last !== undefined && last.text.trim() !== own)
        yield { at: last.at, field: 'username', value: last.text.trim(), own };
    },
  },
};

/** Nothing is to be proved there. */
function isOpen({ methods }: { readonly methods: readonly string[] }): boolean {
  return methods.length > 0 && methods.every((method) => openMethods.includes(method));
}

/** Methods of an outgoing server that ask for nothing (Thunderbird, readFromXML.sys.mjs). */
export const openMethods: readonly string[] = ['none', 'client-IP-address', 'smtp-after-pop'];

/** Also those of servers for no mail: Thunderbird has some of them. */
function* hostsAndLogins({ config }: ConfigFacts) {
  for (const server of config?.servers ?? [])
    for (const name of ['hostname', 'username'] as const) {
      const value = textOf(server, name);
      if (value !== undefined) yield { server, name, value };
    }
}

function lastUsername({ children }: XmlElement): XmlElement | undefined {
  for (const child of children.toReversed()) {
    const found = child.name === 'username' ? child : lastUsername(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
