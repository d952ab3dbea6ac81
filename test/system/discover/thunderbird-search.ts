import { preferenceLines, type Running } from '../thunderbird/program.ts';

/** Puts into a profile that it may ask the network that it is in, as it does for a person. */
export const ONLINE = {
  'prefs.js': preferenceLines('user_pref', {
    'network.proxy.type': 0,
    'network.dns.disableIPv6': true,
    'network.trr.mode': 5,
    'mailnews.auto_config_url': 'https://live.thunderbird.net/autoconfig/v1.1/',
    'mailnews.auto_config.addons_url': '',
  }),
};

/** What its account hub has found, in its own numbers (MailNewsTypes2.idl). */
export interface Found {
  readonly asks: 'host' | 'password' | null;
  readonly complete: boolean;
  readonly incoming: FoundServer | null;
  readonly outgoing: FoundServer | null;
}

export interface FoundServer {
  readonly type: string;
  readonly hostname: string;
  readonly port: number | null;
  readonly socketType: number;
  readonly auth: number;
  readonly username: string | null;
}

/** Lets it trust an authority (base64 of DER), and go online. */
export function trust(thunderbird: Running, certificate: string): Promise<void> {
  return thunderbird.run(
    `Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(arguments[0], "CT,C,C");
    Services.io.offline = false;`,
    certificate,
  );
}

/**
 * Looks for the settings of an address as the account hub of 153 does (views/email.mjs, #findConfig), before a password was typed; the question about somebody else's host is
 * answered with yes.
 */
export function findConfig(thunderbird: Running, address: string): Promise<Found> {
  return thunderbird.run<Found>(
    `const [address] = arguments;
    const [local, domain] = address.split("@");
    const module = name => ChromeUtils.importESModule("resource:///modules/accountcreation/" + name + ".sys.mjs");
    const { FindConfig } = module("FindConfig");
    const { AccountConfig } = module("AccountConfig");
    const { GuessConfig } = module("GuessConfig");
    const search = FindConfig.parallelAutoDiscovery(domain, address, new AbortController().signal, undefined, "");
    let asks = null;
    let config = null;
    try {
      let answer;
      for (;;) {
        const { value } = await search.next(answer);
        if (!value?.isRedirect) {
          config = value;
          break;
        }
        asks = "host";
        answer = { acceptRedirect: true };
      }
    } catch (error) {
      if (error.cause?.fluentTitleId != "account-hub-credentials-wrong") throw error;
      return { asks: "password", complete: false, incoming: null, outgoing: null };
    }
    if (!config) {
      const start = new AccountConfig();
      start.incoming.username = local;
      start.outgoing.username = local;
      try {
        config = await GuessConfig.guessConfig(domain, () => {}, start, "both", new AbortController().signal);
      } catch {
        config = null;
      }
    }
    if (!config) return { asks, complete: false, incoming: null, outgoing: null };
    AccountConfig.replaceVariables(config, "Prénom Nom", address, "");
    const seen = ({ type, hostname, port, socketType, auth, username }) =>
      hostname ? { type, hostname, port, socketType, auth, username } : null;
    return { asks, complete: config.isComplete() || (config.isExchangeConfig() && Boolean(config.incoming.exchangeURL)), incoming: seen(config.incoming), outgoing: seen(config.outgoing) };`,
    address,
  );
}
