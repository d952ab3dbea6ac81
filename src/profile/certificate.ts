import { Boolean as AsnBoolean, type BaseBlock, Constructed, fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import { certificateBody } from './pem.ts';

const BASIC_CONSTRAINTS = '2.5.29.19';

/** Is this one certificate, in PEM, of an authority: one that may issue others (RFC 5280 §4.2.1.9)? */
export function isAuthority(pem: string): boolean {
  const body = certificateBody(pem);
  if (body === undefined) return false;
  try {
    const der = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const { result } = fromBER(der);
    // A certificate has three parts (§4.1), the extensions stand in the first, tagged 3.
    const parts = membersOf(result);
    const extensions = membersOf(parts[0]).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 3);
    return parts.length === 3 && result.blockLength === der.length && membersOf(membersOf(extensions)[0]).some(permits);
  } catch {
    return false;
  }
}

/** Is this extension the one that makes an authority? */
function permits(extension: BaseBlock): boolean {
  const [name, ...others] = membersOf(extension);
  const value = others.at(-1);
  if (!(name instanceof ObjectIdentifier && name.getValue() === BASIC_CONSTRAINTS && value instanceof OctetString))
    return false;
  const [authority] = membersOf(fromBER(value.getValue()).result);
  return authority instanceof AsnBoolean && authority.getValue();
}

function membersOf(block: BaseBlock | undefined): BaseBlock[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}
