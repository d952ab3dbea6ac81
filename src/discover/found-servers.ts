import type { SaidLogin, Testimony } from '../import/testimony.ts';
import { hostIn } from '../model/domain-host.ts';
import { defaultPorts } from '../profile/profile.ts';
import type { FoundServer } from './answers.ts';

/** How a format writes the parts of an address. */
type Variables = Readonly<Record<'{address}' | '{local}' | '{domain}', string>>;

/** Mozilla's clientConfig. */
const MOZILLA: Variables = {
  '{address}': '%EMAILADDRESS%',
  '{local}': '%EMAILLOCALPART%',
  '{domain}': '%EMAILDOMAIN%',
};

/** More of one answer are not shown; what is made of a document sees all. */
const MOST_SERVERS = 50;

/** The servers that a document names, for this domain. */
export function foundServers(testimony: Testimony, domain: string): FoundServer[] {
  const { servers = [], exchange, calendar, contacts } = testimony;
  const mail = servers.map(
    ({ protocol, host, port, security, authentication, login }): FoundServer => ({
      protocol,
      host: hostIn(host, domain) ?? host,
      port: port ?? defaultPorts[protocol][security],
      security,
      authentication,
      login: loginText(login),
    }),
  );
  const dav = (protocol: 'caldav' | 'carddav', said: Testimony['calendar']): FoundServer[] =>
    said === undefined || !URL.canParse(said.url) ? [] : [ofUrl(protocol, said.url, loginText(said.login))];
  const groupware: FoundServer[] =
    exchange === undefined
      ? []
      : [
          {
            protocol: 'exchange',
            host: hostIn(exchange.host, domain) ?? exchange.host,
            port: 443,
            security: 'tls',
            authentication: exchange.authentication,
            login: loginText(exchange.login),
          },
        ];
  return [...mail, ...groupware, ...dav('caldav', calendar), ...dav('carddav', contacts)].slice(0, MOST_SERVERS);
}

function ofUrl(protocol: FoundServer['protocol'], text: string, login: string | undefined): FoundServer {
  const { hostname, port, protocol: scheme } = new URL(text);
  const secure = scheme === 'https:';
  return {
    protocol,
    host: hostname,
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    security: secure ? 'tls' : 'none',
    authentication: [],
    login,
    url: text,
  };
}

function loginText(said: SaidLogin | undefined): string | undefined {
  if (said === undefined) return undefined;
  if ('login' in said.value) return said.value.login;
  return said.value.rule.replace(/\{(?:address|local|domain)\}/g, (name) => MOZILLA[name as keyof Variables]);
}
