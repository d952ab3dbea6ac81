import { InputError } from '../errors.ts';
import type { Authentication, Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { readJsonTree } from '../read/json-tree.ts';
import { positionsIn } from '../read/lines.ts';
import { placedLines } from '../read/placed-lines.ts';
import { isMarkup, isPng } from '../read/png.ts';
import { type QrAccount, type QrServer, type QrValue, qrPayloadOf } from '../read/qr-payload.ts';
import { type FileReading, lose, personalLogin } from './file-reading.ts';
import { type SaidAccount, testimoniesOf } from './said-accounts.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem, loss } from './words.ts';

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
 * What an account code of Thunderbird says of a provider, as a picture or as text (of several codes, one a line): its first account, and those at the same servers.
 * @throws InputError where it is none that the app reads
 */
export async function fromQr(content: Content): Promise<Testimony[]> {
  const file = content.name;
  const refused = (detail: string) =>
    new InputError(importProblem('import.unreadable-kind', { kind: 'QR', detail }, { file }));
  const pictured = isPng(content.bytes) || isMarkup(content.text ?? '');
  const picture = pictured
    ? (await import('../read/qr-picture.ts')).readQrPicture(content.bytes, content.text)
    : undefined;
  if (picture?.kind === 'none') throw refused('PNG, SVG');
  const text = picture?.text ?? content.text ?? '';
  const position = positionsIn(text);
  const codes = codesIn(text).map(({ code, at: from }) => {
    const json = readJsonTree(code);
    if (json.kind === 'fault') throw refused(json.detail);
    const payload = qrPayloadOf(json.root);
    const [fault] = payload.faults;
    if (fault !== undefined) throw refused(`${fault.what} ${fault.path}`);
    const placeOf = ({ at, path }: Spot) =>
      picture === undefined ? { file, field: path, ...position(from + at) } : { file, field: path };
    return { payload, placeOf };
  });
  const losses = codes.flatMap(({ payload: { sequence }, placeOf }) => {
    const { part, count, at } = sequence ?? { part: 1, count: 1, at: 0 };
    // The others may be in further files: that is for who gathers them.
    return codes.length > 1 || count < 2 ? [] : [loss('import.part', { part, count }, placeOf({ at, path: '[1]' }))];
  });
  return testimoniesOf(
    { file, losses },
    codes.flatMap(({ payload, placeOf }) => payload.accounts.map((each) => accountOf({ losses: [], placeOf }, each))),
  );
}

/** A text may have the codes of a sequence, each in a line of its own. */
function codesIn(text: string): { readonly code: string; readonly at: number }[] {
  const lines = placedLines(text).filter((line) => line.text.trim() !== '');
  const several = lines.length > 1 && lines.every((line) => /^\s*\[.*\]\s*$/.test(line.text));
  return several ? lines.map((line) => ({ code: line.text, at: line.at })) : [{ code: text, at: 0 }];
}

function accountOf(reading: FileReading<Spot>, account: QrAccount): SaidAccount {
  const { number, at, incoming, groups } = account;
  const [group, ...more] = groups;
  for (const { outgoing } of more)
    lose(reading, { at: outgoing.at, path: '' }, 'import.lost', { what: outgoing.host?.value ?? 'SMTP' });
  const servers = [incoming, ...(group === undefined ? [] : [group.outgoing])];
  const address = addressIn(reading, group);
  return {
    name: incoming.accountName?.value.trim() || (address?.value ?? String(number)),
    address,
    shortName: nameOf(reading, account),
    servers: servers.flatMap((server) => serverOf(reading, server)),
    place: reading.placeOf({ at, path: `[${number * 2}]` }),
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
  lose(reading, email, 'import.lost-address', { value: email.value });
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
    const method = methods[authentication?.value ?? -1];
    if (method === undefined && authentication !== undefined)
      lose(reading, authentication, 'import.lost-authentication', { value: String(authentication.value) });
    const valid = port !== undefined && port.value >= 1 && port.value <= 65_535;
    if (!valid && port !== undefined) lose(reading, port, 'import.lost-port', { value: String(port.value) });
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
