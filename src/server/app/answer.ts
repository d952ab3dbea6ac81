import { pageScripts } from '../../pages/frame.ts';
import { contentSecurityPolicy } from '../../pages/policy.ts';
import { featureHashes, partHashes, styleHashes } from '../../pages/styles.generated.ts';
import { sha256 } from '../../platform.ts';
import type { Answer, Question } from './question.ts';

/** Every answer of the server is made here, so that none lacks its headers. */

/** The headers of a kind of answer, all but its length: names and values in turn, put together once. */
export type Kind = readonly string[];

/** On every answer. A browser must not take an answer for another type. */
const COMMON: Kind = ['X-Content-Type-Options', 'nosniff', 'Referrer-Policy', 'no-referrer'];

/** Nothing that we send is a page that may load, send or be framed, but for pages. */
const NO_PAGE: Kind = [
  ...COMMON,
  'Content-Security-Policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
];

/** An answer about one person, or one that holds for this request only. Who is told to keep it all the same (`proxy_ignore_headers Cache-Control`) may still go by `Vary`. */
export const PERSONAL: Kind = [...NO_PAGE, 'Cache-Control', 'no-store', 'Vary', 'Host'];

/** A kind of answer that nobody may keep. */
export function personalKind(mediaType: string, ...more: Kind): Kind {
  return Object.freeze([...PERSONAL, 'Content-Type', mediaType, ...more]);
}

const utf8 = new TextEncoder();
const NOTHING = new Uint8Array();

/** An answer of a kind. HEAD is answered with these headers too, so the length is said here. */
export function personal(body: Uint8Array, kind: Kind, status = 200): Answer {
  return { status, headers: [...kind, 'Content-Length', String(body.length)], body };
}

const PLAIN_TEXT = personalKind('text/plain; charset=utf-8');

/** A short text for whoever looks; it never repeats what was asked. */
export function plainText(status: number, text: string, ...more: Kind): Answer {
  return personal(utf8.encode(`${text}\n`), more.length === 0 ? PLAIN_TEXT : [...PLAIN_TEXT, ...more], status);
}

/** What a page for people goes by, beside its URL. */
const VARIES = 'Host, Accept-Language, User-Agent';

/** A page says itself which of them it has. */
const ALL_STYLES = [
  ...new Set<string>([...styleHashes, ...Object.values(partHashes).flat(), ...Object.values(featureHashes)]),
];

/** What a page has that ours do not all have. */
interface Hashes {
  readonly scriptHash?: string | undefined;
  readonly styleHash?: string | undefined;
}

/**
 * A page for people. Its language and its device come from the request, so it holds for this request only.
 * @param hashes of the script that it has beside the one that copies (pages/scripts.generated.ts), and of its provider's style (pages/look.ts)
 */
export function page(bytes: Uint8Array, status = 200, { scriptHash, styleHash }: Hashes = {}): Answer {
  const policy = pagePolicy({ scriptHashes: pageScripts(scriptHash), styleHashes: styleHash ? [styleHash] : [] });
  const caching = ['Cache-Control', 'no-store', 'Vary', VARIES];
  const headers = [
    ...COMMON,
    'Content-Security-Policy',
    policy,
    ...caching,
    'Content-Type',
    'text/html; charset=utf-8',
  ];
  return personal(bytes, headers, status);
}

/** The policy of pages that a server sends: each may send its form to where it comes from, and be in no frame. */
export function pagePolicy({
  scriptHashes,
  styleHashes,
}: {
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
}): string {
  const styles = [...ALL_STYLES, ...styleHashes];
  return `${contentSecurityPolicy({ styles, scriptHashes, formAction: "'self'" })}; frame-ancestors 'none'`;
}

/**
 * A page that answers a form, so that a browser can go back to it. What is not to be stored at all it could only ask for again, and it asks the person whether to send the
 * form once more (Chromium 156), or shows an error in its place (Firefox 153). Whoever has sent the form has typed what is in it on this device, and takes files with it
 * home; nobody between may keep it, and nobody is answered with it again.
 */
export function inHistory({ headers, ...answer }: Answer): Answer {
  if (headerOf({ headers }, 'Content-Type')?.startsWith('text/html') !== true) return { headers, ...answer };
  const at = headers.indexOf('Cache-Control') + 1;
  return { ...answer, headers: headers.with(at, 'private, max-age=0') };
}

/** Names a file to be kept; our names are ASCII without quotes. */
export function attached(name: string): Kind {
  return ['Content-Disposition', `attachment; filename="${name}"`];
}

const JSON_KIND = personalKind('application/json; charset=utf-8');

/** JSON that is not kept. */
export function json(status: number, value: object): Answer {
  return personal(utf8.encode(JSON.stringify(value)), JSON_KIND, status);
}

/** No body: for OPTIONS. */
export function noContent(...more: Kind): Answer {
  return { status: 204, headers: [...PERSONAL, ...more], body: NOTHING };
}

/** The value of a header of ours, by its name as we write it. */
export function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  const at = headers.indexOf(name);
  return at === -1 ? undefined : headers[at + 1];
}

/** The answer to HEAD is that to GET without the body (RFC 9110 §9.3.2). */
export function withoutBody({ status, headers }: Answer): Answer {
  return { status, headers, body: NOTHING };
}

/**
 * 302, and not 301, where nothing else is said: one in front of Exchange was seen to stop Outlook for good (a client may keep it for ever).
 * @param status 303: asked for by GET, whatever was sent here; 307: sent there as it was sent here (RFC 9110 §15.4)
 * @param location a URL or a reference to one as it stands in an answer: percent-encoded
 */
export function redirect(location: string, status: 302 | 303 | 307 = 302): Answer {
  return plainText(status, 'It is elsewhere.', 'Location', location);
}

/** A file that is the same for everybody, with the headers of its bytes. */
export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Of the file, and of the answer that the client has it already. */
  readonly whole: Kind;
  readonly known: Kind;
}

/** How long a file may be kept, and by whom. */
export type Caching = Kind;

/** A file that everybody may keep for an hour: all that it depends on is in the path. */
export const SHARED: Caching = ['Cache-Control', 'public, max-age=3600'];

/**
 * A file for all who ask at this host. No proxy may keep it: one that was set up carelessly goes by the path alone (nginx's `proxy_cache_key` has no host where
 * nobody writes one) and would give it to the people of another provider. Clients ask anew whether theirs holds.
 */
export const OF_HOST: Caching = ['Cache-Control', 'private, no-cache', 'Vary', 'Host'];

/** Names the bytes by their digest, so that the same file has the same name in every process. Web clients may read it, too. */
export function staticFile(bytes: Uint8Array, mediaType: string, caching: Caching): StaticFile {
  const etag = `"${sha256(bytes)}"`;
  const known = [...NO_PAGE, ...caching, 'Access-Control-Allow-Origin', '*', 'ETag', etag];
  const whole = [...known, 'Content-Type', mediaType, 'Content-Length', String(bytes.length)];
  return { bytes, etag, whole: Object.freeze(whole), known: Object.freeze(known) };
}

/** The file, or 304 where the client has it (RFC 9110 §13.1.2). */
export function fileAnswer({ bytes, etag, whole, known }: StaticFile, { header }: Question): Answer {
  if (names(header('if-none-match'), etag)) return { status: 304, headers: known, body: NOTHING };
  return { status: 200, headers: whole, body: bytes };
}

/** Is this one of the entity tags of If-None-Match? They are compared weakly: a proxy that compresses makes ours weak. */
function names(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
