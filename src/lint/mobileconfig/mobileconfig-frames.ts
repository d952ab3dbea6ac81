/** A profile of which no rule says anything, with one part of it in the place of ours: what samples of rules are made of. */
interface Parts {
  readonly before?: string;
  /** In the outer dictionary, in the place of what it has of these keys. */
  readonly outer?: string;
  readonly mail?: string;
  /** Behind the mail payload. */
  readonly payloads?: string;
}

const OUTER = `  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>org.example.mail.3f1c9a</string>
  <key>PayloadUUID</key><string>0A1B2C3D-0000-5000-8000-0A1B2C3D4E5F</string>
  <key>PayloadDisplayName</key><string>Example</string>`;

const MAIL = `      <key>PayloadType</key><string>com.apple.mail.managed</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>org.example.mail.3f1c9a.account</string>
      <key>PayloadUUID</key><string>77C29000-0000-5000-8000-0A1B2C3D4E5F</string>
      <key>EmailAccountType</key><string>EmailTypeIMAP</string>
      <key>EmailAddress</key><string>ada@example.org</string>
      <key>IncomingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>IncomingMailServerHostName</key><string>imap.example.org</string>
      <key>IncomingMailServerPortNumber</key><integer>993</integer>
      <key>IncomingMailServerUseSSL</key><true/>
      <key>IncomingMailServerUsername</key><string>ada@login.example</string>
      <key>OutgoingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>OutgoingMailServerHostName</key><string>smtp.example.org</string>
      <key>OutgoingMailServerPortNumber</key><integer>465</integer>
      <key>OutgoingMailServerUseSSL</key><true/>
      <key>OutgoingMailServerUsername</key><string>ada@login.example</string>
      <key>OutgoingPasswordSameAsIncomingPassword</key><true/>`;

const BEFORE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">`;

function profileOf({ before = BEFORE, outer = '', mail = '', payloads = '' }: Parts): string {
  return `${before}
<plist version="1.0">
<dict>
${replaced(OUTER, outer)}
  <key>PayloadContent</key>
  <array>
    <dict>
${replaced(MAIL, mail)}
    </dict>
${payloads}  </array>
</dict>
</plist>
`;
}

/** The lines without those of which the fragment has the key, and then the fragment; `-Key` is a line without the key. */
function replaced(lines: string, fragment: string): string {
  const keys = new Set(Array.from(fragment.matchAll(/<key>(\w+)|^-(\w+)/gm), ([, there, gone]) => there ?? gone));
  const kept = lines.split('\n').filter((line) => !keys.has(/<key>(\w+)/.exec(line)?.[1]));
  const own = fragment.split('\n').filter((line) => line !== '' && !line.startsWith('-'));
  return [...kept, ...own.map((line) => `      ${line}`)].join('\n');
}

/** A payload with what every payload needs. */
function payload(type: string, part: string, keys: string): string {
  return `    <dict>
      <key>PayloadType</key><string>${type}</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>org.example.mail.3f1c9a.${part}</string>
      <key>PayloadUUID</key><string>77C29001-0000-5000-8000-0A1B2C3D4E5F</string>
${keys}
    </dict>
`;
}

/** Frames, by what the fragment stands for. */
export const mobileconfigFrames = {
  whole: (fragment: string) => fragment,
  before: (before: string) => profileOf({ before }),
  outer: (outer: string) => profileOf({ outer }),
  mail: (mail: string) => profileOf({ mail }),
  /** The keys of an Exchange payload for iPhone and iPad. */
  exchange: (keys: string) => profileOf({ payloads: payload('com.apple.eas.account', 'eas', keys) }),
  /** The type of a second payload. */
  type: (type: string) => profileOf({ payloads: payload(type.trim(), 'other', '') }),
  /** The whole second payload. */
  payload: (keys: string) => profileOf({ payloads: `    <dict>\n${keys}\n    </dict>\n` }),
  /** The content of a certificate's payload, in base64. */
  certificate: (data: string) =>
    profileOf({
      payloads: payload('com.apple.security.root', 'ca', `<key>PayloadContent</key><data>${data.trim()}</data>`),
    }),
  bytes: (escaped: string) =>
    Uint8Array.from(
      escaped.replace(/\\x([\da-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      (letter) => letter.charCodeAt(0),
    ),
  /** Two profiles: each line has one's identifiers and address, `outer inner-uuid address`. */
  pair: (lines: string) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [identifier, uuid, address] = line.trim().split(/\s+/);
        return profileOf({
          outer: `<key>PayloadIdentifier</key><string>${identifier}</string>`,
          mail: `<key>PayloadUUID</key><string>${uuid}</string>\n<key>EmailAddress</key><string>${address}</string>`,
        });
      }),
} as const;
