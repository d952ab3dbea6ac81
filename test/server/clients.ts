import { createHash } from 'node:crypto';
import { parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { autodiscoverBody, CANONICAL, type Fetch, namespaces, post } from './ask.ts';
import { all, at, errorCode, leaves, type Node, readXml } from './read.ts';

/*
 * One test for each request of each client, with where it was seen: long for their number alone. A User-Agent without a source stands for any; no answer
 * depends on it.
 */

const ADDRESS = 'prenom.nom@cnrs.fr';
const LOGIN = 'prenom.nom@ods.services';
const VARIABLE = '%EMAILLOCALPART%@ods.services';

/** The requests of the real clients, as they send them, and what each of them takes out of the answer. */
export function describeClients(name: string, fetch: Fetch): void {
  const get = (url: string, headers: Record<string, string> = {}) =>
    fetch(new Request(url, { headers, redirect: 'manual' }));

  /** The server elements of a clientConfig. */
  const servers = async (answer: Response): Promise<{ incoming: Node[]; outgoing: Node[] }> => {
    expect(answer.status).toBe(200);
    const provider = at(await readXml(answer), 'emailProvider');
    expect(provider.attributes).toEqual({ id: 'cnrs.fr' });
    expect(all(provider, 'domain').map(({ text }) => text)).toEqual(['cnrs.fr']);
    return { incoming: all(provider, 'incomingServer'), outgoing: all(provider, 'outgoingServer') };
  };
  const usernames = async (answer: Response) => {
    const { incoming, outgoing } = await servers(answer);
    return [...incoming, ...outgoing].map((server) => at(server, 'username').text);
  };
  /** The Protocol blocks of settings. */
  const protocols = async (answer: Response) => {
    expect(answer.status).toBe(200);
    const response = at(await readXml(answer), 'Response');
    expect(response.namespace).toBe(namespaces.outlook);
    expect(at(response, 'Account', 'Action').text).toBe('settings');
    return all(at(response, 'Account'), 'Protocol').map(leaves);
  };
  const imap = { Type: 'IMAP', Server: 'imap.cnrs.fr', Port: '993', LoginName: LOGIN, SSL: 'on', Encryption: 'SSL' };
  const smtp = { Type: 'SMTP', Server: 'smtp.cnrs.fr', Port: '587', LoginName: LOGIN, SSL: 'on', Encryption: 'TLS' };

  describe(`${name}: Outlook on Windows`, () => {
    // Microsoft support 2212902 (places), MS-OXDSCLI 3.2.5 (body, headers); User-Agent as logged in mailcow-dockerized issue 2300.
    const headers = {
      'Content-Type': 'text/xml',
      'User-Agent': 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.11231; Pro)',
      'X-MapiHttpCapability': '1',
      'X-ClientCanHandle': 'Negotiate, ExHttpInfo',
    };

    test.each([
      'https://cnrs.fr/autodiscover/autodiscover.xml',
      'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml',
      'https://autodiscover.cnrs.fr/Autodiscover/Autodiscover.xml',
      'https://autodiscover.cnrs.fr/AutoDiscover/AutoDiscover.xml',
    ])('POST %s gives the login for both servers', async (url) => {
      const blocks = await protocols(await fetch(post(autodiscoverBody(ADDRESS), { headers }, url)));
      expect(blocks).toEqual([expect.objectContaining(imap), expect.objectContaining(smtp)]);
      for (const block of blocks)
        expect(block).toMatchObject({ SPA: 'off', DomainRequired: 'off', AuthRequired: 'on' });
    });

    test('the answer names the address, and neither asks for nor remembers anything', async () => {
      const answer = await fetch(post(autodiscoverBody(ADDRESS), { headers }));
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      for (const header of ['WWW-Authenticate', 'Set-Cookie', 'X-SOAP-Enabled'])
        expect(answer.headers.has(header)).toBe(false);
      expect(at(await readXml(answer), 'Response', 'User', 'AutoDiscoverSMTPAddress').text).toBe(ADDRESS);
    });

    test.each(['GET', 'HEAD'])('over plain HTTP %s is sent to the canonical host with a 302', async (method) => {
      const url = 'http://autodiscover.cnrs.fr/autodiscover/autodiscover.xml';
      const answer = await fetch(new Request(url, { method, redirect: 'manual' }));
      expect(answer.status).toBe(302);
      expect(answer.headers.get('Location')).toBe(`https://${CANONICAL}/autodiscover/autodiscover.xml`);
    });

    test('at a name that is none of ours, as SRV may name it, a POST over TLS gets the login and no redirect that would lose it', async () => {
      for (const host of ['mail.hoster.example', 'autodiscover.labo.example']) {
        const url = `https://${host}/autodiscover/autodiscover.xml`;
        const blocks = await protocols(await fetch(post(autodiscoverBody(ADDRESS), { headers }, url)));
        expect(blocks).toEqual([expect.objectContaining(imap), expect.objectContaining(smtp)]);
        expect((await fetch(post(autodiscoverBody('a@labo.example'), { headers }, url))).status).toBe(404);
      }
    });

    test.each([
      // As logged in mailcow-dockerized issue 2300; the second form in Exchange tooling by Microsoft.
      `https://autodiscover.cnrs.fr/autodiscover/autodiscover.json?Email=${ADDRESS}&Protocol=Autodiscoverv1&RedirectCount=1`,
      'https://autodiscover.cnrs.fr/autodiscover/autodiscover.json/v1.0/prenom.nom%40cnrs.fr?Protocol=AutodiscoverV1',
      'https://autodiscover.cnrs.fr/Autodiscover/Autodiscover.json/V1.0/Prenom.Nom@cnrs.fr?protocol=AUTODISCOVERV1',
    ])('GET %s points to plain XML', async (url) => {
      const answer = await get(url);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(JSON.parse(await answer.text())).toEqual({
        Protocol: 'AutodiscoverV1',
        Url: `https://${CANONICAL}/autodiscover/autodiscover.xml`,
      });
    });

    test.each([
      ['Ews', 'InvalidProtocol'],
      ['ActiveSync', 'InvalidProtocol'],
      ['', 'MissingProtocol'],
    ])('Autodiscover v2 for the protocol “%s” is refused: %s', async (protocol, code) => {
      const answer = await get(
        `https://autodiscover.cnrs.fr/autodiscover/autodiscover.json?Email=${ADDRESS}&Protocol=${protocol}`,
      );
      expect(answer.status).toBe(400);
      expect(JSON.parse(await answer.text())).toMatchObject({ ErrorCode: code });
    });

    test('SOAP is not here, nor announced', async () => {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const answer = await fetch(
          new Request('https://autodiscover.cnrs.fr/autodiscover/autodiscover.svc', { method }),
        );
        expect(answer.status, method).toBe(404);
      }
    });

    test('OPTIONS, which some set-ups send before each POST, names what is possible', async () => {
      for (const file of ['autodiscover.xml', 'Autodiscover.json']) {
        const answer = await fetch(
          new Request(`https://autodiscover.cnrs.fr/Autodiscover/${file}`, { method: 'OPTIONS' }),
        );
        expect(answer.status).toBe(204);
        expect(answer.headers.get('Allow')).toBe(file.endsWith('xml') ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS');
      }
    });
  });

  describe(`${name}: phones that look for Exchange`, () => {
    // MS-ASCMD, request and answer of Autodiscover.
    const body = (address: string) =>
      autodiscoverBody(address, namespaces.mobile).replace(namespaces.outlookRequest, namespaces.mobileRequest);

    test('where there is none, they are told so', async () => {
      expect(await errorCode(await fetch(post(body(ADDRESS))))).toBe('601');
    });

    test('where there is ActiveSync, they are told where', async () => {
      const response = at(await readXml(await fetch(post(body('jeanne.martin@universite.example')))), 'Response');
      expect(response.namespace).toBe(namespaces.mobile);
      const url = 'https://eas.universite.example/Microsoft-Server-ActiveSync';
      expect(leaves(at(response, 'Action', 'Settings', 'Server'))).toEqual({ Type: 'MobileSync', Url: url, Name: url });
      expect(at(response, 'User', 'EMailAddress').text).toBe('jeanne.martin@universite.example');
      const json = await get(
        'https://autodiscover.universite.example/autodiscover/autodiscover.json?Email=jeanne.martin@universite.example&Protocol=ActiveSync',
      );
      expect(JSON.parse(await json.text())).toEqual({ Protocol: 'ActiveSync', Url: url });
    });
  });

  describe(`${name}: Thunderbird`, () => {
    // 153: FetchConfig.sys.mjs (four places at once, ranked), FetchHTTP.sys.mjs (encodes as forms do; takes text/xml only).
    const query = '?emailaddress=prenom.nom%40cnrs.fr';

    test.each([
      `https://autoconfig.cnrs.fr/mail/config-v1.1.xml${query}`,
      `https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml${query}`,
    ])('GET %s gives the login', async (url) => {
      const { incoming, outgoing } = await servers(await get(url));
      expect(incoming.map(leaves)).toEqual([
        {
          hostname: 'imap.cnrs.fr',
          port: '993',
          socketType: 'SSL',
          authentication: 'password-cleartext',
          username: LOGIN,
        },
      ]);
      expect(outgoing.map(leaves)).toEqual([
        {
          hostname: 'smtp.cnrs.fr',
          port: '587',
          socketType: 'STARTTLS',
          authentication: 'password-cleartext',
          username: LOGIN,
        },
      ]);
    });

    test.each([
      'http://autoconfig.cnrs.fr/mail/config-v1.1.xml',
      'http://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml',
    ])('GET %s is sent where the connection is protected, and there gets the login', async (url) => {
      const answer = await get(url + query);
      expect(answer.status).toBe(302);
      const location = answer.headers.get('Location') ?? '';
      expect(location).toMatch(new RegExp(`^https://${CANONICAL}/`));
      expect(await usernames(await get(location))).toEqual([LOGIN, LOGIN]);
    });

    test('a plus in the address, which it encodes, is in the login', async () => {
      const answer = await get(
        'https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=prenom.nom%2Bliste%40cnrs.fr',
      );
      expect(await usernames(answer)).toContain('prenom.nom+liste@ods.services');
    });

    test('with mailnews.auto_config_url pointing here, it gets variables', async () => {
      expect(await usernames(await get(`https://${CANONICAL}/v1.1/cnrs.fr`))).toEqual([VARIABLE, VARIABLE]);
    });

    test('its Autodiscover comes with a password that nobody asked for and that changes nothing', async () => {
      const headers = {
        'Content-Type': 'text/xml; charset=utf-8',
        Authorization: `Basic ${btoa(`${ADDRESS}:secret`)}`,
      };
      const answer = await fetch(post(autodiscoverBody(ADDRESS), { headers }));
      const text = await answer.clone().text();
      expect(text).not.toContain('secret');
      expect(await protocols(answer)).toEqual([expect.objectContaining(imap), expect.objectContaining(smtp)]);
    });
  });

  describe(`${name}: Thunderbird after the login, when it looks for address books and calendars`, () => {
    // 153: CardDAVUtils.sys.mjs, CalDavProvider.sys.mjs (PROPFIND), CalICSProvider.sys.mjs (HEAD, GET, PUT): the account hub asks all of these of the
    // domain, with the password where it is asked for one. The system test with the real one sees them, too.
    const propfind = '<propfind xmlns="DAV:"><prop><current-user-principal/></prop></propfind>';

    test.each([
      ['PROPFIND', '/.well-known/carddav', propfind],
      ['PROPFIND', '/.well-known/caldav', propfind],
      ['PROPFIND', '/', propfind],
      ['HEAD', '/', undefined],
      ['GET', '/', undefined],
      ['PUT', '/', ''],
    ])('%s of %s finds none, and no question for a password', async (method, path, body) => {
      const headers = { Depth: '0', 'Content-Type': 'text/xml; charset=utf-8' };
      const more = body === undefined ? {} : { headers, body };
      for (const host of ['cnrs.fr', 'autoconfig.cnrs.fr', CANONICAL]) {
        const answer = await fetch(new Request(`https://${host}${path}`, { method, redirect: 'manual', ...more }));
        // A page for people may be there; a calendar would be taken for the person's.
        expect(['GET', 'HEAD'].includes(method) ? [200, 302, 404] : [404, 405]).toContain(answer.status);
        if (answer.status === 405) expect(answer.headers.get('Allow')).not.toContain(method);
        expect(answer.headers.has('WWW-Authenticate')).toBe(false);
        expect(answer.headers.has('DAV')).toBe(false);
        expect(answer.headers.get('Content-Type')).toMatch(/^text\/(?:plain|html); charset=utf-8$/);
      }
    });
  });

  test.each([
    // GNOME Online Accounts, before the older places (draft-ietf-mailmaint-autoconfig).
    'https://autoconfig.cnrs.fr/.well-known/mail-v1.xml?emailaddress=prenom.nom%40cnrs.fr',
    // iOS and other phones that try ActiveSync without Autodiscover (MS-ASHTTP 2.2.1.1).
    'https://cnrs.fr/Microsoft-Server-ActiveSync',
  ])(`${name}: %s is not here, and nothing that a client takes for it`, async (url) => {
    const answer = await get(url);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(answer.headers.has('WWW-Authenticate')).toBe(false);
  });

  test.each([
    // thunderbird-android 24.0 (the result then is not trusted: the person confirms), Evolution 3.46.4, kmail-account-wizard, FairEmail.
    'http://autoconfig.cnrs.fr/mail/config-v1.1.xml',
    'http://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml',
  ])(
    `${name}: Thunderbird for Android, Evolution and KMail at %s are sent to the protected host, and get variables there`,
    async (url) => {
      const answer = await get(url);
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, `https://${CANONICAL}/v1.1/cnrs.fr`]);
      expect(await usernames(await get(answer.headers.get('Location') ?? ''))).toEqual([VARIABLE, VARIABLE]);
    },
  );

  test.each([
    // thunderbird-android 24.0, RealAutoDiscoveryRegistry.kt: includeEmailAddress = false; the same for K-9 Mail.
    ['Thunderbird for Android', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml', 'okhttp/4.12.0'],
    ['Thunderbird for Android', 'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml', 'okhttp/4.12.0'],
    // kmail-account-wizard, ispdbservice.cpp: no address is sent.
    ['KMail', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml', 'Mozilla/5.0'],
    ['KMail', 'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml', 'Mozilla/5.0'],
    // geary, accounts-autoconfig.vala.
    ['Geary', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml', 'Geary/43.0'],
    // Evolution 3.46.4, libevolution-mail: the address is replaced by one of nobody, with the MD5 of the real one beside it.
    [
      'Evolution',
      `https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER%40cnrs.fr&emailmd5=${md5(ADDRESS)}`,
      'Evolution/3.46.4',
    ],
    [
      'Evolution',
      `https://autoconfig.cnrs.fr/v1.1/mail/config-v1.1.xml?emailaddress=evolutionuser@cnrs.fr&emailmd5=${md5(ADDRESS)}`,
      'Evolution',
    ],
    // Whatever a program sends that is no address, the name of the host tells the domain.
    ['a program', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=', ''],
    ['a program', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=prenom.nom', ''],
    ['a program', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=%EMAILADDRESS%', ''],
    ['a program', 'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=pr%E9nom@cnrs.fr', ''],
    [
      'Evolution',
      `https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER%40cnrs.fr&emailmd5=${md5(ADDRESS)}`,
      'Evolution/3.46.4',
    ],
    // chatmail/core, configure.rs: the address on the first place only.
    ['Delta Chat', 'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml', ''],
  ])(`${name}: %s asks %s and gets variables, in protected servers only`, async (_, url, agent) => {
    const { incoming, outgoing } = await servers(await get(url, { 'User-Agent': agent }));
    for (const server of [...incoming, ...outgoing]) {
      expect(at(server, 'username').text).toBe(VARIABLE);
      // One “plain” makes Thunderbird for Android throw the file away (RealAutoconfigParser.kt).
      expect(['SSL', 'STARTTLS']).toContain(at(server, 'socketType').text);
      // Any other attribute makes Evolution throw it away (e-mail-autoconfig.c).
      expect(Object.keys(server.attributes)).toEqual(['type']);
    }
  });

  test.each([
    // Evolution before it hid the address (6901b223, e-mail-autoconfig.c).
    ['Evolution', `?emailaddress=prenom.nom%40cnrs.fr&emailmd5=${md5(ADDRESS)}`],
    // M66B/FairEmail, EmailProvider.java: not encoded.
    ['FairEmail', '?emailaddress=prenom.nom@cnrs.fr'],
    // chatmail/core, configure.rs.
    ['Delta Chat', '?emailaddress=prenom.nom%40cnrs.fr'],
    // nextcloud/mail, IspDb.php; rjarry/aerc, lib/autoconfig.
    ['Nextcloud Mail, aerc', '?emailaddress=prenom.nom%40cnrs.fr'],
  ])(`${name}: %s asks with %s and gets the login, and no other anywhere`, async (_, query) => {
    // FairEmail takes the last <username> of the file, wherever it stands.
    expect(await usernames(await get(`https://autoconfig.cnrs.fr/mail/config-v1.1.xml${query}`))).toEqual([
      LOGIN,
      LOGIN,
    ]);
  });

  test(`${name}: FairEmail’s Autodiscover finds both servers, with Action before the first of them`, async () => {
    // M66B/FairEmail, EmailProvider.java: a pull parser that wants AccountType and Action first and knows STARTTLS by the port.
    const answer = await fetch(post(autodiscoverBody(ADDRESS), {}, 'https://cnrs.fr/autodiscover/autodiscover.xml'));
    const account = at(await readXml(answer), 'Response', 'Account');
    expect(account.children.map((child) => child.name)).toEqual(['AccountType', 'Action', 'Protocol', 'Protocol']);
    expect(at(account, 'AccountType').text).toBe('email');
  });

  test(`${name}: eM Client, which sends no User-Agent, gets the login`, async () => {
    // mailcow-dockerized issue 370.
    const answer = await fetch(
      post(autodiscoverBody(ADDRESS), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } }),
    );
    expect(await protocols(answer)).toEqual([expect.objectContaining(imap), expect.objectContaining(smtp)]);
  });

  test(`${name}: GET and HEAD for Autodiscover over TLS are not allowed, so that Delta Chat looks further and Thunderbird posts again`, async () => {
    // chatmail/core, auto_outlook.rs; Thunderbird 153 and 156 (fetchhttp.sys.mjs), seen: a 200 with an error in it ends both.
    for (const url of ['cnrs.fr', 'autodiscover.cnrs.fr', CANONICAL].map((host) => `https://${host}/autodiscover/`)) {
      for (const file of ['autodiscover.xml', 'Autodiscover.xml']) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await fetch(new Request(url + file, { method, redirect: 'manual' }));
          expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
          expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
        }
      }
    }
  });

  describe(`${name}: Safari on an iPhone or a Mac`, () => {
    const safari = {
      Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'User-Agent':
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    };

    test.each([ADDRESS, LOGIN, 'prenom.nom%40cnrs.fr'])('downloads a profile for %s', async (who) => {
      const answer = await get(`https://${CANONICAL}/email.mobileconfig?email=${who}`, safari);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('application/x-apple-aspen-config');
      expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="cnrs.mobileconfig"');
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(parsePlist(await answer.text())).toMatchObject({
        PayloadContent: [
          { EmailAddress: ADDRESS, IncomingMailServerUsername: LOGIN, OutgoingMailServerUsername: LOGIN },
          { PayloadType: 'com.apple.webClip.managed', URL: 'https://webmail.cnrs.fr/' },
        ],
      });
    });
  });

  describe(`${name}: PACC`, () => {
    // draft-ietf-mailmaint-pacc-03 §4.1.
    test('the document of a domain whose logins are the addresses, byte for byte, and nothing else', async () => {
      const answer = await get('https://ua-auto-config.universite.example/.well-known/user-agent-configuration.json');
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json']);
      const text = await answer.text();
      const document = JSON.parse(text);
      expect(text).toBe(JSON.stringify(document));
      expect(document).toEqual({
        protocols: {
          imap: { host: 'imap.universite.example' },
          pop3: { host: 'pop.universite.example' },
          submit: { host: 'smtp.universite.example' },
          caldav: { url: 'https://dav.universite.example/calendars/' },
          carddav: { url: 'https://dav.universite.example/addressbooks/' },
        },
        authentication: { password: true },
        info: {
          provider: { name: 'Université Exemple', shortName: 'Univ. Exemple' },
          help: { documentation: 'https://aide.universite.example/messagerie' },
        },
      });
    });

    test.each([
      ['cnrs.fr', 'the login is another than the address'],
      ['etu.universite.example', 'the login is the local part'],
      ['token.example', 'no password opens it'],
    ])('%s has none: %s', async (domain) => {
      const answer = await get(`https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'text/plain; charset=utf-8']);
    });
  });

  test(`${name}: EVOLUTIONUSER, under which Evolution asks, is nobody anywhere else`, async () => {
    for (const who of ['EVOLUTIONUSER@cnrs.fr', 'evolutionuser@ods.services', '%22EvolutionUser%22@cnrs.fr']) {
      for (const path of [
        `/email.mobileconfig?email=${who}`,
        `/autodiscover/autodiscover.json?Email=${who}&Protocol=AutodiscoverV1`,
        `/autodiscover/autodiscover.json/v1.0/${who}?Protocol=AutodiscoverV1`,
        `/?who=${who}`,
        `/mailbox/${who}/additional/index.html`,
        `/mailbox/${who}/primary/outlook/install.zip`,
      ]) {
        expect((await get(`https://${CANONICAL}${path}`)).status, path).toBe(404);
      }
      expect((await fetch(post(autodiscoverBody(decodeURIComponent(who))))).status, who).toBe(404);
    }
  });

  test(`${name}: what the name of the host alone tells is kept by no cache between`, async () => {
    for (const url of [
      'https://autoconfig.cnrs.fr/mail/config-v1.1.xml',
      'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml',
      `https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER@cnrs.fr`,
      'https://ua-auto-config.universite.example/.well-known/user-agent-configuration.json',
    ]) {
      const { headers } = await get(url);
      expect([headers.get('Cache-Control'), headers.get('Vary')], url).toEqual(['private, no-cache', 'Host']);
    }
    const { headers } = await get(`https://${CANONICAL}/v1.1/cnrs.fr`);
    expect(headers.get('Cache-Control')).toBe('public, max-age=3600');
    for (const path of ['/', '/account', '/nothing', '/mailbox/prenom.nom@cnrs.fr/additional/index.html'])
      expect((await get(`https://autoconfig.cnrs.fr${path}`)).headers.get('Cache-Control'), path).toBe('no-store');
  });

  test(`${name}: nobody learns from an answer who exists`, async () => {
    const answers = await Promise.all(
      ['prenom.nom', 'nobody.at.all', 'root', 'a'].map(async (local) => {
        const answer = await get(`https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=${local}@cnrs.fr`);
        const { 'content-length': _, date: __, ...headers } = Object.fromEntries(answer.headers);
        return { status: answer.status, headers, text: (await answer.text()).replaceAll(`${local}@`, '…@') };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test.each([
    ['clientConfig', `https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=${ADDRESS}`],
    ['clientConfig with variables', 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml'],
    ['PACC', 'https://ua-auto-config.example.org/.well-known/user-agent-configuration.json'],
    ['a profile', `https://${CANONICAL}/email.mobileconfig?email=${ADDRESS}`],
    ['Autodiscover', 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.xml'],
    ['the state of the server', 'http://127.0.0.1/healthz'],
    ['nothing', `https://${CANONICAL}/nothing`],
  ])(`${name}: HEAD has the headers of GET and no body: %s`, async (_, url) => {
    const [head, full] = await Promise.all(
      ['HEAD', 'GET'].map((method) => fetch(new Request(url, { method, redirect: 'manual' }))),
    );
    if (head === undefined || full === undefined) throw new Error('two requests have two answers');
    const headers = ({ headers }: Response) => Object.fromEntries([...headers].filter(([key]) => key !== 'date'));
    expect([head.status, headers(head), await head.text()]).toEqual([full.status, headers(full), '']);
    expect(full.headers.get('Content-Length')).toBe(String((await full.arrayBuffer()).byteLength));
  });
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
