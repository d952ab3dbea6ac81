import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuerOf } from '../../src/clients/thunderbird/oauth2-hosts.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { fixture, fixtures, mailAccount } from '../fixtures.ts';
import { has } from './programs.ts';
import { expectedServer, fileOf, type SeenServer, textOf } from './thunderbird/accounts.ts';
import { type Installation, install, put, type Running } from './thunderbird/program.ts';
import { thunderbirds } from './thunderbird/versions.ts';

/*
 * The real Thunderbird reads our clientConfig with the code of its account set-up (readFromXML, AccountConfig.replaceVariables, FetchConfig,
 * FindConfig), one instance for all.
 */
describe.skipIf(!has('thunderbird'))('setting up an account', () => {
  describe.each(thunderbirds())('$name', (version) => {
    let installation: Installation;
    let thunderbird: Running;

    beforeAll(async () => {
      installation = install({ version });
      thunderbird = await installation.start();
    });

    afterAll(async () => {
      await thunderbird?.quit();
      await installation?.remove();
    });

    test.each(expressible('config'))('reads from config-v1.1.xml what the account says: $name', async ({ account }) => {
      expect(await readConfig(account)).toEqual(expectedConfig(account));
    });

    test.each(expressible('isp'))(
      'turns the typed address into the login by the file in isp: $name',
      async ({ account }) => {
        const { path, bytes } = fileOf(account, 'isp');
        put(installation.program, { [`isp/${path.slice(path.indexOf('/') + 1)}`]: bytes });
        const found = `await fromDisk(${JSON.stringify(account.domain)})`;
        // Further outgoing servers are not in this file: Thunderbird would leave the variables in their logins.
        const right = { ...expectedConfig(account, 'xml-from-disk'), otherOutgoing: [] };
        // 140 fills in an alternative once the person has chosen it (email.mjs).
        expect(await read(found, account)).toEqual(
          version.current ? right : { ...right, otherIncoming: expect.any(Array) },
        );
      },
    );

    test('finds the file in isp before all else', async () => {
      const account = fixture('plain');
      put(installation.program, { 'isp/cnrs.fr.xml': fileOf(account, 'isp').bytes });
      const found = `await (async () => {
      const { FindConfig } = ChromeUtils.importESModule("resource:///modules/accountcreation/FindConfig.sys.mjs");
      const { parallelAutoDiscovery } = FindConfig;
      const person = ["cnrs.fr", "prenom.nom@cnrs.fr"];
      // 140 has it as a promise.
      if (Object.prototype.toString.call(parallelAutoDiscovery) == "[object AsyncFunction]") return parallelAutoDiscovery({}, ...person);
      return (await FindConfig.parallelAutoDiscovery(...person, new AbortController().signal).next()).value;
    })()`;
      expect(await read(found, account)).toMatchObject({
        source: 'xml-from-disk',
        incoming: { login: 'prenom.nom@ods.services' },
        outgoing: { login: 'prenom.nom@ods.services' },
      });
    });

    test('leaves variables in further outgoing servers, which is why isp has one outgoing server only', async () => {
      const xml = textOf(fixture('plain'), 'isp');
      const server = xml.slice(
        xml.indexOf('<outgoingServer'),
        xml.indexOf('</outgoingServer>') + '</outgoingServer>'.length,
      );
      const { otherOutgoing } = await readXml(xml.replace(server, `${server}${server}`), fixture('plain'));
      expect(otherOutgoing).toMatchObject([{ login: '%EMAILLOCALPART%@ods.services' }]);
    });

    test.each(['007', '1e3', 'True', '0x1f', '42', 'true', '1.50', '12345678901234567890'])(
      'reads the login %s as it is, or the file is refused',
      async (login) => {
        const account = { ...fixture('plain'), ...withLogin(fixture('plain'), login) };
        if (refusal(account, 'config') === undefined) {
          expect(await readConfig(account)).toEqual(expectedConfig(account));
          return;
        }
        const xml = textOf(fixture('plain'), 'config');
        const { incoming } = await readXml(xml.replaceAll('prenom.nom@ods.services', login), account);
        expect(incoming.login).not.toBe(login);
      },
    );

    test.each(['a$$b', 'a$&b', 'a$b', 'x%EMAILDOMAIN%'])(
      'turns the address of %s into the login, or the file for isp is refused',
      async (local) => {
        const account = {
          ...fixture('plain'),
          ...withLogin(fixture('plain'), `${local}@ods.services`),
          local,
          address: `${local}@cnrs.fr`,
        };
        const right = refusal(account, 'isp') === undefined;
        const { incoming } = await readXml(textOf(fixture('plain'), 'isp'), account);
        if (right) expect(incoming.login).toBe(`${local}@ods.services`);
        else expect(incoming.login).not.toBe(`${local}@ods.services`);
      },
    );

    test.each(['hélène', '张伟', 'o’brien'])(
      'keeps the address and logins of %s, or the files are refused',
      async (local) => {
        const account = { ...fixture('plain'), ...withLogin(fixture('plain'), `${local}@login.example`) };
        const person = { ...account, address: `${local}@example.org` };
        const file = refusal(person, 'config') === undefined ? person : fixture('plain');
        const xml = textOf(file, 'config');
        const created = await thunderbird.run(
          `${MODULES}
      const { CreateInBackend } = ChromeUtils.importESModule("resource:///modules/accountcreation/CreateInBackend.sys.mjs");
      const config = readFromXML(JXON.build(new DOMParser().parseFromString(arguments[0], "text/xml")), "test");
      AccountConfig.replaceVariables(config, "Nobody", arguments[1]);
      const account = await CreateInBackend.createAccountInBackend(config);
      const { email, smtpServerKey } = account.defaultIdentity;
      const sends = MailServices.outgoingServer.getServerByKey(smtpServerKey).username;
      const reads = account.incomingServer.username;
      MailServices.accounts.removeAccount(account);
      return { email, reads, sends };`,
          xml.replaceAll('prenom.nom@ods.services', `${local}@login.example`),
          person.address,
        );
        const right = { email: person.address, reads: `${local}@login.example`, sends: `${local}@login.example` };
        if (file === person) expect(created).toEqual(right);
        else expect(created).not.toEqual(right);
      },
    );

    test('needs a user name also where nothing is to be proved', async () => {
      const account = fixture('plain-text');
      const xml = textOf(account, 'config');
      const without = xml.replace(/(<outgoingServer[\s\S]*?)\s*<username>.*<\/username>/, '$1');
      expect(await readXml(xml, account)).toMatchObject({ complete: true });
      expect(await readXml(without, account)).toMatchObject({ complete: false });
    });

    test('drops a server that offers nothing but OAuth 2.0 of a provider it does not know', async () => {
      const xml = textOf(fixture('oauth2'), 'config').replaceAll(
        '<authentication>password-cleartext</authentication>',
        '',
      );
      await expect(readXml(xml, fixture('oauth2'))).rejects.toThrow('Lacking OAuth2 config for imap.example.org');
    });

    test.each([
      ['a host that it knows', 'imap.gmail.com', ['oauth2', 'password'], 10],
      ['a host that it does not know', 'imap.example.org', ['oauth2', 'password'], 3],
      ['a host that it knows, where the password is preferred', 'imap.gmail.com', ['password', 'oauth2'], 3],
    ] as const)('takes the first way that it can use: %s', async (_, host, [first, second], auth) => {
      const known = fixture('oauth2');
      const at = { ...known.incoming[0], host, authentication: [first, second] as const };
      const account: Account = { ...known, incoming: [at] };
      const { incoming } = await readConfig(account);
      expect(incoming).toMatchObject({ host, auth });
    });

    test('knows OAuth 2.0 for the hosts that we think', async () => {
      const hosts = [
        'imap.gmail.com',
        'smtp.googlemail.com',
        'outlook.office365.com',
        'smtp-mail.outlook.com',
        'imap.mail.yahoo.com',
        'imap.mail.att.net',
        'imap.aol.com',
        'smtp.aol.com',
        'imap.notaol.com',
        'imap.mail.ru',
        'pop.mail.ru',
        'mail.ru',
        'imap.yandex.com',
        'imap.yandex.ru',
        'imap.fastmail.com',
        'fastmail.com',
        'smtp.comcast.net',
        'mail.thundermail.com',
        'hotmail.com',
        'notgmail.com',
        'imap.example.org',
        'localhost',
      ];
      const known = await thunderbird.run<boolean[]>(
        `const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs");
      return arguments[0].map(host => ["imap", "smtp"].every(type => Boolean(OAuth2Providers.getHostnameDetails(host, type))));`,
        hosts,
      );
      expect(known).toEqual(hosts.map((host) => issuerOf({ host }) !== undefined));
    });

    test('control: a file with the address as login is told from the right one', async () => {
      const account = fixture('plain');
      const wrong = { ...account, ...withLogin(account, account.address) };
      expect(await readConfig(wrong)).not.toEqual(expectedConfig(account));
      expect(await readConfig(wrong)).toMatchObject({ incoming: { login: 'prenom.nom@cnrs.fr' } });
    });

    interface Config {
      readonly source: string;
      readonly complete: boolean;
      readonly from: string;
      readonly incoming: SeenServer;
      readonly outgoing: SeenServer;
      readonly otherIncoming: readonly SeenServer[];
      readonly otherOutgoing: readonly SeenServer[];
    }

    function readConfig(account: Account): Promise<Config> {
      return readXml(textOf(account, 'config'), account);
    }

    function readXml(xml: string, account: Account) {
      const document = `new DOMParser().parseFromString(${JSON.stringify(xml)}, "text/xml")`;
      return read(`readFromXML(JXON.build(${document}), "test")`, account);
    }

    /** What the account set-up makes of a configuration when this person has typed name and address. */
    function read(configuration: string, { name, address }: Account) {
      return thunderbird.run<Config>(
        `${MODULES}
      const config = ${configuration};
      AccountConfig.replaceVariables(config, arguments[0], arguments[1]);
      const seen = ({ type, hostname, port, socketType, auth, username }) =>
        ({ type, host: hostname, port, socket: socketType, auth, login: username });
      return {
        source: config.subSource,
        complete: config.isComplete(),
        from: config.identity.emailAddress,
        incoming: seen(config.incoming),
        outgoing: seen(config.outgoing),
        otherIncoming: config.incomingAlternatives.map(seen),
        otherOutgoing: config.outgoingAlternatives.map(seen),
      };`,
        name ?? 'Nobody',
        address,
      );
    }
  });
});

