/*
 * A profile file of Outlook (`.prf`) as it stands: every section and key with its place, and nothing put right. Its seven parts are told apart by what they are called
 * (cc179062, “Customize Outlook profiles by using an Outlook Profile (PRF) file”).
 */

export interface PrfEntry {
  readonly key: string;
  /** In small letters: Windows reads all alike. */
  readonly lower: string;
  readonly value: string;
  readonly at: number;
}

export interface PrfSection {
  readonly name: string;
  readonly at: number;
  readonly entries: readonly PrfEntry[];
  /** The first of each key, in small letters. */
  readonly byKey: ReadonlyMap<string, PrfEntry>;
}

export interface PrfFile {
  readonly sections: readonly PrfSection[];
  /** Lines that say nothing. */
  readonly faults: readonly { readonly at: number; readonly line: string }[];
}

/** An account: what part 3 lists, part 5 says and part 7 maps. */
export interface PrfAccount {
  /** Its name in the list: `Account1`. */
  readonly name: string;
  /** Where the list has it. */
  readonly at: number;
  /** What the list says that it is: the name of a section of part 7. */
  readonly type: string;
  /** Part 5; `undefined` where there is none. */
  readonly values: PrfSection | undefined;
  /** Part 7; `undefined` where there is none. */
  readonly mapping: PrfSection | undefined;
  readonly protocol: 'imap' | 'pop3' | undefined;
}

/** Finds the sections, in the time of one way through the text. */
export function readPrf(text: string): PrfFile {
  const sections: OpenSection[] = [];
  const faults: { at: number; line: string }[] = [];
  let start = 0;
  for (const each of text.split(/\r\n|\r|\n/)) {
    const at = start + (each.length - each.trimStart().length);
    const line = each.trim();
    start += each.length + (text.startsWith('\r\n', start + each.length) ? 2 : 1);
    if (line === '' || line.startsWith(';')) continue;
    const equals = line.indexOf('=');
    const section = sections.at(-1);
    if (line.startsWith('[') && line.endsWith(']'))
      sections.push({ name: line.slice(1, -1).trim(), at, entries: [], byKey: new Map() });
    else if (equals > 0 && section !== undefined)
      add(section, line.slice(0, equals).trim(), line.slice(equals + 1).trim(), at);
    else faults.push({ at, line: line.slice(0, 80) });
  }
  return { sections, faults };
}

interface OpenSection extends PrfSection {
  readonly entries: PrfEntry[];
  readonly byKey: Map<string, PrfEntry>;
}

function add({ entries, byKey }: OpenSection, key: string, value: string, at: number): void {
  const entry = { key, lower: key.toLowerCase(), value, at };
  entries.push(entry);
  if (!byKey.has(entry.lower)) byKey.set(entry.lower, entry);
}

/** The section of this name, in whatever letters: Windows reads them so. */
export function prfSection({ sections }: PrfFile, name: string): PrfSection | undefined {
  return sections.find((section) => section.name.toLowerCase() === name.toLowerCase());
}

export function prfEntry(section: PrfSection | undefined, key: string): PrfEntry | undefined {
  return section?.byKey.get(key.toLowerCase());
}

/** `''` where it is absent. */
export function prfText(section: PrfSection | undefined, key: string): string {
  return prfEntry(section, key)?.value ?? '';
}

/** The accounts that part 3 lists. */
export function prfAccounts(file: PrfFile): PrfAccount[] {
  const byName = new Map(file.sections.toReversed().map((section) => [section.name.toLowerCase(), section]));
  const list = byName.get('internet account list')?.entries ?? [];
  return list.map(({ key, value, at }) => {
    const mapping = byName.get(value.toLowerCase());
    const type = prfText(mapping, 'AccountType').toUpperCase() || (/imap/i.test(value) ? 'IMAP' : 'POP3');
    const protocol = type === 'IMAP' ? 'imap' : type === 'POP3' ? 'pop3' : undefined;
    return { name: key, at, type: value, values: byName.get(key.toLowerCase()), mapping, protocol };
  });
}
