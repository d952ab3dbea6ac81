import { encode } from 'fast-png';
import { codeOf, drawPng } from '../../clients/qr.ts';

const IN = '[0,"imap.example.org",993,3,1,"ada@login.example"]';
const OUT = '[0,"smtp.example.org",465,3,1,"ada@login.example"]';
const IDENTITY = '["ada@example.org","Ada"]';
const code = (incoming: string, groups: string) => `[1,[1,1],${incoming},${groups}]`;

/** Frames of an account code, by what the fragment stands for. */
export const qrFrames = {
  whole: (fragment: string) => fragment,
  /** The first two members. */
  head: (fragment: string) => code(IN, `[[${OUT},${IDENTITY}]]`).replace('1,[1,1]', fragment),
  incoming: (fragment: string) => code(fragment, `[[${OUT},${IDENTITY}]]`),
  /** A server of a group. */
  outgoing: (fragment: string) => code(IN, `[[${fragment},${IDENTITY}]]`),
  identity: (fragment: string) => code(IN, `[[${OUT},${fragment}]]`),
  groups: (fragment: string) => code(IN, fragment),
  /** As many accounts. */
  accounts: (fragment: string) => {
    const account = `${IN},[[${OUT},${IDENTITY}]]`;
    return `[1,[1,1],${Array.from({ length: Number.parseInt(fragment, 10) }, () => account).join(',')}]`;
  },
  /** A picture of a code that says this; a blank one where it says nothing. */
  picture: (fragment: string) => (/^[[h]/.test(fragment) ? drawPng(codeOf(fragment)) : blank(40)),
  /** A sound one. */
  sample: code(IN, `[[${OUT},${IDENTITY}]]`),
} as const;

function blank(side: number): Uint8Array {
  return encode({
    width: side,
    height: side,
    depth: 8,
    channels: 1,
    data: new Uint8Array(side * side).fill(255),
  }).slice();
}
