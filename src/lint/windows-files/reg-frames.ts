const KEY = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook';

/** A file in UTF-16 with its mark, as regedit exports it. */
function exported(lines: string): Uint8Array {
  return encoded(`\ufeff${lines.replaceAll('\n', '\r\n')}`);
}

function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

const HEADER = 'Windows Registry Editor Version 5.00';
const VALUES = '"example.org"="C:\\\\a.xml"\n"PreferLocalXML"=dword:00000001';

/** Frames of a registry file, by what the fragment stands for. */
export const regFrames = {
  /** Its lines, in the form of regedit. */
  whole: exported,
  /** The first line. */
  header: (header: string) => exported(`${header}\n\n${KEY}\\AutoDiscover]\n${VALUES}\n`),
  /** All that follows it. */
  keys: (keys: string) => exported(`${HEADER}\n\n${keys}\n`),
  /** The values of the key for Autodiscover: of each name that the fragment has. */
  values: (fragment: string) => {
    const given = new Set(fragment.split('\n').map((line) => line.split('=', 1)[0]));
    const kept = VALUES.split('\n').filter((line) => !given.has(line.split('=', 1)[0]));
    return exported(`${HEADER}\n\n${KEY}\\AutoDiscover]\n${[fragment, ...kept].join('\n')}\n`);
  },
  /** Only these values of it. */
  onlyValues: (fragment: string) => exported(`${HEADER}\n\n${KEY}\\AutoDiscover]\n${fragment}\n`),
  /** The value of a domain, with the one that has it looked at first. */
  onlyDomain: (fragment: string) =>
    exported(`${HEADER}\n\n${KEY}\\AutoDiscover]\n${fragment}\n"PreferLocalXML"=dword:00000001\n`),
  /** What removes it, beside what was installed. */
  installedAndRemoved: (fragment: string) => [
    exported(`${HEADER}\n\n${KEY}\\AutoDiscover]\n${VALUES}\n`),
    exported(`${HEADER}\n\n${KEY}\\AutoDiscover]\n${fragment}\n`),
  ],
  /** The values of the key for the set-up. */
  setup: (fragment: string) => exported(`${HEADER}\n\n${KEY}\\Setup]\n${fragment}\n`),
  /** `UTF-8`, or what is right. */
  encoding: (fragment: string) => {
    const text = `${HEADER}\r\n\r\n${KEY}\\AutoDiscover]\r\n"example.org"="C:\\\\é.xml"\r\n"PreferLocalXML"=dword:00000001\r\n`;
    return fragment.startsWith('UTF-16') ? encoded(`\ufeff${text}`) : new TextEncoder().encode(text);
  },
  /** `LF`, or what is right. */
  lineEnds: (fragment: string) => {
    const text = `${HEADER}\r\n\r\n${KEY}\\AutoDiscover]\r\n${VALUES.replaceAll('\n', '\r\n')}\r\n`;
    return encoded(`\ufeff${fragment === 'LF' ? text.replaceAll('\r\n', '\n') : text}`);
  },
} as const;
