import type { Authentication, Security } from '../model/account.ts';
import type { Content } from '../read/content.ts';
import { type MsmtpAccount, readMsmtprc } from '../read/msmtprc.ts';
import { methodsNamed } from './methods-by-name.ts';
import {
  type AccountsReading,
  accountsReading,
  loseSettings,
  type SaidAccount,
  senderIn,
  testimoniesOf,
} from './said-accounts.ts';
import type { SaidServer, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What a configuration of msmtp says of sending: each account, without those that are other names of one. */
export function fromMsmtprc(content: Content): Testimony[] {
  const reading = accountsReading(content);
  const { accounts, statements } = readMsmtprc(content.text ?? '');
  for (const { command, argument, at } of statements) {
    const place = reading.placeAt(at);
    if (argument === undefined || argument === '') continue;
    if (command === 'password') reading.losses.push(loss('import.lost-password', {}, place));
    else if (command === 'eval') reading.losses.push(loss('import.lost-made', { what: command }, place));
    else if (LOST.test(command) && !HARMLESS.test(argument))
      reading.losses.push(loss('import.lost', { what: command }, place));
  }
  loseSettings(
    reading,
    statements.filter(({ command }) => OWN.test(command)).map(({ command, at }) => ({ what: command, at })),
  );
  return testimoniesOf(
    reading,
    accounts.flatMap((account) => accountOf(reading, account)),
  );
}

/** How the connection goes, which a provider's profile does not say. */
const LOST =
  /^(?:proxy_host|proxy_port|socket|source_ip|tls_fingerprint|tls_trust_file|tls_cert_file|tls_key_file|tls_host_override|domain)$/;
const HARMLESS =
  /^(?:system|localhost|\/etc\/ssl\/certs\/ca-certificates\.crt|\/etc\/pki\/tls\/certs\/ca-bundle\.crt)$/;
/** What msmtp does beside. */
const OWN =
  /^(?:logfile|logfile_time_format|syslog|aliases|maildomain|dsn_notify|dsn_return|timeout|connect_timeout|set_\w+_header)$/;

function accountOf(reading: AccountsReading, account: MsmtpAccount): SaidAccount[] {
  const { name, parents, own, settings, at } = account;
  if (parents.length > 0 && own.length === 0) return [];
  const said = (command: string) => {
    const statement = settings.get(command);
    const value = statement?.argument ?? '';
    return statement === undefined || value === ''
      ? undefined
      : { value, at: statement.at, place: reading.placeAt(statement.at) };
  };
  const flag = (command: string, otherwise: boolean) => {
    const statement = settings.get(command);
    return statement === undefined ? otherwise : statement.argument !== 'off';
  };
  const host = said('host');
  if (host === undefined) return [];
  const starttls = flag('tls_starttls', true) && !settings.has('tls_nostarttls');
  const security: Security = !flag('tls', false) ? 'none' : starttls ? 'starttls' : 'tls';
  const port = Number(said('port')?.value ?? 0);
  const authentication = methodsOf();
  const user = said('user');
  const from = said('from');
  const address = from === undefined ? undefined : senderIn(from.value);
  const server: SaidServer = {
    protocol: 'smtp',
    host: host.value,
    // Where msmtp would connect (msmtp(1), “port”): not what is usual for submission.
    port: Number.isInteger(port) && port >= 1 && port <= 65535 ? port : security === 'tls' ? 465 : 25,
    security,
    authentication,
    login:
      user === undefined || authentication.includes('none')
        ? undefined
        : { value: { login: user.value }, place: user.place },
    place: host.place,
  };
  return [
    {
      name: name ?? 'default',
      address: from === undefined || address === undefined ? undefined : { value: address, place: from.place },
      servers: [server],
      place: reading.placeAt(at),
    },
  ];

  function methodsOf(): Authentication[] {
    const auth = said('auth');
    if (auth === undefined || auth.value === 'off') return settings.has('auth') && auth === undefined ? [] : ['none'];
    return auth.value === 'on' ? [] : methodsNamed(reading, [auth.value], auth.at);
  }
}
