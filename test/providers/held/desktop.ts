import { readAccountrc } from '../../readers/accountrc.ts';
import { readKeyFile } from '../../readers/key-file.ts';
import { readShellWords } from '../../readers/sh.ts';
import { line, meaning, needed, only, type Reader } from './service.ts';

const SECURITY_METHOD = {
  none: 'none',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
};
const METHOD = {
  PLAIN: 'password',
  LOGIN: 'password',
  'CRAM-MD5': 'cram-md5',
  NTLM: 'ntlm',
  GSSAPI: 'gssapi',
  '': 'none',
  none: 'none',
  Google: 'oauth2',
  Outlook: 'oauth2',
};

/** A data source of Evolution: one server. */
export const readSource: Reader = (files) => {
  const groups = readKeyFile(only(files));
  const value = (group: string, key: string) => groups.get(group)?.get(key);
  const backend = value('Mail Account', 'BackendName') ?? value('Mail Transport', 'BackendName');
  return [
    line({
      protocol: meaning({ imapx: 'imap', pop: 'pop3', smtp: 'smtp' }, backend),
      host: needed(value('Authentication', 'Host'), 'Host'),
      port: needed(value('Authentication', 'Port'), 'Port'),
      security: meaning(SECURITY_METHOD, value('Security', 'Method')),
      authentication: meaning(METHOD, value('Authentication', 'Method') ?? ''),
      login: value('Authentication', 'User') ?? '',
    }),
  ];
};

const TRANSPORT = { none: 'none', transport: 'tls', 'start-tls': 'starttls' };

/** geary.ini, of which the script has the lines. */
export const readGeary: Reader = (files) => {
  const lines = only(files).split('\n');
  const from = lines.findIndex((each) => each.includes("'[Account]'"));
  const to = lines.findIndex((each, index) => index > from && each.includes('>"$work/lines"'));
  const written = lines.slice(from, to).map((each) => readShellWords(each.replace(/ \\$/, '').trim()).join(''));
  const groups = readKeyFile(written.join('\n'));
  return (['Incoming', 'Outgoing'] as const).map((group) => {
    const value = (key: string) => groups.get(group)?.get(key);
    const login = value('login') ?? groups.get('Incoming')?.get('login') ?? '';
    const asks = value('credentials') !== 'none';
    return line({
      protocol: group === 'Incoming' ? 'imap' : 'smtp',
      host: needed(value('host'), 'host'),
      port: needed(value('port'), 'port'),
      security: meaning(TRANSPORT, value('transport_security')),
      authentication: asks ? 'password' : 'none',
      login: asks ? login : '',
    });
  });
};

const SSL = { 0: 'none', 1: 'tls', 2: 'starttls' };
const BITS = { 0: 'password', 2: 'cram-md5', 8: 'gssapi' };

/** accountrc of Claws Mail. */
export const readClaws: Reader = (files) => {
  const account = readAccountrc(only(files)).get('[Account: 1]');
  const value = (key: string) => account?.get(key);
  const protocol = meaning({ 0: 'pop', 1: 'imap' }, value('protocol'));
  const asks = value('use_smtp_auth') === '1';
  return [
    line({
      protocol: protocol === 'pop' ? 'pop3' : 'imap',
      host: needed(value('receive_server'), 'receive_server'),
      port: value(`set_${protocol}port`) === '1' ? needed(value(`${protocol}_port`), 'port') : 'default',
      security: meaning(SSL, value(`ssl_${protocol}`)),
      authentication: meaning(BITS, value('imap_auth_method') ?? '0'),
      login: needed(value('user_id'), 'user_id'),
    }),
    line({
      protocol: 'smtp',
      host: needed(value('smtp_server'), 'smtp_server'),
      port: value('set_smtpport') === '1' ? needed(value('smtp_port'), 'port') : 'default',
      security: meaning(SSL, value('ssl_smtp')),
      authentication: asks ? meaning(BITS, value('smtp_auth_method')) : 'none',
      login: asks ? (value('smtp_user_id') ?? '') : '',
    }),
  ];
};
