const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/** The base64 between the lines of a certificate in PEM (RFC 7468 §5), without white space; `undefined` where the text is not one certificate and nothing else. */
export function certificateBody(pem: string): string | undefined {
  const text = pem.trim();
  if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length < BEGIN.length + END.length) return undefined;
  const body = text.slice(BEGIN.length, -END.length).replaceAll(/\s/g, '');
  return /^[A-Za-z0-9+/=]+$/.test(body) ? body : undefined;
}
