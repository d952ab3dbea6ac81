import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Kind, personalKind } from '../app/answer.ts';
import type { Answer } from '../app/question.ts';
import type { Refusal } from './counts.ts';
import { linger } from './linger.ts';
import { hasBody, waits } from './request-body.ts';

/** What is said to whom is turned away; nothing of the request is repeated. */
interface Words {
  readonly reason: Refusal;
  readonly status: number;
  readonly phrase: string;
  readonly text: string;
}

export const refusals = {
  rate: { reason: 'rate', status: 429, phrase: 'Too Many Requests', text: 'Too many requests.' },
  busy: { reason: 'busy', status: 503, phrase: 'Service Unavailable', text: 'Too many requests wait; ask again.' },
  body: { reason: 'body', status: 413, phrase: 'Content Too Large', text: 'The body is too large.' },
  coding: { reason: 'malformed', status: 501, phrase: 'Not Implemented', text: 'This transfer coding is not known.' },
  expectation: { reason: 'malformed', status: 417, phrase: 'Expectation Failed', text: 'This expectation is not met.' },
  method: { reason: 'malformed', status: 405, phrase: 'Method Not Allowed', text: 'Method not allowed.' },
  slow: { reason: 'slow', status: 408, phrase: 'Request Timeout', text: 'The request took too long.' },
  headers: { reason: 'malformed', status: 431, phrase: 'Request Header Fields Too Large', text: 'Too many headers.' },
  malformed: { reason: 'malformed', status: 400, phrase: 'Bad Request', text: 'Bad request.' },
} as const satisfies Record<string, Words>;

export type RefusalName = keyof typeof refusals;

/** Refuses a request, and closes its connection. It says its length, so that it is whole whatever comes after it. */
export function refuse(
  name: RefusalName,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  more: Kind = [],
  page?: Answer,
): void {
  const { status, text } = refusals[name];
  const said = page?.body ?? `${text}\n`;
  outgoing.writeHead(status, [
    ...(page === undefined ? headersOf(text) : [...page.headers, 'Connection', 'close']),
    ...more,
  ]);
  if (incoming.complete || !hasBody(incoming) || waits(incoming)) {
    outgoing.end(said);
    return;
  }
  outgoing.write(said);
  incoming.once('error', () => {});
  linger(incoming, () => outgoing.end());
}

/** The same as bytes, for what is no request that a listener could be given. */
export function lastWord(name: RefusalName, ...more: Kind): string {
  const { status, phrase, text } = refusals[name];
  const lines = [...headersOf(text), ...more].map((each, index) => (index % 2 === 0 ? `${each}: ` : `${each}\r\n`));
  return `HTTP/1.1 ${status} ${phrase}\r\n${lines.join('')}\r\n${text}\n`;
}

const PLAIN_TEXT = personalKind('text/plain; charset=utf-8', 'Connection', 'close');

function headersOf(text: string): Kind {
  return [...PLAIN_TEXT, 'Content-Length', String(text.length + 1)];
}
