/** A host name of letters, digits and hyphens, as RFC 1123 §2.1 has it, with or without the final dot. */
export function isHostName(text: string): boolean {
  return text.length <= 255 && HOST.test(text);
}

/** An IPv4 or IPv6 address, as people write them into files. */
export function isIpAddress(text: string): boolean {
  return (
    IPV4.test(text) || (/^[\da-f:.]{3,45}$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`))
  );
}

const LABEL = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)*${LABEL}\\.?$`, 'i');
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** The placeholders that every reader of the format knows, and the one that Thunderbird alone replaces. */
export const KNOWN = /%EMAILADDRESS%|%EMAILLOCALPART%|%EMAILDOMAIN%|%REALNAME%/g;

/** Literal, or with variables in it? */
export function hasPlaceholder(text: string): boolean {
  return text.search(KNOWN) >= 0;
}

/** What looks like a placeholder and is none: `%EMAILADDRESS`, whose last sign is lost, or `%LOGIN%`. A login with a sign in it (`ada%example.org`) is one. */
export function strangePlaceholder(text: string): string | undefined {
  // Known ones are blanked, so that what stands on both sides of one does not become one word.
  return STRANGE.exec(text.replace(KNOWN, ' '))?.[0];
}

const STRANGE = /%[A-Za-z]\w*%|%?\b(?:EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN|REALNAME)\b%?/i;

/** The text as a host, with something that fits in the place of each placeholder: an address and a name of a person fit nowhere. */
export function filledHost(text: string): string {
  return text.replace(KNOWN, (placeholder) => (FITTING.has(placeholder) ? 'a' : '@'));
}

const FITTING: ReadonlySet<string> = new Set(['%EMAILDOMAIN%', '%EMAILLOCALPART%']);
