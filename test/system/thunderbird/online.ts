import { readFileSync } from 'node:fs';
import type { Mail } from '../mail/mail.ts';
import { type Files, preferenceLines, type Running } from './program.ts';

/** Puts into a profile that each host name stands for the servers of the test, so that Thunderbird reaches these and nobody else. */
export function reaching({ ip }: Mail): Files {
  return {
    'prefs.js': preferenceLines('user_pref', {
      'network.proxy.type': 0,
      'network.dns.forceResolve': ip,
      'network.dns.disableIPv6': true,
    }),
  };
}

/** Lets a Thunderbird, which starts offline, trust the servers and go online. */
export async function goOnline(thunderbird: Running, { authority }: Mail): Promise<void> {
  const [, certificate = ''] = /-----BEGIN CERTIFICATE-----([^-]+)/.exec(readFileSync(authority, 'utf8')) ?? [];
  await thunderbird.run(
    `Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(arguments[0], "CT,C,C");
    // Marionette forbids it to keep passwords, which it does for everybody else.
    Services.prefs.setBoolPref("signon.rememberSignons", true);
    // It asks the system's resolver for MX and SRV records by itself, and no preference stops that.
    const { DNS } = ChromeUtils.importESModule("resource:///modules/DNS.sys.mjs");
    DNS.lookup = async () => [];
    Services.io.offline = false;`,
    certificate.replaceAll(/\s/g, ''),
  );
}

/** Gives it a password for all its servers, as if the person had typed it and let Thunderbird keep it. */
export async function keepPassword(thunderbird: Running, password: string): Promise<void> {
  await thunderbird.run(
    `const incoming = MailServices.accounts.accounts.map(account => account.incomingServer).filter(({ type }) => type != "none");
    const outgoing = MailServices.outgoingServer.servers.map(server => server.QueryInterface(Ci.nsISmtpServer));
    const logins = [
      ...incoming.map(({ type, hostname, hostName, username }) => [(type == "pop3" ? "mailbox" : type) + "://" + (hostname ?? hostName), username]),
      ...outgoing.map(({ serverURI, username }) => ["smtp://" + serverURI.host, username]),
    ];
    for (const [origin, username] of logins) {
      const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
      login.init(origin, null, origin, username, arguments[0], "", "");
      await Services.logins.addLoginAsync(login);
    }`,
    password,
  );
}

/** Fetches what is new for the first account, and gives the subjects of its inbox once there is one. */
export function readInbox(thunderbird: Running): Promise<readonly string[]> {
  return thunderbird.run(
    `${SERVERS}
    if (incoming.type == "imap") incoming.performExpand(null);
    const inbox = await until("inbox", () => incoming.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox));
    if (!await succeeds(listener => incoming.getNewMessages(inbox, null, listener))) throw new Error("mail cannot be fetched");
    return until("a message", () => {
      const subjects = [...inbox.messages].map(({ mime2DecodedSubject }) => mime2DecodedSubject);
      return subjects.length > 0 && subjects;
    });`,
  );
}

/** Sends a message with the default identity, the way that the window for writing does. */
export async function sendMessage(thunderbird: Running, to: string, subject: string): Promise<void> {
  await thunderbird.run(
    `${SERVERS}
    const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
    Object.assign(fields, { to: arguments[0], subject: arguments[1] });
    fields.body = "Bonjour.\\n";
    const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
    parameters.composeFields = fields;
    parameters.identity = account.defaultIdentity;
    parameters.format = Ci.nsIMsgCompFormat.PlainText;
    const composition = MailServices.compose.initCompose(parameters);
    await composition.sendMsg(Ci.nsIMsgSend.nsMsgDeliverNow, account.defaultIdentity, account.key, null, null);`,
    to,
    subject,
  );
}

/** A wait inside Thunderbird that ends. */
export const UNTIL = `
  const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const until = async (what, find) => {
    for (let i = 0; i < 400; i++) {
      const found = find();
      if (found) return found;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error("waited in vain for " + what);
  };`;

const SERVERS = `${UNTIL}
  const account = MailServices.accounts.defaultAccount;
  const incoming = account.incomingServer;
  const outgoing = MailServices.outgoingServer.getServerByIdentity(account.defaultIdentity);
  const succeeds = start => new Promise(resolve => start({
    QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]),
    OnStartRunningUrl() {},
    OnStopRunningUrl(url, status) { resolve(Components.isSuccessCode(status)); },
  }));`;
