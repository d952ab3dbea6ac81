import { InputError, type Problem } from '../errors.ts';
import type { Testimony } from '../import/testimony.ts';
import { testimonyOf } from '../import/testimony-readers.ts';
import { contentOf } from '../read/content.ts';
import { type KindId, kindOf } from '../read/file-kind.ts';
import type { WalkReached } from './hops.ts';
import { discoverProblem } from './words.ts';

/** What a document says, or why it says nothing. */
export type DocumentReading =
  | { readonly testimony: Testimony; readonly problem: Problem | undefined }
  | { readonly testimony?: never; readonly problem: Problem };

/**
 * Reads what a place has answered, as `import` reads a file.
 * @param name what comments and messages call it
 */
export async function readDocument({ body, type }: WalkReached, kind: KindId, name: string): Promise<DocumentReading> {
  const content = contentOf(name, body);
  const text = content.text ?? '';
  if (kindOf(content) !== kind) {
    const isPage = /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text) || /^text\/html\b/i.test(type);
    return { problem: isPage ? discoverProblem('discover.html', {}) : discoverProblem('discover.kind', { type }) };
  }
  try {
    const [testimony] = await testimonyOf(content, '');
    if (testimony === undefined || !saysWhere(testimony))
      return { problem: discoverProblem('discover.no-servers', {}) };
    return {
      testimony,
      problem: kind === 'client-config' && !isXmlType(type) ? discoverProblem('discover.type', { type }) : undefined,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem] = error.problems;
    // The place is told beside it.
    return { problem: problem === undefined ? discoverProblem('discover.no-servers', {}) : { ...problem, place: {} } };
  }
}

function saysWhere({ servers = [], exchange, calendar, contacts }: Testimony): boolean {
  return servers.length > 0 || exchange !== undefined || calendar !== undefined || contacts !== undefined;
}

/** As Thunderbird asks of it (FetchHTTP.sys.mjs, seen with 153). */
function isXmlType(type: string): boolean {
  return /^(?:text\/xml|application\/xml|text\/rdf)/.test(type);
}