/** The accounts that the format can carry. */
function expressible(format: string) {
  return fixtures().filter(({ account }) => refusal(account, format) === undefined);
}

function refusal(account: Account, format: string): string | undefined {
  try {
    fileOf(account, format);
    return undefined;
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem.code;
    throw error;
  }
}

/** The modules of Thunderbird that set up accounts. */
const MODULES = `
  const { readFromXML } = ChromeUtils.importESModule("resource:///modules/accountcreation/readFromXML.sys.mjs");
  const { AccountConfig } = ChromeUtils.importESModule("resource:///modules/accountcreation/AccountConfig.sys.mjs");
  const { FetchConfig } = ChromeUtils.importESModule("resource:///modules/accountcreation/FetchConfig.sys.mjs");
  const { JXON } = ChromeUtils.importESModule("resource:///modules/JXON.sys.mjs");
  // 140 calls back.
  const fromDisk = domain => FetchConfig.fromDisk.length == 3
    ? new Promise((resolve, reject) => FetchConfig.fromDisk(domain, resolve, reject))
    : FetchConfig.fromDisk(domain, new AbortController().signal);`;

function expectedConfig(account: Account, source = 'xml-from-test') {
  const incoming = (['imap', 'pop3'] as const).flatMap((type) =>
    account.incoming.filter(({ protocol }) => protocol === type).map((server) => expectedServer(type, server)),
  );
  const outgoing = account.outgoing.map((server) => expectedServer('smtp', server));
  return {
    source,
    complete: true,
    from: account.address,
    incoming: incoming[0],
    outgoing: outgoing[0],
    otherIncoming: incoming.slice(1),
    otherOutgoing: outgoing.slice(1),
  };
}

function withLogin(account: Account, login: string): Pick<Account, 'incoming' | 'outgoing'> {
  const { incoming, outgoing } = mailAccount(account);
  const [inServer] = incoming;
  const [outServer] = outgoing;
  return { incoming: [{ ...inServer, login }], outgoing: [{ ...outServer, login }] };
}
