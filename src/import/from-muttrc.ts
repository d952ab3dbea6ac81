import type { Authentication, Security } from '../model/account.ts';
import type { Content } from '../read/content.ts';
import { type MailUrl, mailUrlOf } from '../read/mail-url.ts';
import { type MuttCommand, type MuttSetting, type MuttWord, readMuttrc, writtenText } from '../read/muttrc.ts';
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

/**
 * What a muttrc says: the account of its settings, and one for each hook that changes them. Files that it sources are told of, and not read.
 */
export function fromMuttrc(content: Content): Testimony[] {
  const reading = accountsReading(content);
  const commands = readMuttrc(content.text ?? '');
  const main: Settings = new Map();
  const hooks = new Map<string, Settings>();
  for (const command of commands) {
    if (/^(?:account|folder|send|send2)-hook$/.test(command.name)) {
      const pattern = command.words[0] === undefined ? '' : writtenText(command.words[0]);
      const into = hooks.get(pattern) ?? new Map();
      hooks.set(pattern, into);
      for (const inner of command.inner) take(reading, inner, into);
    } else {
      take(reading, command, main);
      for (const inner of command.inner) take(reading, inner, main);
    }
  }
  loseSettings(
    reading,
    commands
      .flatMap(({ settings, name, at }) =>
        settings.length > 0 ? settings.map((each) => ({ what: each.name, at: each.at })) : [{ what: name, at }],
      )
      .filter(({ what }) => !READ.test(what)),
  );
  const accounts = [accountOf(reading, 'main', main, 0)];
  for (const [pattern, own] of hooks) {
    const [first] = own.values();
    if (!NAMES_AN_ACCOUNT.some((name) => own.has(name))) continue;
    // A hook for the server of the main account is a part of that.
    const host = accounts[0]?.servers[0]?.host ?? '';
    const plain = pattern.replaceAll('\\', '');
    const url = mailUrlOf(plain.replace(/^\^/, ''));
    const ofMain = plain === '.' || (host !== '' && plain.includes(host) && own.has('imap_user') && !own.has('from'));
    if (ofMain) accounts[0] = accountOf(reading, 'main', new Map([...own, ...main]), 0);
    else {
      const folder =
        url === undefined || own.has('folder')
          ? []
          : ([['folder', { value: plain.replace(/^\^/, ''), at: first?.at ?? 0 }]] as const);
      accounts.push(accountOf(reading, pattern, new Map([...main, ...folder, ...own]), first?.at ?? 0));
    }
  }
  return testimoniesOf(reading, accounts);
}

/** Values as they are at the end of the file, and where each stands. `undefined`: only the running program knows. */
type Settings = Map<string, { readonly value: string | undefined; readonly at: number }>;

const NAMES_AN_ACCOUNT = ['from', 'folder', 'imap_user', 'smtp_url', 'spoolfile', 'pop_host'];

/** Other names of some variables, in NeoMutt of today and in old releases. */
const ALIASES: Readonly<Record<string, string>> = { spool_file: 'spoolfile', real_name: 'realname' };

/** Settings that are read here, and those that are about one person’s folders at the provider. */
const READ =
  /^(?:real_?name|from|use_from|use_envelope_from|envelope_from_address|imap_\w+|smtp_\w+|pop_\w+|ssl_\w+|folder|spool_?file|record|postponed|trash|mbox|my_\w+|my_hdr|unmy_hdr|source|set|unset|reset|toggle|ifdef|ifndef|(?:account|folder|send|send2)-hook|mailboxes|unmailboxes|certificate_file|tunnel|preconnect|account_command|reverse_name|dsn_\w+|move)$/;

function take(reading: AccountsReading, { name, at, words, settings }: MuttCommand, into: Settings): void {
  if (name === 'source') {
    const [file] = words;
    const shown = file === undefined ? '' : writtenText(file);
    reading.losses.push(loss('import.sources', { value: shown }, reading.placeAt(at)));
  }
  const header = words.map(writtenText).join(' ');
  const sender = name === 'my_hdr' ? /^from:\s*(.*)$/i.exec(header)?.[1] : undefined;
  if (sender !== undefined && !into.has('from')) into.set('from', { value: sender, at });
  const [mailbox] = words;
  if (name === 'mailboxes' && mailbox !== undefined && !into.has('mailboxes'))
    into.set('mailboxes', { value: textOf(mailbox, into), at: mailbox.at });
  for (const setting of settings) takeSetting(reading, setting, into);
}

