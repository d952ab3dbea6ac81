import type { Authentication, Security } from '../model/account.ts';
import { type AccountrcGroup, readAccountrc } from '../read/accountrc-file.ts';
import type { Content } from '../read/content.ts';
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

/** What an accountrc of Claws Mail says: each account, in the order of the file. */
export function fromAccountrc(content: Content): Testimony[] {
  const reading = accountsReading(content);
  const { groups } = readAccountrc(content.text ?? '');
  const accounts = groups.filter(({ line }) => line.startsWith('[Account:')).map((group) => accountOf(reading, group));
  return testimoniesOf(reading, accounts);
}

/** SSLType (common/ssl.h). */
const securities: Readonly<Record<string, Security>> = { 0: 'none', 1: 'tls', 2: 'starttls' };

/** Bits of imap-thread.h and smtp.h; 0 leaves it to the program. */
const imapMethods: Readonly<Record<string, readonly Authentication[]>> = {
  0: [],
  1: ['password'],
  2: ['cram-md5'],
  8: ['gssapi'],
  64: ['password'],
  128: ['password'],
  256: ['oauth2'],
};
const smtpMethods: Readonly<Record<string, readonly Authentication[]>> = {
  0: [],
  1: ['password'],
  2: ['cram-md5'],
  16: ['password'],
  32: ['oauth2'],
};

function accountOf(reading: AccountsReading, group: AccountrcGroup): SaidAccount {
  const value = (key: string) => group.values.get(key)?.value.trim() ?? '';
  const placeOf = (key: string) => reading.placeAt(group.values.get(key)?.at ?? group.at);
  const stated = (key: string) => ({ value: value(key), place: placeOf(key) });
  const securityOf = (key: string): Security => securities[value(key) || '1'] ?? 'tls';
  const portOf = (key: string, flag: string): number | undefined => {
    const port = Number(value(key));
    if (value(key) === '') return undefined;
    if (value(flag) === '1' && Number.isInteger(port) && port >= 1 && port <= 65535) return port;
    if (value(flag) === '1') reading.losses.push(loss('import.lost-port', { value: value(key) }, placeOf(key)));
    return undefined;
  };
  const methodOf = (key: string, known: typeof imapMethods): readonly Authentication[] => {
    const found = known[value(key) || '0'];
    if (found === undefined)
      reading.losses.push(loss('import.lost-authentication', { value: `${key}=${value(key)}` }, placeOf(key)));
    return found ?? [];
  };
  const loginOf = (...keys: readonly string[]): SaidServer['login'] => {
    const key = keys.find((each) => value(each) !== '');
    return key === undefined ? undefined : { value: { login: value(key) }, place: placeOf(key) };
  };
  for (const key of ['password', 'smtp_password'])
    if (value(key) !== '') reading.losses.push(loss('import.lost-password', {}, placeOf(key)));
  for (const key of ['set_tunnelcmd', 'set_smtp_tunnelcmd', 'use_proxy'])
    if (value(key) === '1') reading.losses.push(loss('import.lost', { what: key }, placeOf(key)));
  loseSettings(
    reading,
    group.entries.filter(({ key }) => !READ.test(key)).map(({ key, at }) => ({ what: key, at })),
  );
  const protocol = protocolOf(value('protocol'), value('config_version'));
  const servers: SaidServer[] = [];
  if (protocol !== undefined && value('receive_server') !== '')
    servers.push({
      protocol,
      host: value('receive_server'),
      place: placeOf('receive_server'),
      port: protocol === 'imap' ? portOf('imap_port', 'set_imapport') : portOf('pop_port', 'set_popport'),
      security: securityOf(protocol === 'imap' ? 'ssl_imap' : 'ssl_pop'),
      authentication: protocol === 'imap' ? methodOf('imap_auth_method', imapMethods) : [],
      login: loginOf('user_id'),
    });
  const anonymous = value('use_smtp_auth') === '0';
  if (value('smtp_server') !== '')
    servers.push({
      protocol: 'smtp',
      host: value('smtp_server'),
      place: placeOf('smtp_server'),
      port: portOf('smtp_port', 'set_smtpport'),
      security: securityOf('ssl_smtp'),
      authentication: anonymous ? ['none'] : methodOf('smtp_auth_method', smtpMethods),
      login: anonymous ? undefined : loginOf('smtp_user_id', 'user_id'),
    });
  const address = senderIn(value('address'));
  return {
    name: value('account_name') || group.line.replace(/^\[|\]$/g, ''),
    address: address === undefined ? undefined : { ...stated('address'), value: address },
    servers,
    place: reading.placeAt(group.at),
  };
}

/** Keys that are read here, or are about this account in this program alone. */
const READ =
  /^(?:config_version|account_name|is_default|name|address|protocol|receive_server|smtp_server|user_id|smtp_user_id|use_smtp_auth|(?:smtp|imap)_auth_method|set_(?:imap|smtp|pop)port|(?:imap|smtp|pop)_port|ssl_(?:imap|smtp|pop)|(?:smtp_)?password|set_(?:smtp_)?tunnelcmd|use_proxy|ssl_certs_auto_accept|use_tls_sni|imap_subsonly)$/;

/** IMAP was 3 up to version 0 of the file; who writes 1 there by hand means IMAP all the same. */
function protocolOf(value: string, version: string): 'imap' | 'pop3' | undefined {
  if (value === '0' || value === '') return 'pop3';
  if (value === '1' || (value === '3' && Number(version || 0) < 1)) return 'imap';
  return undefined;
}
