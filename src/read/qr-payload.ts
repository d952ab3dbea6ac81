import type { JsonNode } from './json-tree.ts';

/*
 * The text of Thunderbird's account code (thunderbird-android, feature/migration/qrcode/qr-code-format.md) as it stands: every value with its place, and nothing put right but what
 * the app's own reader of JSON puts right, which takes a number for a text and a text of digits for a number (Moshi 1.15; seen when its code was run).
 */

export interface QrValue<T> {
  readonly value: T;
  readonly at: number;
  /** The way to it, as `[2][5]`. */
  readonly path: string;
}

export interface QrServer {
  readonly direction: 'incoming' | 'outgoing';
  readonly at: number;
  readonly protocol: QrValue<number> | undefined;
  readonly host: QrValue<string> | undefined;
  readonly port: QrValue<number> | undefined;
  readonly security: QrValue<number> | undefined;
  readonly authentication: QrValue<number> | undefined;
  readonly login: QrValue<string> | undefined;
  /** Of the incoming server alone. */
  readonly accountName: QrValue<string> | undefined;
  readonly password: QrValue<string> | undefined;
}

export interface QrIdentity {
  readonly email: QrValue<string> | undefined;
  readonly name: QrValue<string> | undefined;
}

export interface QrAccount {
  /** Which it is, from 1. */
  readonly number: number;
  readonly at: number;
  readonly incoming: QrServer;
  readonly groups: readonly { readonly outgoing: QrServer; readonly identities: readonly QrIdentity[] }[];
  /** Where the second group stands. */
  readonly secondGroupAt: number | undefined;
}

/** A place where something else stands than what the format has there. */
export interface QrFault {
  readonly what: 'missing' | 'null' | 'number' | 'text' | 'list';
  readonly at: number;
  readonly path: string;
}

export interface QrPayload {
  readonly version: QrValue<number> | undefined;
  readonly sequence: { readonly at: number; readonly part: number; readonly count: number } | undefined;
  readonly accounts: readonly QrAccount[];
  readonly faults: readonly QrFault[];
}

/** Finds the parts of a payload. Whoever judges looks at the faults first. */
export function qrPayloadOf(root: JsonNode): QrPayload {
  const faults: QrFault[] = [];
  const reader = readerOf(faults);
  const top = reader.list({ node: root, at: root.at, path: '$' });
  const slot = (index: number) => slotOf(top, index);
  const version = reader.number(slot(0));
  const sequence = reader.list(slot(1));
  const part = reader.number(slotOf(sequence, 0));
  const count = reader.number(slotOf(sequence, 1));
  const accounts: QrAccount[] = [];
  for (let index = 2; index === 2 || index < top.items.length; index += 2) {
    const incoming = reader.list(slot(index));
    const groups = reader.list(slot(index + 1));
    const each = groups.items.length === 0 ? [slotOf(groups, 0)] : groups.items.map((_, at) => slotOf(groups, at));
    accounts.push({
      number: accounts.length + 1,
      at: incoming.at,
      incoming: serverOf(reader, incoming, 'incoming'),
      groups: each.map((group) => groupOf(reader, reader.list(group))),
      secondGroupAt: groups.items[1]?.at,
    });
  }
  const said = part !== undefined && count !== undefined;
  return {
    version,
    sequence: said ? { at: sequence.at, part: part.value, count: count.value } : undefined,
    accounts,
    faults,
  };
}

interface Slot {
  readonly node: JsonNode | undefined;
  /** Of the list, where nothing is there. */
  readonly at: number;
  readonly path: string;
}

interface List {
  readonly items: readonly JsonNode[];
  readonly at: number;
  readonly path: string;
  /** It is none, and that has been told. */
  readonly absent: boolean;
}

function slotOf(list: List, index: number): Slot & { readonly told: boolean } {
  const node = list.items[index];
  return { node, at: node?.at ?? list.at, path: `${list.path}[${index}]`, told: list.absent };
}

type Reader = ReturnType<typeof readerOf>;

function readerOf(faults: QrFault[]) {
  const wrong = ({ node, at, path, told = false }: Slot & { readonly told?: boolean }, what: QrFault['what']) => {
    const found = node === undefined ? 'missing' : node.value === null ? 'null' : what;
    if (!told) faults.push({ what: found, at, path });
    return undefined;
  };
  return {
    number(slot: Slot & { readonly told?: boolean }): QrValue<number> | undefined {
      const { value } = slot.node ?? {};
      const number =
        typeof value === 'number'
          ? value
          : typeof value === 'string' && /^[+-]?\d{1,9}(?:\.0+)?$/.test(value)
            ? Number(value)
            : undefined;
      return number !== undefined && Number.isInteger(number)
        ? { value: number, at: slot.at, path: slot.path }
        : wrong(slot, 'number');
    },
    text(slot: Slot & { readonly told?: boolean }): QrValue<string> | undefined {
      const { value } = slot.node ?? {};
      return typeof value === 'string' || typeof value === 'number'
        ? { value: String(value), at: slot.at, path: slot.path }
        : wrong(slot, 'text');
    },
    list(slot: Slot & { readonly told?: boolean }): List {
      const { at, path, node } = slot;
      if (Array.isArray(node?.value)) return { items: node.items, at, path, absent: false };
      wrong(slot, 'list');
      return { items: [], at, path, absent: true };
    },
  };
}

function serverOf(reader: Reader, list: List, direction: QrServer['direction']): QrServer {
  const slot = (index: number) => slotOf(list, index);
  const optional = (index: number) => (list.items.length > index ? reader.text(slot(index)) : undefined);
  return {
    direction,
    at: list.at,
    protocol: reader.number(slot(0)),
    host: reader.text(slot(1)),
    port: reader.number(slot(2)),
    security: reader.number(slot(3)),
    authentication: reader.number(slot(4)),
    login: reader.text(slot(5)),
    accountName: direction === 'incoming' ? optional(6) : undefined,
    password: optional(direction === 'incoming' ? 7 : 6),
  };
}

function groupOf(reader: Reader, group: List): QrAccount['groups'][number] {
  const outgoing = serverOf(reader, reader.list(slotOf(group, 0)), 'outgoing');
  const places = group.items.length < 2 ? [1] : group.items.slice(1).map((_, index) => index + 1);
  const identities = places.map((place): QrIdentity => {
    const identity = reader.list(slotOf(group, place));
    return { email: reader.text(slotOf(identity, 0)), name: reader.text(slotOf(identity, 1)) };
  });
  return { outgoing, identities };
}
