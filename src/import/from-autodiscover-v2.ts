import { InputError } from '../errors.ts';
import type { Content } from '../read/content.ts';
import { readJsonTree } from '../read/json-tree.ts';
import { positionsIn } from '../read/lines.ts';
import { unreadable } from './file-reading.ts';
import type { Testimony } from './testimony.ts';
import { importProblem } from './words.ts';

/**
 * What the short answer of Autodiscover (v2, JSON) says: where ActiveSync or the web services of Exchange are. It names no mail domain: `--address` does.
 * @throws InputError where it is no JSON, an error, or names nothing but another Autodiscover
 */
export function fromAutodiscoverV2(content: Content): Testimony {
  const file = content.name;
  const text = content.text ?? '';
  const json = readJsonTree(text);
  if (json.kind === 'fault') throw unreadable(content, 'Autodiscover', json.detail, json.at);
  const member = (name: string) => Array.from(json.root.entries).find(([key]) => key.toLowerCase() === name)?.[1].node;
  const textOf = (name: string) => {
    const value = member(name)?.value;
    return typeof value === 'string' ? value : '';
  };
  if (member('errorcode') !== undefined)
    throw new InputError(importProblem('import.answer-error', { value: textOf('errorcode') }, { file }));
  const url = textOf('url');
  const protocol = textOf('protocol').toLowerCase();
  if (protocol.startsWith('autodiscover') && URL.canParse(url))
    throw new InputError(
      importProblem('import.redirect-url', { value: url }, { file, ...positionsIn(text)(member('url')?.at ?? 0) }),
    );
  const activeSync = protocol === 'activesync';
  if (!URL.canParse(url) || (!activeSync && protocol !== 'ews'))
    throw new InputError(importProblem('import.nothing', {}, { file }));
  const place = { file, ...positionsIn(text)(member('url')?.at ?? 0) };
  const { hostname: host } = new URL(url);
  const exchange = { host, activeSync, webServices: !activeSync, authentication: [], login: undefined, place };
  return { file, exchange, losses: [] };
}
