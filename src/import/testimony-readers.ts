import { InputError } from '../errors.ts';
import { inFile } from '../read/beyond-limit.ts';
import type { Content } from '../read/content.ts';
import { type KindId, kindOf } from '../read/file-kind.ts';
import type { Testimony, TestimonyReader } from './testimony.ts';
import { importProblem } from './words.ts';

/** How each kind of file is read; loaded when the first of it is. */
const readers: Readonly<Partial<Record<KindId, () => Promise<TestimonyReader>>>> = {
  autodiscover: async () => (await import('./from-autodiscover.ts')).fromAutodiscover,
  'autodiscover-v2': async () => (await import('./from-autodiscover-v2.ts')).fromAutodiscoverV2,
  'client-config': async () => (await import('./from-client-config.ts')).fromClientConfig,
  k9s: async () => (await import('./from-k9s.ts')).fromK9s,
  qr: async () => (await import('./from-qr.ts')).fromQr,
  prf: async () => (await import('./from-prf.ts')).fromPrf,
  reg: async () => (await import('./from-reg.ts')).fromReg,
  accountrc: async () => (await import('./from-accountrc.ts')).fromAccountrc,
  source: async () => (await import('./from-source.ts')).fromSource,
  muttrc: async () => (await import('./from-muttrc.ts')).fromMuttrc,
  msmtprc: async () => (await import('./from-msmtprc.ts')).fromMsmtprc,
  mbsyncrc: async () => (await import('./from-mbsyncrc.ts')).fromMbsyncrc,
  aerc: async () => (await import('./from-aerc.ts')).fromAerc,
  mobileconfig: async () => (await import('./from-mobileconfig.ts')).fromMobileconfig,
  pacc: async () => (await import('./from-pacc.ts')).fromPacc,
};

/** Kinds of files that can be imported. */
export const importable = Object.keys(readers) as readonly KindId[];

/**
 * What a file says of a provider, once for each account that it has.
 * @param kinds the kinds, in words, for who named another
 * @throws InputError where it is none of them, or cannot be read
 */
export async function testimonyOf(content: Content, kinds: string): Promise<readonly Testimony[]> {
  const kind = kindOf(content);
  if (kind === 'profile') throw new InputError(importProblem('import.is-profile', {}, { file: content.name }));
  const load = kind === undefined ? undefined : readers[kind];
  if (load === undefined) throw new InputError(importProblem('import.unknown-kind', { kinds }, { file: content.name }));
  const read = await load();
  return inFile(content.name, async () => [await read(content)].flat());
}
