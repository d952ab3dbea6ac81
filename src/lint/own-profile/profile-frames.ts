const PROFILE = `id: example
name: Example Mail
shortName: Example
organization: Example Ltd
identifier: org.example
languages: [en, fr]
domains: [example.org]
incoming:
  - { protocol: imap, host: imap.example.org, security: tls }
outgoing:
  - { host: smtp.example.org, security: tls }
`;

/** A part for each key of the first level. */
function partsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=[a-zA-Z]\w*:)/m).filter((part) => part !== '');
  return new Map(parts.map((part) => [part.split(':', 1)[0] ?? '', part.endsWith('\n') ? part : `${part}\n`]));
}

/** Frames of a profile, by what the fragment stands for. */
export const profileFrames = {
  whole: (fragment: string) => fragment,
  /** Keys of the first level, in the place of those of the same name. */
  keys: (fragment: string) => [...new Map([...partsOf(PROFILE), ...partsOf(fragment)]).values()].join(''),
  /** A key is taken away, or put there. */
  without: (fragment: string) => {
    const parts = partsOf(PROFILE);
    if (fragment.startsWith('no ')) parts.delete(fragment.slice(3));
    return [...parts.values()].join('');
  },
  /** What stands behind all. */
  after: (fragment: string) => `${PROFILE}${fragment}\n`,
  /** One server for reading. */
  incoming: (fragment: string) => profileFrames.keys(`incoming:\n  - { protocol: imap, ${fragment} }\n`),
  outgoing: (fragment: string) => profileFrames.keys(`outgoing:\n  - { ${fragment} }\n`),
} as const;
