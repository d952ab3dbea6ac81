import { XMLParser } from 'fast-xml-parser';
import { type ReadAccount, readCode, readSettings } from '../../clients/android-reader.ts';
import { line, meaning, only, type Reader } from './service.ts';

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false });

const SECURITY = { NONE: 'none', STARTTLS_REQUIRED: 'starttls', SSL_TLS_REQUIRED: 'tls' };
const WAY = { NONE: 'none', PLAIN: 'password', CRAM_MD5: 'cram-md5', EXTERNAL: 'certificate', XOAUTH2: 'oauth2' };

/** A settings file (`.k9s`). */
export const readK9s: Reader = (files) => services(readSettings(parser.parse(only(files))).account);

/** What a QR code says. */
export function readPayload(payload: string): string[] {
  return readCode(payload).accounts.flatMap(services);
}

function services({ incoming, outgoing }: ReadAccount): string[] {
  return [incoming, outgoing].map(({ type, host, port, security, authentication, username }) =>
    line({
      protocol: type.toLowerCase(),
      host,
      port,
      security: meaning(SECURITY, security),
      authentication: meaning(WAY, authentication),
      login: username,
    }),
  );
}