function takeSetting(
  reading: AccountsReading,
  { name: written, action, value, at }: MuttSetting,
  into: Settings,
): void {
  const name = ALIASES[written] ?? written;
  if (value === undefined) {
    if (action === 'unset') into.set(name, { value: '', at });
    else if (action === 'reset') into.delete(name);
    else if (action === 'set') into.set(name, { value: 'yes', at });
    return;
  }
  const text = textOf(value, into);
  const said = text ?? '';
  if (/_pass$/.test(name)) {
    if (text !== undefined && said !== '') reading.losses.push(loss('import.lost-password', {}, reading.placeAt(at)));
    into.set(name, { value: undefined, at });
    return;
  }
  if (text === undefined && VALUES.test(name))
    reading.losses.push(loss('import.lost-made', { what: written }, reading.placeAt(value.at)));
  if (/^(?:tunnel|preconnect|account_command|certificate_file)$/.test(name) && said !== '')
    reading.losses.push(loss('import.lost', { what: written }, reading.placeAt(at)));
  into.set(name, { value: text, at: value.at });
}

/** Settings whose value has to be known. */
const VALUES = /^(?:from|folder|spoolfile|smtp_url|smtp_user|imap_user|imap_login|pop_host|pop_user)$/;

/** With the variables that the file sets itself. */
function textOf({ parts }: MuttWord, known: Settings): string | undefined {
  const pieces: string[] = [];
  let length = 0;
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : 'variable' in part ? known.get(part.variable)?.value : undefined;
    if (piece === undefined) return undefined;
    length += piece.length;
    // A variable that holds itself twice, again and again, would not end.
    if (length > LONGEST_VALUE) return undefined;
    pieces.push(piece);
  }
  return pieces.join('');
}

const LONGEST_VALUE = 2_000;

function accountOf(reading: AccountsReading, name: string, settings: Settings, at: number): SaidAccount {
  const value = (key: string) => settings.get(key)?.value ?? '';
  const placeOf = (key: string) => reading.placeAt(settings.get(key)?.at ?? at);
  const from = senderIn(value('from'));
  return {
    name,
    place: reading.placeAt(settings.get('folder')?.at ?? at),
    address: from === undefined ? undefined : { value: from, place: placeOf('from') },
    servers: [...incoming(), ...outgoing()],
  };

  function incoming(): SaidServer[] {
    for (const key of ['folder', 'spoolfile', 'mailboxes', 'pop_host']) {
      const url =
        mailUrlOf(value(key)) ??
        (key === 'pop_host' && value(key) !== '' ? mailUrlOf(`pop://${value(key)}`) : undefined);
      const protocol = ({ imap: 'imap', imaps: 'imap', pop: 'pop3', pops: 'pop3' } as const)[url?.scheme ?? ''];
      if (url === undefined || protocol === undefined) continue;
      const own = protocol === 'imap' ? ['imap_login', 'imap_user'] : ['pop_user'];
      const authenticators = protocol === 'imap' ? 'imap_authenticators' : 'pop_authenticators';
      return [serverOf(protocol, url, key, loginOf(url, key, own), methodsOf(authenticators))];
    }
    return [];
  }

  function outgoing(): SaidServer[] {
    const url = mailUrlOf(value('smtp_url'));
    if (url === undefined || !/^smtps?$/.test(url.scheme)) return [];
    const login = loginOf(url, 'smtp_url', ['smtp_user']);
    const anonymous = login === undefined && !settings.has('smtp_pass');
    return [serverOf('smtp', url, 'smtp_url', login, anonymous ? ['none'] : methodsOf('smtp_authenticators'))];
  }

  function serverOf(
    protocol: SaidServer['protocol'],
    url: MailUrl,
    key: string,
    login: SaidServer['login'],
    authentication: readonly Authentication[],
  ): SaidServer {
    if (url.hasPassword) reading.losses.push(loss('import.lost-password', {}, placeOf(key)));
    const { host, port, scheme } = url;
    return { protocol, host, port, security: securityOf(scheme), authentication, login, place: placeOf(key) };
  }

  /** A login that stands in no URL is that of the settings; imap_login wins over both (muttrc(5)). */
  function loginOf(url: MailUrl, key: string, names: readonly string[]): SaidServer['login'] {
    const first = names.find((each) => value(each) !== '');
    if (first === 'imap_login' || (first !== undefined && url.user === undefined))
      return { value: { login: value(first) }, place: placeOf(first) };
    return url.user === undefined ? undefined : { value: { login: url.user }, place: placeOf(key) };
  }

  function securityOf(scheme: string): Security {
    if (scheme.endsWith('s')) return 'tls';
    const off = (key: string) => settings.has(key) && /^(?:no|0|)$/i.test(value(key));
    return off('ssl_starttls') && (off('ssl_force_tls') || !settings.has('ssl_force_tls')) ? 'none' : 'starttls';
  }

  function methodsOf(key: string): Authentication[] {
    const names = value(key)
      .split(/[:\s]+/)
      .filter((each) => each !== '');
    return methodsNamed(reading, names, settings.get(key)?.at ?? 0);
  }
}
