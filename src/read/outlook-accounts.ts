import type { RegistryEntry, RegistryFileText } from './registry-file.ts';

/*
 * Accounts that Outlook keeps in the registry, where somebody has exported them: a key for each in every profile, and those of Outlook Express and Outlook 2000 in a list. Names of
 * values are those that programs read there (public readers such as OpaqueMail; nothing of it is documented). Texts are UTF-16 in bytes up to Outlook 2010, and texts later.
 */

/** An account of a profile, or what stands in its place: an address book, a mailbox of Exchange. */
export interface RegistryAccount {
  /** Of the key. */
  readonly at: number;
  readonly path: string;
  readonly entries: readonly RegistryEntry[];
}

const ACCOUNT = /\\(?:9375CFF0413111d3B88A00104B2A6676|(?:Internet|OMI) Account Manager\\Accounts)\\[\da-f]{8}$/i;

/** The keys of accounts, in the order of the file. */
export function registryAccounts({ keys }: RegistryFileText): RegistryAccount[] {
  return keys.filter(({ path, deleted }) => !deleted && ACCOUNT.test(path));
}

/** The first value of these names: a text, or a number in decimals; `undefined` where none has any. */
export function registryValue(
  { entries }: RegistryAccount,
  ...names: readonly string[]
): { readonly text: string; readonly entry: RegistryEntry } | undefined {
  for (const name of names) {
    const entry = entries.find((each) => each.name.toLowerCase() === name.toLowerCase());
    const text = entry === undefined ? '' : textOf(entry).trim();
    if (entry !== undefined && text !== '') return { text, entry };
  }
  return undefined;
}

function textOf({ kind, text, bytes }: RegistryEntry): string {
  if (kind === 'dword') return String(Number.parseInt(text, 16));
  if (kind !== 'binary' || bytes === undefined) return text;
  const read = new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '');
  // Bytes of something else, such as an encrypted password.
  return bytes.length % 2 === 1 || /[\p{Cc}\p{Cs}\ufffd]/u.test(read) ? '' : read;
}
