/** May it be a user name over HTTP, as CalDAV, CardDAV and Exchange ask for it? What stands before the first colon is the name there, and the rest the password (RFC 7617 §2). */
export function fitsHttp(login: string): boolean {
  return !login.includes(':');
}
