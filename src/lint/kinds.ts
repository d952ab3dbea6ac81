import type { KindId } from '../read/file-kind.ts';
import type { AnyKind } from './kind.ts';

/** A kind's rules are loaded when the first file of it is judged. */
const kinds: Readonly<Partial<Record<KindId, () => Promise<AnyKind>>>> = {
  mobileconfig: async () => (await import('./mobileconfig/mobileconfig-kind.ts')).mobileconfigKind,
  autodiscover: async () => (await import('./autodiscover/autodiscover-kind.ts')).autodiscoverKind,
  'autodiscover-v2': async () => (await import('./autodiscover-json/pointer-kind.ts')).pointerKind,
  pacc: async () => (await import('./pacc/pacc-kind.ts')).paccKind,
  'client-config': async () => (await import('./autoconfig/autoconfig.ts')).clientConfigKind,
  k9s: async () => (await import('./thunderbird-mobile/k9s.ts')).k9sKind,
  qr: async () => (await import('./thunderbird-mobile/qr-kind.ts')).qrKind,
  reg: async () => (await import('./windows-files/reg.ts')).regKind,
  prf: async () => (await import('./windows-files/prf.ts')).prfKind,
  profile: async () => (await import('./own-profile/profile-kind.ts')).profileKind,
  accountrc: async () => (await import('./claws/claws-kind.ts')).accountrcKind,
  source: async () => (await import('./sources/source-kind.ts')).sourceKind,
  muttrc: async () => (await import('./unix/muttrc-rules.ts')).muttrcKind,
  msmtprc: async () => (await import('./unix/msmtprc-rules.ts')).msmtprcKind,
  mbsyncrc: async () => (await import('./unix/mbsyncrc-rules.ts')).mbsyncrcKind,
  aerc: async () => (await import('./unix/aerc-rules.ts')).aercKind,
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
