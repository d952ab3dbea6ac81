import { InputError } from '../errors.ts';
import type { Authentication, Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { readJsonTree } from '../read/json-tree.ts';
import { positionsIn } from '../read/lines.ts';
import { isMarkup, isPng } from '../read/png.ts';
import { type QrAccount, type QrPayload, type QrServer, type QrValue, qrPayloadOf } from '../read/qr-payload.ts';
import { type FileReading, lose, personalLogin } from './file-reading.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem } from './words.ts';

/** Where a value stands: its offset, and the way to it, which says more of a picture. */
type Spot = Pick<QrValue<unknown>, 'at' | 'path'>;

const securities: Readonly<Record<number, Security>> = { 0: 'none', 1: 'starttls', 2: 'starttls', 3: 'tls' };
const methods: Readonly<Record<number, Authentication>> = {
  0: 'none',
  1: 'password',
  2: 'cram-md5',
  3: 'gssapi',
  4: 'ntlm',
  5: 'certificate',
  6: 'oauth2',
};

/**
 * What an account code of Thunderbird says of a provider, as text or as a picture: its first account, for another is another person's or another provider's.
 * @throws InputError where it is none that the app reads
 */
export async function fromQr(content: Content): Promise<Testimony> {
  const file = content.name;
  const refused = (detail: string) =>
    new InputError(importProblem('import.unreadable-kind', { kind: 'QR', detail }, { file }));
  const pictured = isPng(content.bytes) || isMarkup(content.text ?? '');
  const picture = pictured
    ? (await import('../read/qr-picture.ts')).readQrPicture(content.bytes, content.text)
    : undefined;
  if (picture?.kind === 'none') throw refused('PNG, SVG');
  const text = picture?.text ?? content.text ?? '';
  const json = readJsonTree(text);
  if (json.kind === 'fault') throw refused(json.detail);
  const payload = qrPayloadOf(json.root);
  const [fault] = payload.faults;
  if (fault !== undefined) throw refused(`${fault.what} ${fault.path}`);
  const position = positionsIn(text);
  const placeOf = ({ at, path }: Spot) =>
    picture === undefined ? { file, field: path, ...position(at) } : { file, field: path };
  return testimonyFrom({ losses: [], placeOf }, payload, file);
}

function testimonyFrom(reading: FileReading<Spot>, { accounts }: QrPayload, file: string): Testimony {
  const [account, ...others] = accounts;
  for (const { at, number } of others) lose(reading, { at, path: '' }, 'import.lost', { what: `account ${number}` });
  if (account === undefined) throw new InputError(importProblem('import.nothing', {}, { file }));
  const [group, ...more] = account.groups;
  for (const { outgoing } of more)
    lose(reading, { at: outgoing.at, path: '' }, 'import.lost', { what: outgoing.host?.value ?? 'SMTP' });
  const servers = [account.incoming, ...(group === undefined ? [] : [group.outgoing])];
  return {
    file,
    address: addressIn(reading, group),
    shortName: nameOf(reading, account),
    servers: servers.flatMap((server) => serverOf(reading, server)),
    losses: reading.losses,
  };
}

function addressIn(
  reading: FileReading<Spot>,
  group: QrAccount['groups'][number] | undefined,
): Stated<string> | undefined {
  const [identity, ...others] = group?.identities ?? [];
  for (const { email } of others) if (email !== undefined) lose(reading, email, 'import.lost', { what: email.path });
  const { email, name } = identity ?? {};
  if (name !== undefined && name.value !== '') lose(reading, name, 'import.lost', { what: name.path });
  if (email === undefined) return undefined;
  if (addressOf(email.value) !== undefined) return { value: email.value, place: reading.placeOf(email) };
  lose(reading, email, 'import.lost-value', { what: email.path, value: email.value });
  return undefined;
}

/** As in the settings file. */
function nameOf(reading: FileReading<Spot>, { incoming: { accountName } }: QrAccount): Stated<string> | undefined {
  const value = accountName?.value.trim().replace(/\s+/g, ' ') ?? '';
  const named = accountName !== undefined && value !== '' && !value.includes('@');
  return named ? { value, place: reading.placeOf(accountName) } : undefined;
}

function serverOf(reading: FileReading<Spot>, server: QrServer): SaidServer[] {
  const { direction, protocol, host, port, security, authentication, login, password, at } = server;
  const speaks = direction === 'incoming' ? (['imap', 'pop3'] as const)[protocol?.value ?? -1] : 'smtp';
  const secure = securities[security?.value ?? -1];
  const spot = host ?? { at, path: '' };
  if (password !== undefined && password.value !== '') lose(reading, password, 'import.lost-password', {});
  if (speaks === undefined) lose(reading, spot, 'import.lost-server', { value: String(protocol?.value) });
  else if (host === undefined || host.value.trim() === '' || secure === undefined)
    lose(reading, spot, 'import.lost-incomplete', { what: secure === undefined ? 'security' : 'host' });
  else {
    if (secure === 'none') lose(reading, spot, 'import.clear', {});
    const method = methods[authentication?.value ?? -1];
    if (method === undefined && authentication !== undefined)
      lose(reading, authentication, 'import.lost-authentication', { value: String(authentication.value) });
    const valid = port !== undefined && port.value >= 1 && port.value <= 65_535;
    if (!valid && port !== undefined)
      lose(reading, port, 'import.lost-value', { what: port.path, value: String(port.value) });
    return [
      {
        protocol: speaks,
        host: host.value.trim(),
        port: valid ? port.value : undefined,
        security: secure,
        authentication: method === undefined ? [] : [method],
        login: login === undefined ? undefined : personalLogin(login.value, reading.placeOf(login)),
        place: reading.placeOf(spot),
      },
    ];
  }
  return [];
}
