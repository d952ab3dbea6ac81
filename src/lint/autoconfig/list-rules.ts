import { textOf } from '../../read/client-config-file.ts';
import type { XmlElement } from '../../read/xml-tree.ts';
import { type ConfigFacts, MOST_SERVERS } from './config-facts.ts';
import { byProtocol, inServer, isMail, mailServers, protection } from './config-servers.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'many-servers'
  | 'server-type'
  | 'incoming-missing'
  | 'imap-missing'
  | 'imap-not-first'
  | 'smtp-missing'
  | 'no-implicit-tls'
  | 'weaker-first'
  | 'weaker-last';

const { imap, pop3, smtp } = frames.servers;
const starttls = imap.replace('993', '143').replace('SSL', 'STARTTLS');

/** Rules about which servers there are, and their order. */
export const listRules: ConfigRules<Names> = {
  'many-servers': {
    severity: 'note',
    hurts: {},
    source: 'none of the 163 files of Mozilla’s database has more than 7 (thunderbird/autoconfig, March 2026)',
    // How often the server for reading is there.
    bad: String(MOST_SERVERS),
    good: '1',
    frame: (times) => frames.incoming(`${imap}\n`.repeat(Number(times)).trimEnd()),
    *find({ beyond }) {
      if (beyond !== undefined) yield { at: beyond, most: MOST_SERVERS };
    },
  },
  'server-type': {
    severity: 'note',
    hurts: { thunderbird: 'skips-server', 'thunderbird-android': 'skips-server', evolution: 'skips-server' },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt (of Exchange, Thunderbird knows some types)',
    bad: `${imap}\n${pop3.replace('"pop3"', '"jmap"')}`,
    good: `${imap}\n${pop3}`,
    frame: frames.incoming,
    *find({ config }) {
      for (const server of config?.servers ?? [])
        if (!isMail(server)) yield { ...inServer(server, 'type', server.element), type: server.type };
    },
  },
  'incoming-missing': {
    severity: 'error',
    hurts: {
      thunderbird: 'refuses-file',
      evolution: 'sets-up-less',
      geary: 'refuses-file',
      'nextcloud-mail': 'sets-up-less',
    },
    source: 'Thunderbird, readFromXML.sys.mjs; Evolution, e-mail-autoconfig.c',
    bad: imap.replace('"imap"', '"jmap"'),
    good: imap,
    frame: frames.incoming,
    *find(facts) {
      const at = providerAt(facts);
      if (at !== undefined && !mailServers(facts).some(({ direction }) => direction === 'incoming')) yield { at };
    },
  },
  'imap-missing': {
    severity: 'warning',
    hurts: { geary: 'refuses-file', 'nextcloud-mail': 'sets-up-less', fairemail: 'refuses-file' },
    source: 'Geary, accounts-autoconfig.vala; Nextcloud Mail, IspDb.php; FairEmail, EmailProvider.java',
    bad: pop3,
    good: `${imap}\n${pop3}`,
    frame: frames.incoming,
    *find(facts) {
      const at = providerAt(facts);
      if (at !== undefined && !facts.config?.servers.some(isImap)) yield { at };
    },
  },
  'imap-not-first': {
    severity: 'warning',
    hurts: { geary: 'refuses-file', fairemail: 'refuses-file', thunderbird: 'sets-up-less' },
    source:
      'Geary, accounts-autoconfig.vala; FairEmail, EmailProvider.java: the first incomingServer is the one that counts',
    bad: `${pop3}\n${imap}`,
    good: `${imap}\n${pop3}`,
    frame: frames.incoming,
    *find({ config }) {
      const incoming = (config?.servers ?? []).filter(({ direction }) => direction === 'incoming');
      const [first] = incoming;
      if (first !== undefined && !isImap(first) && incoming.some(isImap))
        yield { at: first.element.at, type: first.type };
    },
  },
  'smtp-missing': {
    severity: 'error',
    hurts: {
      thunderbird: 'refuses-file',
      'thunderbird-android': 'refuses-file',
      evolution: 'sets-up-less',
      geary: 'refuses-file',
      'nextcloud-mail': 'sets-up-less',
      fairemail: 'refuses-file',
      kmail: 'asks',
    },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt; FairEmail, EmailProvider.java',
    bad: '',
    good: smtp,
    frame: frames.outgoing,
    *find(facts) {
      const at = providerAt(facts);
      if (at !== undefined && !mailServers(facts).some(({ type }) => type === 'smtp')) yield { at };
    },
  },
  'no-implicit-tls': {
    severity: 'note',
    hurts: { pacc: 'skips-server' },
    source: 'RFC 8314 §3; the drafts of PACC know no STARTTLS',
    bad: starttls,
    good: imap,
    frame: frames.incoming,
    *find(facts) {
      for (const servers of byProtocol(facts)) {
        const [{ type, element }] = servers;
        const best = Math.max(...servers.map((server) => protection(textOf(server, 'socketType'))));
        if (type !== 'pop3' && best === protection('STARTTLS')) yield { at: element.at, type };
      }
    },
  },
  'weaker-first': {
    severity: 'warning',
    hurts: { thunderbird: 'sets-up-less', 'delta-chat': 'sets-up-less', geary: 'sets-up-less' },
    source: 'Wen et al., Automatic Insecurity, NDSS 2025; these take the first server of a protocol',
    bad: `${starttls}\n${imap}`,
    good: imap,
    frame: frames.incoming,
    *find(facts) {
      for (const servers of byProtocol(facts)) {
        const [first, ...more] = servers;
        const strength = protection(textOf(first, 'socketType'));
        if (strength >= 0 && more.some((server) => protection(textOf(server, 'socketType')) > strength))
          yield { ...inServer(first, 'socketType'), socket: textOf(first, 'socketType') ?? '' };
      }
    },
  },
  'weaker-last': {
    severity: 'warning',
    hurts: { evolution: 'sets-up-less', aerc: 'sets-up-less' },
    source:
      'Evolution, e-mail-autoconfig.c (takes the last of each protocol); aerc, lib/autoconfig (the last outgoingServer)',
    bad: `${imap}\n${starttls}`,
    good: imap,
    frame: frames.incoming,
    *find(facts) {
      for (const [first, ...more] of byProtocol(facts)) {
        const last = more.at(-1);
        const [one, other] = [first, last ?? first].map((server) => protection(textOf(server, 'socketType')));
        if (last !== undefined && other !== undefined && one !== undefined && other >= 0 && other < one)
          yield { ...inServer(last, 'socketType'), socket: textOf(last, 'socketType') ?? '' };
      }
    },
  },
};

function isImap({ direction, type }: { readonly direction: string; readonly type: string }): boolean {
  return direction === 'incoming' && type === 'imap';
}

function providerAt({ config }: ConfigFacts): XmlElement['at'] | undefined {
  return config?.providers[0]?.at;
}
