import { sha1 as sha1Of } from '@noble/hashes/legacy.js';
import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/*
 * What the platform does better than JavaScript, where it has it: the one place in the portable part that knows of Node, which it asks and never imports. Nothing that is
 * written may differ by the platform, so there is no deflate here: what zlib makes of the same bytes is another thing from version to version.
 */

type Hash = (algorithm: 'sha1' | 'sha256', bytes: Uint8Array, encoding: 'hex' | 'base64') => string;

/** Node gives its modules to whom finds it (20.16 and later); `hash` is from 20.12. */
const node: { readonly hash?: Hash } | undefined = globalThis.process?.getBuiltinModule?.('node:crypto');
const hash = typeof node?.hash === 'function' ? node.hash : undefined;

/** The same where there is no Node: five times as long for a few bytes. */
export const inJavaScript = {
  sha1: (bytes: Uint8Array): string => bytesToHex(sha1Of(bytes)),
  sha256: (bytes: Uint8Array): string => btoa(String.fromCharCode(...sha256Of(bytes))),
} as const;

/** SHA-1 of these bytes, in lower-case hexadecimal digits. */
export const sha1 = hash === undefined ? inJavaScript.sha1 : (bytes: Uint8Array) => hash('sha1', bytes, 'hex');

/** SHA-256 of these bytes, in base64 with padding. */
export const sha256 = hash === undefined ? inJavaScript.sha256 : (bytes: Uint8Array) => hash('sha256', bytes, 'base64');
