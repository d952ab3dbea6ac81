import type { Artifact } from '../../src/artifacts/render.ts';
import { planFor } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem, type Problem } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { bundleOf, made } from '../made.ts';
import type { Expected } from './expected.ts';
import { readPayload } from './held/android.ts';
import { type Part, readers } from './held/index.ts';

/** What became of an account: the servers that each format names, the files, and each refusal. */
export interface Outcome {
  readonly held: Readonly<Record<string, readonly string[]>>;
  /** Those that bring no file of a client are pages. */
  readonly artifacts: readonly Artifact[];
  readonly refused: Readonly<Record<string, Problem>>;
  /** Formats that have nothing to say of the account. */
  readonly absent: readonly string[];
}

/** Every format of every client for the account, read by readers that are not ours. */
export function outcomeOf(account: Account): Outcome {
  const known = readers(account.address);
  const { artifacts, leftOut } = bundleOf(account);
  const name = ({ client, format }: { readonly client: string; readonly format: string }) => `${client}/${format}`;
  const held = Object.entries(known).flatMap(([format, [, read]]) => {
    const own = artifacts.filter((file) => name(file) === format);
    return own.length === 0 ? [] : [[format, read(own.map(made))] as const];
  });
  const plan = planFor(planPayload, account);
  const scanned = isProblem(plan) ? [] : [['thunderbird-android/qr', readPayload(plan.payload)] as const];
  return {
    held: Object.fromEntries([...held, ...scanned]),
    artifacts,
    refused: Object.fromEntries(leftOut.map((each) => [name(each), each.problem])),
    absent: formats.filter((format) => ![...artifacts, ...leftOut].some((each) => name(each) === format)),
  };
}

/** Every format of every client. */
const formats = clients.flatMap(({ id, formats: of }) => of('en').map((format) => `${id}/${format.id}`));

/** What has nothing to say: what is for Exchange alone where there is none, a profile for mail alone where there is nothing else, and what the table has. */
export function absences(of: Expected): string[] {
  const without = (formats: readonly string[], ...protocols: readonly string[]) =>
    among(of, ...protocols).length > 0 ? [] : formats;
  return [
    ...without(ACTIVE_SYNC, 'activesync'),
    ...without(['apple/exchange-macos'], 'ews'),
    ...without(['apple/mail'], 'caldav', 'carddav', 'webmail'),
    // For the first mailbox of a computer, which none of these is.
    'outlook/mac-managed',
    ...(of.absent ?? []).flatMap(mailFormats),
  ];
}

const ACTIVE_SYNC = [
  'apple/exchange-ios',
  'outlook/android-managed',
  'outlook/ios-managed',
  'android/gmail-managed',
  'nine/managed',
];

/** The code with which each format refuses, as the table says it. */
export function refusals({ refused = {} }: Expected): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refused).flatMap(([code, names]) => names.flatMap(mailFormats).map((format) => [format, code])),
  );
}

/** A format, or those of a client that are for mail and for everybody. */
function mailFormats(name: string): string[] {
  const client = clients.find(({ id }) => id === name);
  if (client === undefined) return [name];
  const others = [...ACTIVE_SYNC, 'apple/exchange-macos', 'apple/mail', 'outlook/mac-managed'];
  return formats.filter((format) => format.startsWith(`${name}/`) && !others.includes(format));
}

/** The servers that a format must name. */
export function servers(format: string, of: Expected): readonly string[] {
  const part = format === 'thunderbird-android/qr' ? 'pair' : readers('')[format]?.[0];
  if (part === undefined) throw new Error(`nobody reads ${format}`);
  return of.instead?.[format] ?? parts[part](of);
}

const first = ({ reads, sends }: Expected) => [...reads.slice(0, 1), ...sends.slice(0, 1)];
const among = ({ more = [] }: Expected, ...protocols: readonly string[]) =>
  more.filter((each) => protocols.includes(each.split(' ', 1)[0] ?? ''));

const parts: Readonly<Record<Part, (of: Expected) => readonly string[]>> = {
  all: ({ reads, sends }) => [...reads, ...sends],
  pair: first,
  preferences: ({ reads, sends }) => [...reads.slice(0, 1), ...sends],
  incoming: ({ reads }) => reads.slice(0, 1),
  outgoing: ({ sends }) => sends.slice(0, 1),
  whole: (of) => [...first(of), ...among(of, 'caldav', 'carddav', 'webmail')],
  activesync: (of) => among(of, 'activesync'),
  'for iOS': (of) => among(of, 'activesync', 'webmail'),
  'for macOS': (of) => among(of, 'ews', 'webmail'),
};

/** Is the line the one of the table? A file may have some of the ways to log in that the table has, and no other. */
export function isServer(held: string | undefined, wanted: string): boolean {
  const [mine, its] = [held ?? '', wanted].map((each) => each.split(' '));
  if (mine === undefined || its === undefined || mine.length !== its.length) return false;
  return its.every((word, index) => {
    const said = mine[index] ?? '';
    return index === WAY ? said.split('|').every((each) => word.split('|').includes(each)) : said === word;
  });
}

/** The word of a line of mail that says how the login is proved; other services have their login there. */
const WAY = 3;

/** Names of hosts in the world of these tests. */
export function hostsIn(text: string): string[] {
  // A name begins behind an escaped sign, too: `roy%40logins.example`.
  const written = text.replace(/%[0-9a-f]{2}/gi, ' ');
  return [...new Set(written.match(/(?:[a-z0-9-]+\.)+example(?![\w.-]*\w)/gi))].map((each) => each.toLowerCase());
}
