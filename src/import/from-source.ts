import type { Authentication, Security } from '../model/account.ts';
import type { Content } from '../read/content.ts';
import { glibEntry, readGlibKeyFile } from '../read/glib-key-file.ts';
import { methodsNamed } from './methods-by-name.ts';
import { accountsReading, loseSettings, senderIn } from './said-accounts.ts';
import type { SaidServer, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/**
 * What a source of Evolution says: a server, or the person's address. The three of an account belong together by the name of the first, which the others have as their parent.
 */
export function fromSource(content: Content): Testimony {
  const reading = accountsReading(content);
  const file = readGlibKeyFile(content.text ?? '');
  const read = (group: string, key: string) => {
    const entry = glibEntry(file, group, key);
    const value = entry?.value.trim() ?? '';
    return entry === undefined || value === ''
      ? undefined
      : { value, place: reading.placeAt(entry.valueAt), at: entry.valueAt };
  };
  const kind = (['Mail Account', 'Mail Transport'] as const).find((name) => file.groups.has(name));
  const backend = kind === undefined ? undefined : read(kind, 'BackendName');
  const protocol = backends[backend?.value ?? ''];
  const host = read('Authentication', 'Host');
  const servers: SaidServer[] = [];
  if (kind !== undefined && protocol === undefined && backend !== undefined)
    reading.losses.push(loss('import.lost-server', { value: backend.value }, backend.place));
  else if (kind !== undefined && protocol !== undefined && host === undefined)
    reading.losses.push(loss('import.lost-incomplete', { what: 'Host' }, { file: content.name }));
  else if (protocol !== undefined && host !== undefined) {
    const security = securities[read('Security', 'Method')?.value ?? 'none'] ?? 'starttls';
    const port = read('Authentication', 'Port');
    const number = Number(port?.value ?? 0);
    const authentication = methodsOf();
    servers.push({
      protocol,
      host: host.value,
      port: number >= 1 && number <= 65535 ? number : undefined,
      security,
      authentication,
      login: protocol === 'smtp' && authentication.includes('none') ? undefined : loginOf(),
      place: host.place,
    });
  }
  const address = read('Mail Identity', 'Address');
  const parsed = address === undefined ? undefined : senderIn(address.value);
  loseSettings(
    reading,
    [...file.groups.values()]
      .filter(({ name }) => !KNOWN.includes(name))
      .map(({ name, at }) => ({ what: `[${name}]`, at })),
  );
  const parent = read('Data Source', 'Parent')?.value;
  return {
    file: content.name,
    person: parent ?? uidOf(content.name),
    address: address === undefined || parsed === undefined ? undefined : { value: parsed, place: address.place },
    servers,
    losses: reading.losses,
  };

  function methodsOf(): Authentication[] {
    const method = read('Authentication', 'Method');
    // What PLAIN is on the wire is the password; `none` is the protocol's own way to send it, but for sending.
    if (method === undefined) return protocol === 'smtp' ? ['none'] : [];
    if (method.value === 'none') return protocol === 'smtp' ? ['none'] : [];
    if (/^(?:Google|Outlook|Yahoo|OAuth2)/.test(method.value)) return ['oauth2'];
    return methodsNamed(reading, [method.value], method.at);
  }

  function loginOf(): SaidServer['login'] {
    const user = read('Authentication', 'User');
    if (user === undefined) return undefined;
    // Evolution replaces variables in sources of an administrator (evolution-source-registry-autoconfig.c).
    if (!/\$\{/.test(user.value)) return { value: { login: user.value }, place: user.place };
    reading.losses.push(loss('import.lost-placeholder', { what: 'User', value: user.value }, user.place));
    return undefined;
  }
}

const backends: Readonly<Record<string, SaidServer['protocol']>> = {
  imapx: 'imap',
  imap: 'imap',
  pop: 'pop3',
  smtp: 'smtp',
};
const securities: Readonly<Record<string, Security>> = {
  none: 'none',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
};

/** What is read here, or is about the program. */
const KNOWN: readonly string[] = [
  ...['Data Source', 'Autoconfig', 'Mail Account', 'Mail Transport', 'Mail Identity', 'Mail Submission'],
  ...['Authentication', 'Security'],
];

/** A file of a source is called as its uid. */
function uidOf(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').replace(/\.source$/, '');
}
