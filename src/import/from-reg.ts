import { InputError } from '../errors.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { type RegistryEntry, readRegistryText } from '../read/registry-file.ts';
import { type FileReading, lose } from './file-reading.ts';
import type { Stated, Testimony } from './testimony.ts';
import { importProblem } from './words.ts';

/**
 * What a registry file for Outlook says of a provider: the mail domain, and that the servers stand in another file (`autodiscover.xml`), whose path it names.
 * @throws InputError where it says nothing of Outlook
 */
export function fromReg(content: Content): Testimony {
  const { name: file, text = '' } = content;
  const position = positionsIn(text);
  const reading: FileReading<{ readonly at: number }> = {
    losses: [],
    placeOf: ({ at }) => ({ file, ...position(at) }),
  };
  const domains = new Map<string, Stated<string>>();
  for (const { path, entries } of readRegistryText(content).keys) {
    if (!/\\Outlook\\AutoDiscover$/i.test(path)) continue;
    for (const entry of entries) {
      const { name } = entry;
      if (!isDomain(name)) continue;
      const known = domains.get(name.toLowerCase());
      domains.set(name.toLowerCase(), known ?? { value: name.toLowerCase(), place: reading.placeOf(entry) });
      if (known === undefined) tell(reading, entry);
    }
  }
  if (domains.size === 0) throw new InputError(importProblem('import.nothing', {}, { file }));
  return { file, domains: [...domains.values()], losses: reading.losses };
}

/** Names of values of Outlook's own have no dot. */
function isDomain(name: string): boolean {
  return name.includes('.') && addressOf(`a@${name}`) !== undefined;
}

function tell(reading: FileReading<{ readonly at: number }>, entry: RegistryEntry): void {
  if (entry.kind === 'deleted') return;
  lose(reading, entry, 'import.elsewhere', { value: entry.text });
}
