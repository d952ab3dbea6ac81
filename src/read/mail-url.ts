/** A URL of a mail server as people write it in files of programs: `imaps://ada%40login.example@imap.example.org:993/INBOX`. */
export interface MailUrl {
  /** In lower case, with what stands behind a `+`. */
  readonly scheme: string;
  /** Decoded. `undefined`: there is none. */
  readonly user: string | undefined;
  readonly hasPassword: boolean;
  readonly host: string;
  readonly port: number | undefined;
  /** An `@` in the user that is not written as `%40`. */
  readonly bareAt: boolean;
}

/** Reads such a URL; `undefined`: it is none. The last `@` in front of the host ends the user. */
export function mailUrlOf(text: string): MailUrl | undefined {
  const whole = /^([a-z][a-z0-9]*(?:\+[a-z0-9]+)?):\/\/([^/?]*)/i.exec(text.trim());
  if (whole === null) return undefined;
  const [, scheme = '', authority = ''] = whole;
  const at = authority.lastIndexOf('@');
  const [credentials, place] = at < 0 ? [undefined, authority] : [authority.slice(0, at), authority.slice(at + 1)];
  const found = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(place);
  if (found === null) return undefined;
  const [, host = '', port = ''] = found;
  const colon = credentials?.indexOf(':') ?? -1;
  const user = colon < 0 ? credentials : credentials?.slice(0, colon);
  return {
    scheme: scheme.toLowerCase(),
    user: user === undefined || user === '' ? undefined : decoded(user),
    hasPassword: colon >= 0 && colon + 1 < (credentials?.length ?? 0),
    host,
    port: port === '' ? undefined : Number(port),
    bareAt: credentials?.includes('@') ?? false,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
