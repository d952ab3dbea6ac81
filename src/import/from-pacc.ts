import type { Place, Problem } from '../errors.ts';
import type { Content } from '../read/content.ts';
import { type JsonNode, readJsonTree } from '../read/json-tree.ts';
import { positionsIn } from '../read/lines.ts';
import { memberAt, type PaccProtocol, paccOf } from '../read/pacc-file.ts';
import { unreadable } from './file-reading.ts';
import { isPageUrl } from './page-url.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/**
 * What a PACC document (draft-ietf-mailmaint-pacc) says: servers with TLS at their usual ports, where the login is the address. It names no mail domain: `--address` does.
 * @throws InputError where it is no JSON
 */
export function fromPacc(content: Content): Testimony {
  const file = content.name;
  const text = content.text ?? '';
  const json = readJsonTree(text);
  if (json.kind === 'fault') throw unreadable(content, 'PACC', json.detail, json.at);
  const position = positionsIn(text);
  const reading: Reading = { losses: [], placeOf: (at) => ({ file, ...position(at) }) };
  const { root, protocols } = paccOf(json.root);
  const url = textOf(
    reading,
    memberAt(root, 'info', 'provider', 'help', 'documentation') ?? memberAt(root, 'info', 'help', 'documentation'),
  );
  const isPage = url !== undefined && isPageUrl('documentation', url.value, url.place, reading.losses);
  const dav = (name: string) => {
    const found = protocols.find((each) => each.name === name);
    const link = found && textOf(reading, found.url);
    if (link === undefined || !isPageUrl(name, link.value, link.place, reading.losses)) return undefined;
    return { url: link.value, login: { value: { rule: '{address}' }, place: link.place }, place: link.place };
  };
  return {
    file,
    name: textOf(reading, memberAt(root, 'info', 'provider', 'name')),
    shortName: textOf(reading, memberAt(root, 'info', 'provider', 'shortName')),
    servers: protocols.flatMap((each) => serverOf(reading, each)),
    calendar: dav('caldav'),
    contacts: dav('carddav'),
    documentation: !isPage ? [] : [{ value: { url: url.value, title: {} }, place: url.place }],
    losses: [...reading.losses, ...others(reading, root)],
  };
}

/** What a profile has no place for. */
function others({ placeOf }: Reading, root: JsonNode): Problem[] {
  const known = [
    'protocols',
    'authentication',
    'info',
    'provider',
    'help',
    'documentation',
    'name',
    'shortName',
    'password',
  ];
  const within = [
    root,
    memberAt(root, 'authentication'),
    memberAt(root, 'info'),
    memberAt(root, 'info', 'provider'),
    memberAt(root, 'info', 'help'),
  ];
  return within.flatMap((node) =>
    Array.from(node?.entries ?? []).flatMap(([name, { at }]) =>
      known.includes(name) ? [] : [loss('import.lost', { what: name }, placeOf(at))],
    ),
  );
}

interface Reading {
  readonly losses: Problem[];
  readonly placeOf: (at: number) => Place;
}

/** The key for sending was renamed between two revisions of the draft. */
const servers: Readonly<Record<string, SaidServer['protocol']>> = {
  imap: 'imap',
  pop3: 'pop3',
  submit: 'smtp',
  smtp: 'smtp',
};

function serverOf(reading: Reading, { name, at, host }: PaccProtocol): SaidServer[] {
  const place = reading.placeOf(at);
  const protocol = Object.hasOwn(servers, name) ? servers[name] : undefined;
  if (protocol === undefined) {
    if (name !== 'caldav' && name !== 'carddav')
      reading.losses.push(loss('import.lost-server', { value: name }, place));
    return [];
  }
  const value = textOf(reading, host)?.value;
  if (value === undefined) {
    reading.losses.push(loss('import.lost-incomplete', { what: 'host' }, place));
    return [];
  }
  const login = { value: { rule: '{address}' }, place };
  return [{ protocol, host: value, port: undefined, security: 'tls', authentication: ['password'], login, place }];
}

function textOf(reading: Reading, node: JsonNode | undefined): Stated<string> | undefined {
  return node !== undefined && typeof node.value === 'string' && node.value.trim() !== ''
    ? { value: node.value.trim(), place: reading.placeOf(node.at) }
    : undefined;
}
