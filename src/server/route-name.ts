/** What the log and the counts call a request. The path itself is not for them: some paths hold an address. */
export function routeName(url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] ?? '';
  return names.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

const names: readonly (readonly [RegExp, string])[] = [
  [/\/mail\/config-v1\.1\.xml$/, 'autoconfig'],
  [/^\/autodiscover\/autodiscover\.xml$/i, 'autodiscover'],
  [/^\/autodiscover\/autodiscover\.json/i, 'autodiscover-json'],
  [/^\/\.well-known\/user-agent-configuration\.json$/, 'pacc'],
  [/\.mobileconfig$/, 'mobileconfig'],
  [/^\/healthz$/, 'health'],
];
