/*
 * Names that every computer has for itself, and that lead nowhere from another one.
 */

/** `localhost` and all below it (RFC 6761 §6.3), 127.0.0.0/8 and ::1, and those of no machine at all, which stand for the same one (RFC 6890 §2.2.2). */
const ITSELF =
  /^(?:(?:.*\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1?\]?|\[?::ffff:(?:7f[0-9a-f]{2}:[0-9a-f]{1,4}|0:0|127(?:\.\d+){3}|0\.0\.0\.0)\]?)$/;

/** Is it the computer itself that is meant, whichever it is? @param host in any letter case; an address in the form that a URL gives it */
export function isLoopback(host: string): boolean {
  return ITSELF.test(host.toLowerCase());
}
