import type { KindId } from '../read/file-kind.ts';
import type { AnyKind } from './kind.ts';

/** A kind's rules are loaded when the first file of it is judged. */
const kinds: Readonly<Partial<Record<KindId, () => Promise<AnyKind>>>> = {
  'client-config': async () => (await import('./autoconfig/autoconfig.ts')).clientConfigKind,
  k9s: async () => (await import('./thunderbird-mobile/k9s.ts')).k9sKind,
  qr: async () => (await import('./thunderbird-mobile/qr-kind.ts')).qrKind,
  reg: async () => (await import('./windows-files/reg.ts')).regKind,
  prf: async () => (await import('./windows-files/prf.ts')).prfKind,
  profile: async () => (await import('./own-profile/profile-kind.ts')).profileKind,
};

export const kindIds = Object.keys(kinds) as readonly KindId[];

/** Whoever judges many files of one kind waits for it once. */
const loaded = new Map<KindId, Promise<AnyKind>>();

export function loadKind(id: KindId): Promise<AnyKind> {
  const load = kinds[id];
  if (load === undefined) throw new Error(`no rules are there for ${id}`);
  const kind = loaded.get(id) ?? load();
  loaded.set(id, kind);
  return kind;
}
