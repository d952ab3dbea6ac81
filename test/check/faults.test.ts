import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { probeText } from '../../src/check/check-rule.ts';
import { checkRules } from '../../src/check/rule-table.ts';
import type { NetOptions } from '../../src/net/make-net.ts';
import { parseProfile } from '../../src/profile/file.ts';
import { domainsOf, type Profile } from '../../src/profile/profile.ts';
import { readProfile } from '../fixtures.ts';
import { makeCertificate } from '../net/certificates.ts';
import { type Page, PUBLIC, testAuthority } from '../net/world.ts';
import { type MailBehaviour, mailServer } from './mail-servers.ts';
import { type Change, rightWorld, SERVER, wrongIn } from './right-world.ts';

/* One thing is wrong in a world that is right otherwise: that very rule says so, and no other. */

const same = parseProfile(
  `id: same
name: Same
shortName: Same
organization: Same
identifier: test.same
languages: [en]
domains: [same.test]
incoming: [{ protocol: imap, host: imap.same.test, security: tls }, { protocol: imap, host: imap.same.test, security: starttls }]
outgoing: [{ host: smtp.same.test, security: tls }, { host: smtp.same.test, security: starttls }]
`,
  'same.yaml',
);

interface Case {
  readonly name: string;
  readonly profile?: Profile;
  readonly change: () => Change | Promise<Change>;
  readonly rules: readonly string[];
  /** In the remedy of the first. */
  readonly remedy: RegExp;
  readonly options?: Partial<NetOptions>;
}

const CONFIG = 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml';
const cnrs = readProfile('cnrs');

const answer =
  (code: number, type: string, body: string, more: Readonly<Record<string, string>> = {}): Page =>
  (_, response) => {
    response.writeHead(code, { 'Content-Type': type, ...more }).end(body);
  };
const redirect = (to: string, code = 302): Page => answer(code, 'text/plain', '', { Location: to });

const config = ({
  imap = 'imap.cnrs.fr',
  port = '993',
  socket = 'SSL',
  smtp = 'smtp.cnrs.fr',
  login = '%EMAILLOCALPART%@ods.services',
  method = 'password-cleartext',
} = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><clientConfig version="1.1"><emailProvider id="cnrs.fr"><domain>cnrs.fr</domain><displayName>CNRS</displayName><displayShortName>CNRS</displayShortName>
<incomingServer type="imap"><hostname>${imap}</hostname><port>${port}</port><socketType>${socket}</socketType><authentication>${method}</authentication><username>${login}</username></incomingServer>
<outgoingServer type="smtp"><hostname>${smtp}</hostname><port>587</port><socketType>STARTTLS</socketType><authentication>${method}</authentication><username>${login}</username></outgoingServer>
</emailProvider></clientConfig>`;
const configPage = (body: string, type = 'text/xml; charset=utf-8'): Change => ({
  pages: { [CONFIG]: answer(200, type, body) },
});

const onPort =
  (protocol: MailBehaviour['protocol'], change: Partial<MailBehaviour>) =>
  (usual: MailBehaviour): MailBehaviour =>
    usual.protocol === protocol ? { ...usual, ...change } : usual;

const certificate = async (names: readonly string[], days = 60) =>
  makeCertificate({ names, days, issuer: await testAuthority() });

const srv = (port: number, target: string, priority = 0) =>
  [{ type: 'SRV', data: { priority, weight: 1, port, target } }] as const;

/** Answers of Autodiscover, by method; as `serve` gives them where nothing else is said. */
function pox(of: (method: string, body: string) => string | undefined): Page {
  return (request, response, body) => {
    const given = of(request.method ?? '', body);
    const [, address = ''] = /<EMailAddress>(.*)<\/EMailAddress>/.exec(body) ?? [];
    if (given !== undefined) response.writeHead(200, { 'Content-Type': 'text/xml' }).end(given);
    else if (request.method === 'GET') response.writeHead(405, { 'Content-Type': 'text/plain' }).end('no');
    else
      response
        .writeHead(200, { 'Content-Type': 'text/xml' })
        .end(poxAnswer(`${address.split('@')[0]?.toLowerCase()}@ods.services`));
  };
}

function poxAnswer(login: string): string {
  const block = (type: string, server: string, port: number, encryption: string) =>
    `<Protocol><Type>${type}</Type><Server>${server}</Server><Port>${port}</Port><DomainRequired>off</DomainRequired><LoginName>${login}</LoginName><SPA>off</SPA><SSL>on</SSL><Encryption>${encryption}</Encryption><AuthRequired>on</AuthRequired></Protocol>`;
  return `<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"><Account><AccountType>email</AccountType><Action>settings</Action>${block('IMAP', 'imap.cnrs.fr', 993, 'SSL')}${block('SMTP', 'smtp.cnrs.fr', 587, 'TLS')}</Account></Response></Autodiscover>`;
}

