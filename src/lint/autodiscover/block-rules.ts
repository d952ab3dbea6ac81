import { portsOf } from '../../model/ports.ts';
import { mailBlocks, protocols } from './answer-facts.ts';
import type { AnswerRules } from './answer-rules.ts';
import { answerFrames as frames } from './autodiscover-frames.ts';

/** Types that are no mail by Internet protocols, and may stand there (Microsoft, “Type (POX)”; CalDAV and CardDAV are read by eM Client). */
const OTHER_TYPES: ReadonlySet<string> = new Set(
  'EXCH EXPR EXHTTP WEB DAV NNTP mapiHttp CalDAV CardDAV MobileSync'.split(' '),
);

/** Rules about each server. */
export const blockRules: AnswerRules<
  | 'type'
  | 'server-absent'
  | 'port-absent'
  | 'port-of-other-service'
  | 'login-absent'
  | 'spa'
  | 'ssl-value'
  | 'ssl-off'
  | 'encryption-port'
  | 'domain-name'
  | 'two-of-a-type'
> = {
  type: {
    severity: 'error',
    hurts: { thunderbird: 'skips-server', fairemail: 'skips-server' },
    source:
      'Thunderbird, ExchangeAutoDiscover.sys.mjs; FairEmail, EmailProvider.java: capitals count, and POP is no type',
    bad: 'POP',
    good: 'POP3',
    frame: frames.third,
    *find({ answer }) {
      for (const { type, number, element } of answer?.protocols ?? []) {
        if (type in protocols || OTHER_TYPES.has(type)) continue;
        const meant = type.toUpperCase() === 'POP' ? 'POP3' : type.toUpperCase();
        yield {
          at: element.at,
          field: 'Type',
          number,
          value: type.slice(0, 40),
          meant: meant in protocols ? meant : '',
        };
      }
    },
  },
  'server-absent': {
    severity: 'error',
    hurts: { outlook: 'skips-server', thunderbird: 'skips-server', fairemail: 'skips-server' },
    source: 'Microsoft, “Server (POX)”',
    bad: '-Server',
    good: '<Server>imap.example.org</Server>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts))
        if (!value('Server')) yield { ...place('Server'), number, type: mail };
    },
  },
  'port-absent': {
    severity: 'warning',
    hurts: { thunderbird: 'skips-server', fairemail: 'skips-server', 'delta-chat': 'skips-server' },
    source: 'Thunderbird, FairEmail and Delta Chat need it; Outlook takes the protocol’s own (Microsoft, “Port (POX)”)',
    bad: '-Port',
    good: '<Port>993</Port>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts))
        if (!/^\d{1,5}$/.test(value('Port') ?? ''))
          yield { ...place('Port'), number, type: mail, usual: portsOf[protocols[mail]].tls[0] };
    },
  },
  'port-of-other-service': {
    severity: 'error',
    hurts: { outlook: 'no-connection', thunderbird: 'no-connection', fairemail: 'no-connection' },
    source: 'RFC 8314 §3; Wen et al., Automatic Insecurity, NDSS 2025',
    bad: '<Port>995</Port>',
    good: '<Port>993</Port>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts)) {
        const port = Number(value('Port'));
        if (!allPorts(mail).includes(port) && mails.some((other) => allPorts(other).includes(port)))
          yield { ...place('Port'), number, type: mail, port, usual: portsOf[protocols[mail]].tls[0] };
      }
    },
  },
  'login-absent': {
    severity: 'error',
    hurts: { outlook: 'wrong-login' },
    source: 'TechNet cc511507: without it, what stands before the @ is the login',
    bad: '-LoginName',
    good: '<LoginName>ada@login.example</LoginName>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts))
        if (value('AuthRequired') !== 'off' && !value('LoginName')) yield { ...place('LoginName'), number, type: mail };
    },
  },
  spa: {
    severity: 'error',
    hurts: { outlook: 'no-sign-in', thunderbird: 'no-sign-in' },
    source: 'Microsoft, “SPA (POX)”: the default is on, which is NTLM; Thunderbird, ExchangeAutoDiscover.sys.mjs',
    bad: '-SPA',
    good: '<SPA>off</SPA>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts))
        if (value('AuthRequired') !== 'off' && value('SPA') !== 'off') yield { ...place('SPA'), number, type: mail };
    },
  },
  'ssl-value': {
    severity: 'error',
    hurts: { outlook: 'no-connection', 'delta-chat': 'misreads' },
    source: 'virtualmin/virtualmin-gpl#764, virtualmin/virtualmin-gpl#1184; Delta Chat, auto_outlook.rs',
    bad: '<SSL>yes</SSL>',
    good: '<SSL>on</SSL>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts)) {
        const given = value('SSL');
        if (given !== undefined && given !== 'on' && given !== 'off')
          yield { ...place('SSL'), number, type: mail, value: given.slice(0, 40) };
      }
    },
  },
  'ssl-off': {
    severity: 'error',
    hurts: { thunderbird: 'clear-text', 'delta-chat': 'clear-text' },
    source: 'Thunderbird, ExchangeAutoDiscover.sys.mjs; Delta Chat, auto_outlook.rs: neither looks at Encryption',
    bad: '<Port>143</Port>\n<SSL>off</SSL>\n<Encryption>TLS</Encryption>',
    good: '<Port>143</Port>\n<SSL>on</SSL>\n<Encryption>TLS</Encryption>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts))
        if (value('SSL') === 'off') yield { ...place('SSL'), number, type: mail };
    },
  },
  'encryption-port': {
    severity: 'error',
    hurts: { outlook: 'no-connection' },
    source:
      'MS-OXDSCLI §2.2.4.1.1.2.6.22; stalwartlabs/stalwart#3248: with TLS at 993 Outlook waits for a greeting in clear text',
    bad: '<Encryption>TLS</Encryption>',
    good: '<Encryption>SSL</Encryption>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts)) {
        const [port, given] = [Number(value('Port')), value('Encryption')];
        const begins = has(portsOf[protocols[mail]].tls, port)
          ? 'SSL'
          : has(portsOf[protocols[mail]].clear, port)
            ? 'TLS'
            : undefined;
        if (begins === undefined || given === undefined || given === 'None' || given === begins) continue;
        yield { ...place('Encryption'), number, type: mail, port, value: given.slice(0, 40), expected: begins };
      }
    },
  },
  'domain-name': {
    severity: 'error',
    hurts: { outlook: 'wrong-login' },
    source: 'Microsoft, “DomainRequired (POX)” and “DomainName (POX)”',
    bad: '<DomainRequired>on</DomainRequired>\n<DomainName>example.org</DomainName>',
    good: '<DomainRequired>off</DomainRequired>',
    frame: frames.imap,
    *find(facts) {
      for (const { value, place, number, mail } of mailBlocks(facts)) {
        const domain = value('DomainName');
        const [, realm] = /@([^@]*)$/.exec(value('LoginName') ?? '') ?? [];
        const other = domain !== undefined && domain !== '' && domain.toLowerCase() !== realm?.toLowerCase();
        if (value('DomainRequired') === 'on' || other)
          yield { ...place(other ? 'DomainName' : 'DomainRequired'), number, type: mail };
      }
    },
  },
  'two-of-a-type': {
    severity: 'warning',
    hurts: { thunderbird: 'ignores', fairemail: 'ignores' },
    source: 'Thunderbird takes the first block of a type, FairEmail the last',
    bad: 'IMAP',
    good: 'POP3',
    frame: frames.third,
    *find(facts) {
      const seen = new Set<string>();
      for (const { mail, number, element } of mailBlocks(facts)) {
        if (seen.has(mail)) yield { at: element.at, field: 'Type', number, type: mail };
        seen.add(mail);
      }
    },
  },
};

const mails = Object.keys(protocols) as (keyof typeof protocols)[];

function allPorts(mail: keyof typeof protocols): readonly number[] {
  const { tls, clear } = portsOf[protocols[mail]];
  return [...tls, ...clear];
}

function has(list: readonly number[], port: number): boolean {
  return list.includes(port);
}
