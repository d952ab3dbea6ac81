import { lineFrame } from '../unix/line-frames.ts';

/** A source of which no rule says anything. */
export const cleanSource = `[Data Source]
DisplayName=ODS
Enabled=true
Parent=

[Mail Account]
BackendName=imapx
IdentityUid=ods-identity

[Authentication]
Host=imap.example.org
Method=PLAIN
Port=993
User=ada@login.example

[Security]
Method=ssl-on-alternate-port
`;
/** A fragment in the place of what a pattern finds. */
export const inPlaceOf = (pattern: RegExp) => (fragment: string) => cleanSource.replace(pattern, () => fragment);
/** Lines of the group for signing in. */
export const inLogin = (fragment: string) => {
  const [before = '', rest = ''] = cleanSource.split('[Authentication]\n');
  const [login = '', after = ''] = rest.split('\n\n[Security]');
  return `${before}[Authentication]\n${lineFrame(`${login}\n`, /^(\w+)=/)(fragment).trim()}\n\n[Security]${after}`;
};
