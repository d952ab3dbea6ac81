/** What a request's URL says, as a URL object would. */
export interface Target {
  /** `https`, without the colon. */
  readonly scheme: string;
  /** With the port where it is not the scheme's own. */
  readonly host: string;
  readonly hostname: string;
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
}

/**
 * Takes the URL of a Web request apart. The platform has made a URL of it already (Fetch Standard, `Request.url`), so its parts stand between the
 * first of each separator; a second URL object would cost as much as the rest of an answer.
 */
export function targetOf(url: string): Target {
  const colon = url.indexOf('://');
  const slash = url.indexOf('/', colon + 3);
  const hash = url.indexOf('#', slash);
  const end = hash < 0 ? url.length : hash;
  const mark = url.indexOf('?', slash);
  const query = mark < 0 || mark > end ? end : mark;
  const authority = url.slice(colon + 3, slash);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = host.lastIndexOf(':');
  return {
    scheme: url.slice(0, colon),
    host,
    // The colons of an IPv6 address stand before its bracket.
    hostname: port > host.lastIndexOf(']') ? host.slice(0, port) : host,
    path: url.slice(slash, query),
    // A URL object calls a bare question mark no query either.
    query: query + 1 < end ? url.slice(query, end) : '',
  };
}
