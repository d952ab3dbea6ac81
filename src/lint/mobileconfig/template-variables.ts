/*
 * Variables that products for device management replace in profiles, from their makers' pages and from notes of administrators, read on 26 November 2026: Jamf Pro and Jamf School,
 * Workspace ONE UEM, Ivanti Neurons and EPMM, MaaS360, Addigy, Fleet, Mosyle, Kandji, Intune.
 */
const KNOWN = [
  /\$(?:EMAIL|USERID|DISPLAY_NAME|FIRST_NAME|LAST_NAME|USER_CUSTOM[1-4])\$/,
  /\$\{?FLEET_(?:VAR|SECRET)_\w+\}?/,
  /\$(?:EMAIL_PREFIX|EMAIL|USERNAME_PREFIX|USERNAME|FULLNAME|FULL_NAME|REALNAME|EXTENSIONATTRIBUTE_\d+)(?!\w)/,
  /%(?:Email|email|Username|username|ShortName|FullName|FirstName|LastName|UserId|ManagedAppleId|user|upn)%/,
  /\{(?:EmailAddress|EmailUserName|EmailDomain|EnrollmentUser|FirstName|LastName)\}/,
  /\$\{(?:user\w+|sAMAccountName|mailLogin)\}/,
  /\{\{\s*\.User\s+"\w+"\s*\}\}/,
  /\{\{(?:mail|partialupn|userprincipalname|OnPremisesSamAccountName|username|userid)\}\}/i,
];

/** What people mean for a variable: braces, and the placeholders of a clientConfig. Of a person's own name or login it is told apart by a word of what it stands for. */
const MEANT =
  /\$?\{\{?[\s.$]*[\w.-]*(?:mail|user|login|local|domain|name|address)[\w.-]*\s*\}?\}|%[A-Z_]*(?:MAIL|USER|LOGIN|LOCAL|DOMAIN|NAME|ADDRESS)[A-Z_]*%/i;

/** A variable in a text: one that a product has, or one that nobody replaces. */
export function variablesIn(text: string): {
  readonly known: string | undefined;
  readonly unknown: string | undefined;
} {
  // No address, login or host is longer.
  const short = text.slice(0, 2_000);
  for (const pattern of KNOWN) {
    const [known] = pattern.exec(short) ?? [];
    if (known !== undefined) return { known, unknown: undefined };
  }
  return { known: undefined, unknown: MEANT.exec(short)?.[0] };
}
