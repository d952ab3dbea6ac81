import { sha256 } from '../../artifacts/digest.ts';
import { contentSecurityPolicy } from '../../pages/policy.ts';

/** Every answer of the server is made here, so that none lacks its headers. */

/** On every answer. Nothing that we send is a page that may load, send or be framed; a browser must not take an answer for another type. */
const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** An answer about one person, or one that holds for this request only. Who is told to keep it all the same (`proxy_ignore_headers Cache-Control`) may still go by `Vary`. */
export const PERSONAL = { ...COMMON, 'Cache-Control': 'no-store', Vary: 'Host' } as const;

type Headers = Readonly<Record<string, string>>;

/** Of an answer about one person, or one that holds for this request only. One literal: copying others into it takes longer than sending it. */
function personalHeaders(mediaType: string, length: string): Headers {
  return {
    'X-Content-Type-Options': COMMON['X-Content-Type-Options'],
    'Referrer-Policy': COMMON['Referrer-Policy'],
    'Content-Security-Policy': COMMON['Content-Security-Policy'],
    'Cache-Control': PERSONAL['Cache-Control'],
    Vary: PERSONAL.Vary,
    'Content-Type': mediaType,
    'Content-Length': length,
  };
}

const utf8 = new TextEncoder();

/** An answer that nobody may keep. */
export function personal(body: string | Uint8Array, mediaType: string, more?: Headers, status = 200): Response {
  // HEAD is answered with these headers too, so the length is said here.
  const headers = personalHeaders(mediaType, lengthOf(body));
  // The type asks for a buffer that is not shared, which nothing of ours is.
  return new Response(body as BodyInit, { status, headers: more === undefined ? headers : { ...headers, ...more } });
}

/** A short text for whoever looks; it never repeats what was asked. */
export function plainText(status: number, text: string, more?: Headers): Response {
  return personal(`${text}\n`, 'text/plain; charset=utf-8', more, status);
}

/** What a page for people goes by, beside its URL. */
const VARIES = 'Host, Accept-Language, User-Agent';

/** What a page has that ours do not all have. */
interface Hashes {
  readonly scriptHash?: string | undefined;
  readonly styleHash?: string | undefined;
}

/**
 * A page for people. Its language and its device come from the request, so it holds for this request only.
 * @param hashes of the one script that it has (page/scripts.generated.ts), and of its provider's style (pages/look.ts)
 */
export function page(bytes: Uint8Array, status = 200, hashes: Hashes = {}): Response {
  // It may send its form here, and be in no frame.
  const policy = `${contentSecurityPolicy({ ...hashes, formAction: "'self'" })}; frame-ancestors 'none'`;
  const headers = { 'Content-Security-Policy': policy, Vary: VARIES };
  return personal(bytes, 'text/html; charset=utf-8', headers, status);
}

/** A file to keep under that name; our names are ASCII without quotes. */
export function attachment(bytes: Uint8Array, mediaType: string, name: string): Response {
  return personal(bytes, mediaType, { 'Content-Disposition': `attachment; filename="${name}"` });
}

/** JSON that is not kept. */
export function json(status: number, value: object): Response {
  return personal(JSON.stringify(value), 'application/json; charset=utf-8', undefined, status);
}

/** No body: for OPTIONS. */
export function noContent(more: Headers): Response {
  return new Response(null, { status: 204, headers: { ...PERSONAL, ...more } });
}

/** The answer to HEAD is that to GET without the body (RFC 9110 §9.3.2). */
export function withoutBody(answer: Response): Response {
  return new Response(null, answer);
}

/**
 * 302, and not 301: one in front of Exchange was seen to stop Outlook for good (a client may keep it for ever).
 * @param location a URL or a reference to one as it stands in an answer: percent-encoded
 */
export function redirect(location: string): Response {
  return plainText(302, 'It is elsewhere.', { Location: location });
}

/** A file that is the same for everybody, with the digest of its bytes. */
export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly etag: string;
}

/** Names the bytes by their digest, so that the same file has the same name in every process. */
export async function staticFile(bytes: Uint8Array, mediaType: string): Promise<StaticFile> {
  return { bytes, mediaType, etag: `"${await sha256(bytes)}"` };
}

/** A file that everybody may keep for an hour: all that it depends on is in the path. */
export function shared(file: StaticFile, request: Request): Response {
  return common(file, request, { 'Cache-Control': 'public, max-age=3600' });
}

/**
 * A file for all who ask at this host. No proxy may keep it: one that was set up carelessly goes by the path alone (nginx's `proxy_cache_key` has no host where
 * nobody writes one) and would give it to the people of another provider. Clients ask anew whether theirs holds.
 */
export function ofHost(file: StaticFile, request: Request): Response {
  return common(file, request, { 'Cache-Control': 'private, no-cache', Vary: 'Host' });
}

/** A file, or 304 where the client has it (RFC 9110 §13.1.2). Web clients may read it, too. */
function common({ bytes, mediaType, etag }: StaticFile, request: Request, caching: Headers): Response {
  const headers = { ...COMMON, ...caching, 'Access-Control-Allow-Origin': '*', ETag: etag };
  if (names(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  // The type asks for a buffer that is not shared, which nothing of ours is.
  return new Response(bytes as BodyInit, {
    headers: { ...headers, 'Content-Type': mediaType, 'Content-Length': String(bytes.length) },
  });
}

const room = new Uint8Array(64 * 1024);

/** The length of a body; of a text, in UTF-8: to write it into a buffer that is there costs a fraction of making one. */
function lengthOf(body: string | Uint8Array): string {
  if (typeof body !== 'string') return String(body.length);
  const { read, written } = utf8.encodeInto(body, room);
  return String(read === body.length ? written : utf8.encode(body).length);
}

/** Is this one of the entity tags of If-None-Match? They are compared weakly: a proxy that compresses makes ours weak. */
function names(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
