import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainText } from '../app/answer.ts';
import type { Answer, Question } from '../app/question.ts';
import type { Target } from '../app/target.ts';

/* What carries questions and answers on Node's own HTTP server: nothing is copied, and no object of the Web's is made. */

/** The application, or any other that answers; what it needs time for, it promises. */
export type Application = (question: Question) => Answer | Promise<Answer>;

export function questionOf({ method = 'GET', headers }: IncomingMessage, target: Target, body?: Uint8Array): Question {
  const { scheme, host, hostname, path, query } = target;
  return { scheme, host, hostname, path, query, method, header: (name) => headerOf(headers[name]), body };
}

/** Only Set-Cookie is a list, which nobody asks for. */
function headerOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}

/** Sends an answer. @param defect hears of one that no HTTP can carry; it is a 500 then */
export function send(answer: Answer, outgoing: ServerResponse, defect: (error: unknown) => void): void {
  const { status, headers, body } = answer;
  try {
    // Node's types want a list of its own to change, and it changes none.
    outgoing.writeHead(status, headers as string[]);
  } catch (error) {
    defect(error);
    const { status, headers, body } = plainText(500, 'Internal error.');
    outgoing.writeHead(status, headers as string[]).end(body);
    return;
  }
  if (body.length === 0) outgoing.end();
  else outgoing.end(body);
}