/** A server for mail that says these lines, and hangs up once STARTTLS was said. */
function speaking(answers: Readonly<Record<string, string>>) {
  return (socket: Socket) => {
    socket.on('error', () => {}).write('220 ready\r\n');
    socket.on('data', (bytes: Buffer) => {
      const [verb = ''] = bytes.toString().trim().split(/\s/);
      socket.write(answers[verb] ?? '250 ok\r\n');
      if (verb === 'STARTTLS') socket.end();
    });
  };
}

/** A server for filters that takes a password before TLS. */
function sieve(certificate: MailBehaviour['certificate']) {
  return mailServer({ protocol: 'sieve', security: 'starttls', certificate, before: ['"SASL" "PLAIN"', '"STARTTLS"'] });
}

const cases: readonly Case[] = [
  {
    name: 'a port that the answer has and the profile has not',
    change: () => configPage(config({ port: '143' })),
    rules: ['autoconfig/other-port'],
    remedy: /port 993/,
  },
  {
    name: 'a security that is not that of the profile',
    change: () => configPage(config({ socket: 'STARTTLS' })),
    rules: ['autoconfig/other-security'],
    remedy: /tls/,
  },
  {
    name: 'a server of the profile that the DNS does not have',
    change: () => ({ zone: { 'imap.cnrs.fr': undefined } }),
    rules: ['dns/no-address'],
    remedy: /imap\.cnrs\.fr\. 3600 IN A/,
  },
  {
    name: 'a server of the profile for which the DNS refuses to answer',
    change: () => ({
      plan: { dns: ({ name }) => (name.toLowerCase() === 'smtp.cnrs.fr' ? { rcode: 5 } : undefined) },
    }),
    rules: ['dns/no-answer'],
    remedy: /name server of smtp\.cnrs\.fr/,
  },
  {
    name: 'aliases in a circle',
    change: () => ({ zone: { 'autoconfig.cnrs.fr': [{ type: 'CNAME', data: 'autoconfig.cnrs.fr' }] } }),
    rules: ['dns/no-answer'],
    remedy: /autoconfig\.cnrs\.fr/,
  },
  {
    name: 'hosts that are swapped',
    change: () => configPage(config({ imap: 'smtp.cnrs.fr', smtp: 'imap.cnrs.fr' })),
    rules: ['autoconfig/hosts-swapped'],
    remedy: /imap\.cnrs\.fr:993/,
  },
  {
    name: 'a host of the last provider',
    change: () => configPage(config({ imap: 'imap.old.test' })),
    rules: ['autoconfig/other-host'],
    remedy: /imap\.cnrs\.fr:993/,
  },
  {
    name: 'a login that is the address',
    change: () => configPage(config({ login: '%EMAILADDRESS%' })),
    rules: ['autoconfig/other-login'],
    remedy: /\{local\}@ods\.services/,
  },
  {
    name: 'a way to sign in that the profile has not',
    change: () => configPage(config({ method: 'password-encrypted' })),
    rules: ['autoconfig/other-authentication'],
    remedy: /password/,
  },
  {
    name: 'a configuration without a server for sending',
    change: () => configPage(config().replace(/<outgoingServer[\s\S]*<\/outgoingServer>/, '')),
    rules: ['autoconfig/server-missing'],
    remedy: /facteur serve/,
  },
  {
    name: 'a web page in the place of the configuration',
    change: () => configPage('<!doctype html><title>Welcome</title>', 'text/html'),
    rules: ['http/page-instead'],
    remedy: /404/,
  },
  {
    name: 'XHTML in its place',
    change: () => configPage('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'application/xml'),
    rules: ['http/page-instead'],
    remedy: /404/,
  },
  {
    name: 'a media type that Thunderbird does not take',
    change: () => configPage(config(), 'application/octet-stream'),
    rules: ['autoconfig/content-type'],
    remedy: /text\/xml/,
  },
  {
    name: 'XML that ends in the middle',
    change: () => configPage(config().slice(0, 300)),
    rules: ['autoconfig/unreadable'],
    remedy: /facteur/,
  },
  {
    name: 'a fault that lint knows',
    change: () => configPage(config({ login: ' ' })),
    rules: ['autoconfig/empty-value'],
    remedy: /leave the element out/,
  },
  {
    name: 'an error of the web server',
    change: () => ({ pages: { [CONFIG]: answer(500, 'text/plain', 'no') } }),
    rules: ['http/status'],
    remedy: /200/,
  },
  {
    name: 'a configuration that is not there',
    change: () => ({ pages: { [CONFIG]: answer(404, 'text/plain', 'no') } }),
    rules: ['autoconfig/missing'],
    remedy: /facteur serve/,
  },
  {
    name: 'a question for a password',
    change: () => ({ pages: { [CONFIG]: answer(401, 'text/plain', 'no', { 'WWW-Authenticate': 'Basic' }) } }),
    rules: ['http/credentials-asked'],
    remedy: /without/,
  },
  {
    name: 'a redirect in a circle',
    change: () => ({ pages: { [CONFIG]: redirect(CONFIG) } }),
    rules: ['http/redirect-loop'],
    remedy: /redirect/,
  },
  {
    name: 'a circle over two places',
    change: () => ({
      pages: { [CONFIG]: redirect('https://autoconfig.cnrs.fr/b'), 'https://autoconfig.cnrs.fr/b': redirect(CONFIG) },
    }),
    rules: ['http/redirect-loop'],
    remedy: /redirect/,
  },
  {
    name: 'redirects without end',
    change: () => ({
      pages: Object.fromEntries([
        [CONFIG, redirect('https://autoconfig.cnrs.fr/0')],
        ...[0, 1, 2, 3, 4, 5, 6].map((index) => [
          `https://autoconfig.cnrs.fr/${index}`,
          redirect(`https://autoconfig.cnrs.fr/${index + 1}`),
        ]),
      ]),
    }),
    rules: ['http/redirects-many'],
    remedy: /at once/,
  },
  {
    name: 'a redirect from https to http',
    change: () => ({ pages: { [CONFIG]: redirect('http://autoconfig.cnrs.fr/mail/config-v1.1.xml') } }),
    rules: ['http/redirect-down'],
    remedy: /https/,
  },
  {
    name: 'a redirect to an address of this computer',
    change: () => ({ pages: { [CONFIG]: redirect('https://127.0.0.1/mail/config-v1.1.xml') } }),
    rules: ['http/redirect-private'],
    remedy: /everybody/,
  },
  {
    name: 'a redirect to a name with a private address',
    change: () => ({
      zone: { 'inside.cnrs.fr': [{ type: 'A', data: '10.1.2.3' }] },
      pages: { [CONFIG]: redirect('https://inside.cnrs.fr/') },
    }),
    rules: ['http/redirect-private'],
    remedy: /everybody/,
  },
  {
    name: 'a redirect to what is no web address',
    change: () => ({ pages: { [CONFIG]: redirect('file:///etc/passwd') } }),
    rules: ['http/redirect-odd'],
    remedy: /https/,
  },
  {
    name: 'an answer that drips',
    change: () => ({
      pages: {
        [CONFIG]: (_, response) => {
          response.writeHead(200, { 'Content-Type': 'text/xml' });
          const timer = setInterval(() => response.write('<'), 100);
          response.on('close', () => clearInterval(timer));
        },
      },
    }),
    rules: ['http/slow'],
    remedy: /second/,
    options: { timeout: 4_000 },
  },
  {
    name: 'an answer that is too large',
    change: () => configPage(`${config()}<!--${'x'.repeat(70_000)}-->`),
    rules: ['http/too-large'],
    remedy: /content encoding/,
  },
  {
    name: 'everything is there',
    change: () => ({
      pages: {
        'https://autoconfig.cnrs.fr/facteur-check/nothing-is-here.xml': answer(200, 'text/html', '<!doctype html>'),
      },
    }),
    rules: ['http/catch-all'],
    remedy: /try_files/,
  },
  {
    name: 'the web site of the domain answers everything with its first page',
    change: () => ({
      zone: { 'cnrs.fr': [{ type: 'A', data: PUBLIC }] },
      pages: {
        'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml': answer(200, 'text/html', '<!doctype html>'),
      },
    }),
    rules: ['http/catch-all'],
    remedy: /404/,
  },
  {
    name: 'people who are known get something else',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const known = !/facteur-check/.test(request.url ?? '');
          response.writeHead(known ? 200 : 404, { 'Content-Type': 'text/xml' }).end(known ? config() : '');
        },
      },
    }),
    rules: ['privacy/enumeration'],
    remedy: /by rule/,
  },
  {
    name: 'who is known has a name',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const name = /postmaster/.test(request.url ?? '') ? 'The chief of CNRS' : 'CNRS';
          response
            .writeHead(200, { 'Content-Type': 'text/xml' })
            .end(config().replace('<displayName>CNRS', `<displayName>${name}`));
        },
      },
    }),
    rules: ['privacy/enumeration'],
    remedy: /by rule/,
  },
  {
    name: 'only who is known is answered',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const asked = /emailaddress/.test(request.url ?? '');
          response.writeHead(asked ? 404 : 200, { 'Content-Type': 'text/xml' }).end(asked ? '' : config());
        },
      },
    }),
    rules: ['privacy/enumeration'],
    remedy: /by rule/,
  },
  {
    name: 'nothing without an address',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const asked = /emailaddress/.test(request.url ?? '');
          response.writeHead(asked ? 200 : 400, { 'Content-Type': 'text/xml' }).end(asked ? config() : '');
        },
      },
    }),
    rules: ['http/status'],
    remedy: /200/,
  },
  {
    name: 'an answer of one person that may be kept',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const local = new URL(request.url ?? '', CONFIG).searchParams
            .get('emailaddress')
            ?.split('@')[0]
            ?.toLowerCase();
          response.writeHead(200, { 'Content-Type': 'text/xml', 'Cache-Control': 'public, max-age=3600' }).end(
            config({
              login: `${local === undefined || local === 'evolutionuser' ? '%EMAILLOCALPART%' : local}@ods.services`,
            }),
          );
        },
      },
    }),
    rules: ['http/cacheable'],
    remedy: /no-store/,
  },
  {
    name: 'a certificate that has ended',
    change: async () => ({
      plan: { certificates: { 'autoconfig.cnrs.fr': await certificate(['autoconfig.cnrs.fr'], -3) } },
    }),
    rules: ['tls/expired'],
    remedy: /renew/,
  },
  {
    name: 'a certificate of another name',
    change: async () => ({ plan: { certificates: { 'autodiscover.cnrs.fr': await certificate(['www.cnrs.fr']) } } }),
    rules: ['tls/name-mismatch'],
    remedy: /autodiscover\.cnrs\.fr/,
  },
  {
    name: 'a certificate that ends soon',
    change: async () => ({
      plan: { certificates: { 'autoconfig.cnrs.fr': await certificate(['autoconfig.cnrs.fr'], 9) } },
    }),
    rules: ['tls/expires-soon'],
    remedy: /renew/,
  },
  {
    name: 'a certificate that nobody has issued',
    change: async () => ({
      plan: {
        certificates: { 'autoconfig.cnrs.fr': await makeCertificate({ names: ['autoconfig.cnrs.fr'], days: 60 }) },
      },
    }),
    rules: ['tls/self-signed'],
    remedy: /authority/,
  },
  {
    name: 'a chain without its middle',
    change: async () => {
      const middle = await makeCertificate({
        names: ['Middle'],
        authority: true,
        days: 60,
        issuer: await testAuthority(),
      });
      return {
        plan: {
          certificates: {
            'autoconfig.cnrs.fr': await makeCertificate({ names: ['autoconfig.cnrs.fr'], days: 60, issuer: middle }),
          },
        },
      };
    },
    rules: ['tls/chain'],
    remedy: /fullchain/,
  },
  {
    name: 'a mail server whose certificate has ended',
    change: async () => {
      const old = await certificate(['imap.cnrs.fr'], -1);
      return { mail: onPort('imap', { certificate: old }) };
    },
    rules: ['tls/expired'],
    remedy: /renew/,
  },
  {
    name: 'a mail server whose certificate has another name, after STARTTLS',
    change: async () => {
      const other = await certificate(['mail.cnrs.fr']);
      return { mail: onPort('smtp', { certificate: other }) };
    },
    rules: ['tls/name-mismatch'],
    remedy: /smtp\.cnrs\.fr/,
  },
  {
    name: 'a name that is missing',
    change: () => ({ zone: { 'autoconfig.cnrs.fr': undefined } }),
    rules: ['dns/name-missing'],
    remedy: new RegExp(`autoconfig\\.cnrs\\.fr\\. 3600 IN CNAME ${SERVER}\\.`),
  },
  {
    name: 'a name that leads elsewhere',
    change: () => ({
      zone: {
        'autoconfig.cnrs.fr': [{ type: 'CNAME', data: 'old.test' }],
        'old.test': [{ type: 'A', data: '93.184.215.15' }],
      },
      pages: { [CONFIG]: answer(200, 'text/html', '<!doctype html>') },
    }),
    rules: ['dns/wrong-target'],
    remedy: new RegExp(`IN CNAME ${SERVER}`),
  },
  {
    name: 'Autodiscover of the last provider',
    change: () => ({
      zone: {
        'autodiscover.cnrs.fr': [{ type: 'CNAME', data: 'autodiscover.outlook.com' }],
        'autodiscover.outlook.com': [{ type: 'A', data: '93.184.215.15' }],
      },
      pages: {
        'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml': answer(401, 'text/plain', '', {
          'WWW-Authenticate': 'Basic',
        }),
      },
    }),
    rules: ['dns/autodiscover-foreign'],
    remedy: new RegExp(`IN CNAME ${SERVER}`),
  },
  {
    name: 'a name with a private address',
    change: () => ({ zone: { 'imap.cnrs.fr': [{ type: 'A', data: '10.0.0.1' }] } }),
    rules: ['dns/private-address'],
    remedy: /allow-private/,
  },
  {
    name: 'an SRV record that cannot say the login',
    change: () => ({ zone: { '_imaps._tcp.cnrs.fr': srv(993, 'imap.cnrs.fr') } }),
    rules: ['dns/srv-login'],
    remedy: /_imaps\._tcp\.cnrs\.fr\. 3600 IN SRV 0 0 0 \./,
  },
  {
    name: 'an SRV record of the last provider',
    change: () => ({ zone: { '_imaps._tcp.cnrs.fr': srv(993, 'imap.old.test') } }),
    rules: ['dns/srv-stale'],
    remedy: /SRV 0 0 0 \./,
  },
  {
    name: 'a stale SRV record where there has to be one',
    profile: same,
    change: () => ({ zone: { '_imaps._tcp.same.test': srv(993, 'imap.old.test') } }),
    rules: ['dns/srv-stale'],
    remedy: /993 imap\.same\.test\./,
  },
  {
    name: 'an SRV record that is missing',
    profile: same,
    change: () => ({ zone: { '_imaps._tcp.same.test': undefined } }),
    rules: ['dns/srv-missing'],
    remedy: /993 imap\.same\.test\./,
  },
  {
    name: 'an SRV record that denies what there is',
    profile: same,
    change: () => ({ zone: { '_submissions._tcp.same.test': srv(0, '.') } }),
    rules: ['dns/srv-denied'],
    remedy: /465 smtp\.same\.test\./,
  },
  {
    name: 'an SRV record with the port of the other',
    profile: same,
    change: () => ({ zone: { '_imaps._tcp.same.test': srv(143, 'imap.same.test') } }),
    rules: ['dns/srv-port'],
    remedy: /993/,
  },
  {
    name: 'SRV records that are swapped',
    profile: same,
    change: () => ({ zone: { '_imaps._tcp.same.test': srv(993, 'smtp.same.test') } }),
    rules: ['dns/srv-swapped'],
    remedy: /imap\.same\.test/,
  },
  {
    name: 'STARTTLS before TLS',
    profile: same,
    change: () => ({ zone: { '_imaps._tcp.same.test': srv(993, 'imap.same.test', 20) } }),
    rules: ['dns/srv-priority'],
    remedy: /_imap\._tcp/,
  },
  {
    name: 'an SRV record that names an alias',
    profile: same,
    change: () => ({
      zone: {
        'imap.same.test': [
          { type: 'CNAME', data: 'front.same.test' },
          { type: 'A', data: PUBLIC },
        ],
        'front.same.test': [{ type: 'A', data: PUBLIC }],
      },
    }),
    rules: ['dns/srv-target'],
    remedy: /A or AAAA/,
  },
  {
    name: 'a digest of something else',
    profile: same,
    change: () => ({
      zone: { '_ua-auto-config.same.test': [{ type: 'TXT', data: [`v=UAAC1; a=sha256; d=${'A'.repeat(43)}=`] }] },
    }),
    rules: ['pacc/digest'],
    remedy: /IN TXT "v=UAAC1; a=sha256; d=/,
  },
  {
    name: 'a document without its digest',
    profile: same,
    change: () => ({ zone: { '_ua-auto-config.same.test': undefined } }),
    rules: ['pacc/txt-missing'],
    remedy: /IN TXT "v=UAAC1/,
  },
  {
    name: 'a digest without its document',
    profile: same,
    change: () => ({
      pages: {
        'https://ua-auto-config.same.test/.well-known/user-agent-configuration.json': answer(404, 'text/plain', ''),
      },
    }),
    rules: ['pacc/txt-missing'],
    remedy: /user-agent-configuration\.json/,
  },
  {
    name: 'a PACC document where the login is not the address',
    change: () => ({
      zone: { 'ua-auto-config.cnrs.fr': [{ type: 'A', data: PUBLIC }] },
      pages: {
        'https://ua-auto-config.cnrs.fr/.well-known/user-agent-configuration.json': answer(
          200,
          'application/json',
          '{"protocols":{"imap":{"host":"imap.cnrs.fr"}},"authentication":{"password":true},"info":{"provider":{"name":"CNRS"}}}',
        ),
      },
    }),
    rules: ['pacc/login-differs'],
    remedy: /_ua-auto-config\.cnrs\.fr/,
  },
  {
    name: 'GET on Autodiscover that is answered',
    change: () => ({
      pages: {
        'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml': pox((request) =>
          request === 'GET'
            ? '<Autodiscover><Response><Error><ErrorCode>600</ErrorCode></Error></Response></Autodiscover>'
            : undefined,
        ),
        'https://autodiscover.cnrs.fr/AutoDiscover/AutoDiscover.xml': pox(() => undefined),
      },
    }),
    rules: ['autodiscover/get-answered'],
    remedy: /405/,
  },
  {
    name: 'Autodiscover with the address for a login',
    change: () => ({
      pages: {
        'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml': pox((request) =>
          request === 'GET' ? undefined : poxAnswer('postmaster@cnrs.fr'),
        ),
      },
    }),
    rules: ['autodiscover/other-login'],
    remedy: /ods\.services/,
  },
  {
    name: 'Autodiscover that knows the path in small letters alone',
    change: () => ({
      pages: { 'https://autodiscover.cnrs.fr/AutoDiscover/AutoDiscover.xml': answer(404, 'text/plain', '') },
    }),
    rules: ['http/path-case'],
    remedy: /~\*/,
  },
  {
    name: 'a POST that is sent elsewhere',
    change: () => ({
      pages: { 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml': redirect('https://elsewhere.test/', 301) },
    }),
    rules: ['http/redirect-post'],
    remedy: /302/,
  },
  {
    name: 'STARTTLS that is off',
    change: () => ({ mail: onPort('smtp', { refusesTls: true, before: ['8BITMIME'] }) }),
    rules: ['smtp/no-starttls'],
    remedy: /smtpd_tls_security_level/,
  },
  {
    name: 'STARTTLS that somebody takes out',
    change: () => ({ mail: onPort('smtp', { before: ['XXXXXXXX', '8BITMIME'] }) }),
    rules: ['smtp/starttls-stripped'],
    remedy: /inspect esmtp/,
  },
  {
    name: 'something in clear behind STARTTLS',
    change: () => ({ mail: onPort('smtp', { afterStartTls: '250 smuggled\r\n' }) }),
    rules: ['smtp/early-data'],
    remedy: /proxy/,
  },
  {
    name: 'commands before TLS that count after it',
    change: () => ({ mail: onPort('smtp', { keepsBuffer: true }) }),
    rules: ['smtp/injection'],
    remedy: /CVE-2011-0411/,
  },
  {
    name: 'sign-in before TLS',
    change: () => ({ mail: onPort('smtp', { before: ['STARTTLS', 'AUTH PLAIN LOGIN'] }) }),
    rules: ['smtp/auth-before-tls'],
    remedy: /smtpd_tls_auth_only = yes/,
  },
  {
    name: 'no sign-in within TLS',
    change: () => ({ mail: onPort('smtp', { within: ['8BITMIME'] }) }),
    rules: ['smtp/no-auth'],
    remedy: /smtpd_sasl_auth_enable/,
  },
  {
    name: 'a sign-in that is not that of the profile',
    change: () => ({ mail: onPort('smtp', { within: ['AUTH CRAM-MD5'] }) }),
    rules: ['smtp/method-absent'],
    remedy: /auth_mechanisms/,
  },
  {
    name: 'LOGINDISABLED within TLS',
    change: () => ({ mail: onPort('imap', { within: ['IMAP4rev1', 'LOGINDISABLED'] }) }),
    rules: ['imap/login-disabled'],
    remedy: /auth_mechanisms/,
  },
  {
    name: 'a greeting that says no',
    change: () => ({ mail: onPort('imap', { greeting: '* BYE too many connections' }) }),
    rules: ['imap/greeting'],
    remedy: /log/,
  },
  {
    name: 'a port of TLS that begins in clear',
    change: () => ({ mail: onPort('imap', { security: 'starttls' }) }),
    rules: ['imap/ports-swapped'],
    remedy: /143/,
  },
  {
    name: 'a port of STARTTLS that begins with TLS',
    change: () => ({ mail: onPort('smtp', { security: 'tls' }) }),
    rules: ['smtp/ports-swapped'],
    remedy: /465/,
    options: { timeout: 4_000 },
  },
  {
    name: 'IMAP whose buffer outlives STARTTLS',
    profile: same,
    change: () => ({ mail: onPort('imap', { keepsBuffer: true }) }),
    rules: ['imap/injection'],
    remedy: /CVE-2021-33515/,
  },
  {
    name: 'a mail server that is not there',
    change: () => ({ plan: { tcp: { 993: (socket) => void socket.destroy() } } }),
    rules: ['imap/unreachable'],
    remedy: /993/,
  },
  {
    name: 'a DNS server that does not answer',
    change: () => ({ plan: { dns: ({ name }) => (/^_imaps\._tcp\./.test(name) ? 'silence' : undefined) } }),
    rules: ['dns/no-answer'],
    remedy: /dig _imaps\._tcp\.cnrs\.fr/,
    options: { timeout: 4_000 },
  },
  {
    name: 'filters of messages on a server that takes passwords in clear',
    change: async () => ({
      zone: { '_sieve._tcp.cnrs.fr': srv(4190, 'imap.cnrs.fr') },
      plan: { tcp: { 4190: sieve(await certificate(['imap.cnrs.fr'])) } },
    }),
    rules: ['sieve/auth-before-tls'],
    remedy: /disable_plaintext_auth/,
  },
  {
    name: 'by way of MX, what another provider says',
    change: () => ({
      zone: {
        'autoconfig.cnrs.fr': undefined,
        'cnrs.fr': [{ type: 'MX', data: { preference: 10, exchange: 'mx1.in.hoster.test' } }],
      },
      pages: {
        'https://autoconfig.hoster.test/mail/config-v1.1.xml': answer(
          200,
          'text/xml',
          config({ imap: 'imap.hoster.test', smtp: 'smtp.hoster.test' }),
        ),
      },
    }),
    rules: ['dns/mx-leftover', 'dns/name-missing'],
    remedy: /autoconfig\.cnrs\.fr/,
  },
  {
    name: 'a host that is known in small letters alone',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const small = request.headers.host === request.headers.host?.toLowerCase();
          response.writeHead(small ? 200 : 400, { 'Content-Type': 'text/xml' }).end(small ? config() : '');
        },
      },
    }),
    rules: ['http/host-case'],
    remedy: /without regard to case/,
  },
  {
    name: 'a cache that goes by the path alone',
    change: () => {
      let kept: string | undefined;
      return {
        pages: {
          [CONFIG]: (request, response) => {
            const local = new URL(request.url ?? '', CONFIG).searchParams.get('emailaddress')?.split('@')[0] ?? '';
            if (/^(?:postmaster|facteur)/.test(local)) kept ??= local;
            const login = kept !== undefined && local !== '' ? kept : '%EMAILLOCALPART%';
            response
              .writeHead(200, { 'Content-Type': 'text/xml', 'Cache-Control': 'no-store' })
              .end(config({ login: `${login}@ods.services` }));
          },
        },
      };
    },
    rules: ['http/cacheable'],
    remedy: /no-store/,
  },
  {
    name: 'Autodiscover over http that leads to http',
    change: () => ({
      pages: { 'http://autodiscover.cnrs.fr/autodiscover/autodiscover.xml': redirect('http://elsewhere.cnrs.fr/') },
    }),
    rules: ['autodiscover/http-redirect'],
    remedy: /302/,
  },
  {
    name: 'http where https fails',
    change: async () => ({
      plan: { certificates: { 'autoconfig.cnrs.fr': await certificate(['autoconfig.cnrs.fr'], -3) } },
      pages: { 'http://autoconfig.cnrs.fr/mail/config-v1.1.xml': answer(200, 'text/xml', config()) },
    }),
    rules: ['http/no-tls', 'tls/expired'],
    remedy: /https/,
  },
  {
    name: 'the path of calendars that is missing',
    profile: readProfile('universite'),
    change: () => ({
      zone: {
        '_caldavs._tcp.universite.example': [
          { type: 'SRV', data: { priority: 0, weight: 1, port: 443, target: 'dav.universite.example' } },
        ],
      },
    }),
    rules: ['dns/txt-differs'],
    remedy: /TXT "path=\/calendars\/"/,
  },
  {
    name: 'an authority that nobody knows',
    change: async () => {
      const root = await makeCertificate({ names: ['Unknown authority'], authority: true, days: 60 });
      const leaf = await makeCertificate({ names: ['autoconfig.cnrs.fr'], days: 60, issuer: root });
      return {
        plan: {
          certificates: { 'autoconfig.cnrs.fr': { ...leaf, certificate: `${leaf.certificate}\n${root.certificate}` } },
        },
      };
    },
    rules: ['tls/private-root'],
    remedy: /certificateAuthority/,
  },
  {
    name: 'a server whose TLS says no',
    change: () => ({
      plan: {
        tcp: { 993: (socket) => void socket.on('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))) },
      },
    }),
    rules: ['tls/refused'],
    remedy: /TLS 1\.2/,
    options: { timeout: 4_000 },
  },
  {
    name: 'a web server that hangs up',
    change: () => ({ pages: { [CONFIG]: (_, response) => void response.socket?.destroy() } }),
    rules: ['http/unreachable'],
    remedy: /firewall/,
  },
  {
    name: 'something that is no web server',
    change: () => ({ pages: { [CONFIG]: (_, response) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n') } }),
    rules: ['http/malformed'],
    remedy: /listens/,
  },
  {
    name: 'a configuration for who says an address alone',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const asked = /emailaddress/.test(request.url ?? '');
          response.writeHead(asked ? 200 : 404, { 'Content-Type': 'text/xml' }).end(asked ? config() : '');
        },
      },
    }),
    rules: ['http/address-required'],
    remedy: /%EMAILADDRESS%/,
  },
  {
    name: 'an address in capitals that is nobody’s',
    change: () => ({
      pages: {
        [CONFIG]: (request, response) => {
          const loud = /POSTMASTER/.test(request.url ?? '');
          response.writeHead(loud ? 404 : 200, { 'Content-Type': 'text/xml' }).end(loud ? '' : config());
        },
      },
    }),
    rules: ['http/address-case'],
    remedy: /case/,
  },
  {
    name: 'version 2 that knows one spelling',
    change: () => ({
      pages: {
        'https://autodiscover.cnrs.fr/autodiscover/autodiscover.json': (request, response) => {
          const known = /Protocol=AutodiscoverV1/.test(request.url ?? '');
          const found = {
            Protocol: 'AutodiscoverV1',
            Url: 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml',
          };
          response
            .writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' })
            .end(known ? JSON.stringify(found) : '');
        },
      },
    }),
    rules: ['autodiscover/v2-protocol'],
    remedy: /case/,
  },
  {
    name: 'POP3 without a way for passwords',
    profile: readProfile('universite'),
    change: () => ({ mail: onPort('pop3', { within: ['SASL CRAM-MD5'] }) }),
    rules: ['pop3/method-absent'],
    remedy: /auth_mechanisms/,
  },
  {
    name: 'STARTTLS that TLS does not follow',
    change: () => ({ plan: { tcp: { 587: speaking({ EHLO: '250-x\r\n250 STARTTLS\r\n', STARTTLS: '220 go\r\n' }) } } }),
    rules: ['smtp/starttls-failed'],
    remedy: /certificate or key/,
  },
  {
    name: 'a mail server that says one line now and then',
    change: () => ({
      plan: {
        tcp: {
          587: (socket) => {
            const timer = setInterval(() => socket.write('220-wait\r\n'), 200);
            socket.on('close', () => clearInterval(timer)).on('error', () => {});
          },
        },
      },
    }),
    rules: ['smtp/greeting'],
    remedy: /log/,
    options: { timeout: 4_000 },
  },
  {
    name: 'an SRV record in place of autodiscover, whose host answers with the address for a login',
    change: () => ({
      zone: { 'autodiscover.cnrs.fr': undefined, '_autodiscover._tcp.cnrs.fr': srv(443, SERVER) },
      pages: {
        [`https://${SERVER}/autodiscover/autodiscover.xml`]: pox((method) =>
          method === 'GET' ? undefined : poxAnswer('postmaster@cnrs.fr'),
        ),
      },
    }),
    rules: ['autodiscover/other-login'],
    remedy: /ods\.services/,
  },
];

