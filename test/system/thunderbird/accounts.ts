import { selectClients } from '../../../src/artifacts/render.ts';
import { clients } from '../../../src/clients/index.ts';
import { keysOf } from '../../../src/clients/thunderbird/prefs.ts';
import type { Account, Authentication, Security, Server } from '../../../src/model/account.ts';
import { keysInput } from '../../clients/thunderbird-plan.ts';
import { renderFormat } from '../../made.ts';
import type { Files, Running } from './program.ts';

/** A server as Thunderbird's own objects say it, in its numbers. */
export interface SeenServer {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly socket: number;
  readonly auth: number;
  readonly login: string;
}

/** The account manager's accounts and the outgoing servers. */
export interface Seen {
  readonly accounts: readonly {
    readonly key: string;
    readonly name: string;
    readonly isDefault: boolean;
    readonly incoming: SeenServer;
    readonly identities: readonly {
      readonly name: string;
      readonly from: string;
      /** What Thunderbird would send with; `null` where it finds none. */
      readonly sendsWith: SeenServer | null;
    }[];
  }[];
  readonly outgoing: readonly SeenServer[];
}

/** Lists what a started Thunderbird has, once it has made its local folders. (`hostName` is what 140 calls the name of an incoming server.) */
export function listAccounts(thunderbird: Running): Promise<Seen> {
  return thunderbird.run<Seen>(`
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    const ready = () => Services.wm.getMostRecentWindow("mail:3pane")?.document.readyState == "complete" &&
      MailServices.accounts.accounts.some(({ incomingServer }) => incomingServer?.type == "none");
    for (let i = 0; i < 200 && !ready(); i++) await new Promise(resolve => setTimeout(resolve, 50));
    const seen = (server, host) => ({
      type: server.type, host, port: server.port, socket: server.socketType, auth: server.authMethod, login: server.username,
    });
    const outgoing = server => server ? seen(server.QueryInterface(Ci.nsISmtpServer), server.serverURI.host) : null;
    const { accounts, defaultAccount } = MailServices.accounts;
    return {
      accounts: accounts.map(account => ({
        key: account.key,
        name: account.incomingServer.prettyName,
        isDefault: account.key == defaultAccount?.key,
        incoming: seen(account.incomingServer, account.incomingServer.hostname ?? account.incomingServer.hostName),
        identities: account.identities.map(identity => ({
          name: identity.fullName,
          from: identity.email,
          sendsWith: outgoing(MailServices.outgoingServer.getServerByIdentity(identity)),
        })),
      })),
      outgoing: MailServices.outgoingServer.servers.map(outgoing),
    };`);
}

const sockets: Readonly<Record<Security, number>> = { none: 0, starttls: 2, tls: 3 };
const methods: Readonly<Record<Authentication, number>> = {
  none: 1,
  password: 3,
  'cram-md5': 4,
  gssapi: 5,
  ntlm: 6,
  certificate: 7,
  oauth2: 10,
};

/** Hosts of the test accounts whose OAuth 2.0 Thunderbird knows. */
const SIGNS_IN = /\.(?:gmail|office365)\.com$/;

/** What a server of an account must be in Thunderbird. */
export function expectedServer(type: string, { host, port, security, authentication, login }: Server): SeenServer {
  const method = authentication.find((each) => each !== 'oauth2' || SIGNS_IN.test(host)) ?? 'oauth2';
  return { type, host, port, socket: sockets[security], auth: methods[method], login };
}

/** The text of the one file of this format. */
export function textOf(account: Account, format: string): string {
  return new TextDecoder().decode(fileOf(account, format).bytes);
}

/** The one file of this format. */
export function fileOf(account: Account, format: string) {
  const [client] = selectClients(clients, ['thunderbird']);
  const found = client?.formats('en').find(({ id }) => id === format);
  if (client === undefined || found === undefined) throw new Error(`thunderbird has no format ${format}`);
  const [artifact] = renderFormat(client, found, account);
  if (artifact === undefined) throw new Error(`${format} made no file`);
  return artifact;
}

/** Files beside the program for a POP3 account: also when offline, Thunderbird would otherwise ask for a POP3 password at once, in a window that nobody here answers. */
export function withoutFirstLogin(account: Account): Files {
  const name = `mail.server.${keysOf(keysInput(account)).server}.login_at_startup`;
  return {
    'thunderbird.cfg': `//\nlockPref(${JSON.stringify(name)}, false);\n`,
    'defaults/pref/autoconfig.js': fileOf(account, 'managed-loader').bytes,
  };
}
