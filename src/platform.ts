import { sha1 as inJavaScript } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/*
 * What the platform does better than JavaScript, where it has it: the one place in the portable part that knows of Node, which it asks and never imports. Nothing that is
 * written may differ by the platform, so there is no deflate here: what zlib makes of the same bytes is another thing from version to version.
 */

type Hash = (algorithm: 'sha1', bytes: Uint8Array) => string;

/** Node gives its modules to whom finds it (20.16 and later); `hash` is from 20.12. */
const node: { readonly hash?: Hash } | undefined = globalThis.process?.getBuiltinModule?.('node:crypto');

/** SHA-1 of these bytes, in lower-case hexadecimal digits. */
export const sha1: (bytes: Uint8Array) => string =
  typeof node?.hash === 'function' ? node.hash.bind(node, 'sha1') : sha1InJavaScript;

/** The same where there is no Node: five times as long. */
export function sha1InJavaScript(bytes: Uint8Array): string {
  return bytesToHex(inJavaScript(bytes));
}
