import { concatenated } from '../../model/bytes.ts';
import { plainText } from './answer.ts';
import type { Answer, Question } from './question.ts';
import { type Target, targetOf } from './target.ts';

/* What carries questions and answers as Web Request and Response: for edge runtimes, and for whoever has the application as a library. */

/** The most that is read of a body. As `--body-limit` has it where nobody says another. */
const BODY_LIMIT = 64 * 1024;

/** The application for Web requests. */
export function onWeb(answer: (question: Question) => Answer): (request: Request) => Response | Promise<Response> {
  return (request) => {
    const target = targetOf(request.url);
    // Nothing else of ours is asked with a body.
    if (request.method !== 'POST' || request.body === null) return responseOf(answer(questionOf(request, target)));
    return readBody(request, BODY_LIMIT).then(
      (body) => responseOf(body === undefined ? tooLarge() : answer(questionOf(request, target, body))),
      // Its sender went away, or sends no chunks.
      () => responseOf(plainText(400, 'Bad request.')),
    );
  };
}

/** A Web response of an answer. */
export function responseOf({ status, headers, body }: Answer): Response {
  const told = new Headers();
  for (let index = 0; index < headers.length; index += 2) told.append(headers[index] ?? '', headers[index + 1] ?? '');
  // The type asks for a buffer that is not shared, which nothing of ours is.
  return new Response(body.length === 0 ? null : (body as BodyInit), { status, headers: told });
}

function questionOf({ method, headers }: Request, target: Target, body?: Uint8Array): Question {
  return { ...target, method, header: (name) => headers.get(name) ?? undefined, body };
}

function tooLarge(): Answer {
  return plainText(413, 'The body is too large.');
}

/** The bytes of a body; `undefined` where it is longer than so many, which is found out without reading it all. */
async function readBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('Content-Length');
  if (Number(announced ?? 0) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Whoever calls has found a body.
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks);
    length += value.length;
    if (length > most) {
      // Whoever sends without end is not waited for.
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

/** Bytes one after the other; a single piece is not copied. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : concatenated(parts);
}
