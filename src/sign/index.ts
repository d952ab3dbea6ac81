/**
 * Signatures as a library: `facteur/sign`. It needs Node, unlike the rest of the library, because OpenSSL makes the signatures there.
 *
 * `makeSigner` reads a key and its certificates once; `sign` takes bytes and gives bytes.
 */
import type { Signer } from './signer.ts';

export { type Credentials, makeSigner, type Signer } from './signer.ts';

/** `signer.sign` as a function. See there for what it makes and when it throws. */
export function sign(content: Uint8Array, signer: Signer, signingTime: Date): Uint8Array {
  return signer.sign(content, signingTime);
}