describe('a fault is found by its rule, and by no other', () => {
  test.concurrent.for(cases)('$name', async ({ profile = cnrs, change, rules, remedy, options }, { expect }) => {
    const [first] = domainsOf(profile);
    const domain = first?.name ?? '';
    const world = await rightWorld(profile, [domain], await change());
    const { faults, rules: found } = await wrongIn(world, options);
    const told = faults.map(
      (each) => `${each.rule.id} ${each.place}: ${probeText(each, 'en').says} | ${each.expected} | ${each.found}`,
    );
    expect(found, told.join('\n')).toEqual([...rules]);
    const main = faults.find(({ rule }) => rule.id === rules[0]);
    expect(main && probeText(main, 'en').remedy).toMatch(remedy);
  });
});

test('nothing is wrong where login and address are one', async () => {
  const { faults } = await wrongIn(await rightWorld(same, ['same.test']));
  expect(faults.map((each) => `${each.rule.id} ${each.place} ${probeText(each, 'en').says}`)).toEqual([]);
});

test('every rule has a world in which it is broken, but for those that need another network or an old library', () => {
  const broken = new Set(cases.flatMap(({ rules }) => rules));
  // Those of mail are the same for each protocol, those of answers for each way to ask.
  const shown = (id: string) => {
    const [area = '', name = ''] = id.split('/');
    const areas = ALIKE.find((each) => each.includes(area)) ?? [area];
    return areas.some((each) => broken.has(`${each}/${name}`));
  };
  const without = checkRules.map(({ id }) => id).filter((id) => !id.startsWith('login/') && !shown(id));
  expect(without).toEqual([
    'tls/not-yet-valid',
    'tls/old-version',
    'imap/oauthbearer-only',
    'pop3/oauthbearer-only',
    'smtp/oauthbearer-only',
    'smtp/sender-refused',
  ]);
});

const ALIKE = [
  ['imap', 'pop3', 'smtp', 'sieve'],
  ['autoconfig', 'autodiscover', 'pacc'],
];
