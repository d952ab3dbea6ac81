import { createHash, type X509Certificate } from 'node:crypto';
import { posix } from 'node:path';
import type { Problem } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { checkProblem, UnfitError, wordsOfError } from './check-fault.ts';
import { meaningOf, type NamedFile } from './check-formats.ts';
import { type Difference, differencesOf, type Meaning } from './check-meaning.ts';
import type { Standing } from './check-standing.ts';

/** A file as `manifest.json` has it. */
interface Listed extends NamedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** What is looked at, and how messages speak of it. */
export interface Subject {
  readonly standing: Standing;
  readonly account: Account;
  /** Where a file of it is. */
  readonly shown: (name: string) => string;
  /** What is made anew where it is missing. */
  readonly whole: string;
  readonly signer: X509Certificate | undefined;
}

const MANIFEST = 'manifest.json';

/** Opens all that stands for somebody, and says what is not as it should be. */
export async function checkPerson(subject: Subject): Promise<Problem[]> {
  const { standing, shown, whole } = subject;
  let listed: readonly Listed[];
  const problems: Problem[] = [];
  try {
    const manifest = readManifest(await standing.read(MANIFEST));
    listed = manifest.artifacts;
    problems.push(...manifestDifferences(manifest, subject));
  } catch (error) {
    const place = { file: shown(MANIFEST) };
    if (!standing.sizes.has(MANIFEST)) return [checkProblem('check.absent', { whole }, place)];
    return [checkProblem('check.manifest', { reason: wordsOfError(error), whole }, place)];
  }
  for (const file of listed) problems.push(...(await fileProblems(file, subject)));
  const known = new Set([MANIFEST, ...listed.map(({ path }) => path)]);
  const extra = [...standing.sizes.keys()].filter((name) => !known.has(name));
  return [
    ...problems,
    ...extra.map((name) => checkProblem('check.extra', { whole }, { file: shown(name) })),
    ...standing.twice.map((name) => checkProblem('check.twice', { whole }, { file: shown(name) })),
  ];
}

interface Manifest {
  readonly provider: string;
  readonly account: { readonly address: string; readonly login: string; readonly role: string };
  readonly artifacts: readonly Listed[];
}

/** @throws Error */
function readManifest(bytes: Uint8Array): Manifest {
  const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<Manifest> | null;
  const { provider, account, artifacts } = read ?? {};
  if (typeof provider !== 'string' || typeof account !== 'object' || account === null || !Array.isArray(artifacts))
    throw new Error('provider, account, artifacts');
  for (const each of artifacts as readonly (Partial<Listed> | null)[]) {
    const texts = [each?.client, each?.format, each?.path, each?.mediaType, each?.sha256];
    if (!texts.every((text) => typeof text === 'string') || typeof each?.bytes !== 'number')
      throw new Error('artifacts');
  }
  return { provider, account, artifacts };
}

function manifestDifferences({ provider, account }: Manifest, subject: Subject): Problem[] {
  const { address, login, role, provider: of } = subject.account;
  const said: [field: string, found: unknown, wanted: string][] = [
    ['provider', provider, of.id],
    ['account.address', account.address, address],
    ['account.login', account.login, login],
    ['account.role', account.role, role],
  ];
  const different = said.filter(([, found, wanted]) => found !== wanted);
  return different.map(([field, found, wanted]) => told({ field, found: String(found), wanted }, MANIFEST, subject));
}

async function fileProblems(file: Listed, subject: Subject): Promise<Problem[]> {
  const { standing, shown, whole, signer, account } = subject;
  const place = { file: shown(file.path) };
  const size = standing.sizes.get(file.path);
  if (size === undefined) return [checkProblem('check.missing', { whole }, place)];
  if (size !== file.bytes) return [checkProblem('check.size', { found: size, wanted: file.bytes, whole }, place)];
  let bytes: Uint8Array;
  try {
    bytes = await standing.read(file.path);
  } catch (error) {
    return [checkProblem('check.unreadable', { reason: wordsOfError(error), whole }, place)];
  }
  const changed = createHash('sha256').update(bytes).digest('hex') !== file.sha256;
  const damage = changed ? [checkProblem('check.changed', { whole }, place)] : [];
  try {
    const meaning = await meaningOf(bytes, file, { address: account.address, signer });
    const differences = [...differencesOf(meaning, account), ...unshown(meaning, file, account)];
    return [
      ...damage,
      ...differences.map((each) => told(each, file.path, subject)),
      ...deadLinks(meaning, file, standing).map((target) => checkProblem('check.link', { target, whole }, place)),
    ];
  } catch (error) {
    if (!(error instanceof UnfitError)) throw error;
    // Where bytes are others, that is what is wrong with it.
    return changed ? damage : [checkProblem(error.code, { ...error.details, whole }, place)];
  }
}

function told({ field, found, wanted }: Difference, name: string, { shown, whole }: Subject): Problem {
  const place = { file: shown(name), field };
  if (wanted === undefined) return checkProblem('check.no-service', { found: found ?? '', whole }, place);
  if (found === undefined) return checkProblem('check.no-value', { wanted, whole }, place);
  return checkProblem('check.value', { found, wanted, whole }, place);
}

/** Pages on which people read what they type have to show it. */
function unshown({ text }: Meaning, { client, format }: NamedFile, account: Account): Difference[] {
  if (text === undefined || client !== 'facteur') return [];
  const { displayAddress, incoming, outgoing } = account;
  const address = { field: 'address', wanted: displayAddress };
  const servers = [
    ...incoming.slice(0, 1).map((server) => ['incoming', server] as const),
    ...outgoing.slice(0, 1).map((server) => ['outgoing', server] as const),
  ];
  const values = servers.flatMap(([service, { host, port, login, authentication }]) => [
    { field: `${service}.host`, wanted: host },
    { field: `${service}.port`, wanted: String(port) },
    ...(authentication[0] === 'none' ? [] : [{ field: `${service}.login`, wanted: login }]),
  ]);
  const wanted = { overview: [address], letter: [address, ...values] }[format] ?? [];
  return wanted.filter((each) => !hasWord(text, each.wanted.replace(/\s+/gu, ' ')));
}

/** Does it stand there by itself? 993 is not in 4993. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + word.length, at + word.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** Links to files beside the page that are not there. */
function deadLinks({ links = [] }: Meaning, { path }: NamedFile, { has }: Standing): string[] {
  const local = links.filter((link) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(link));
  const targets = local.map((link) =>
    posix.join(posix.dirname(path), decodeURIComponent(link.split(/[?#]/, 1)[0] ?? '')),
  );
  return [...new Set(targets)].filter((target) => !has(target));
}
