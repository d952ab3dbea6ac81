import { InputError } from '../errors.ts';
import type { SaidServer } from '../import/testimony.ts';
import { testimonyOf } from '../import/testimony-readers.ts';
import type { Account } from '../model/account.ts';
import type { Address } from '../model/address.ts';
import type { WebRequest } from '../net/net.ts';
import type { Profile } from '../profile/profile.ts';
import { contentOf } from '../read/content.ts';
import { kindOf } from '../read/file-kind.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { accountIn } from '../resolve/resolve.ts';
import { createApp } from '../server/app/app.ts';
import { targetOf } from '../server/app/target.ts';

/** What `facteur serve` would answer with these profiles: what it leaves out cannot be said there, and nobody has to say it. */
export interface ExpectedAnswer {
  readonly code: number;
  readonly body: Uint8Array;
  readonly servers: readonly SaidServer[];
}

export type AskExpected = (request: WebRequest) => Promise<ExpectedAnswer>;

export function expectFrom(profiles: readonly Profile[]): AskExpected {
  const app = createApp({ profiles: () => profiles });
  return async ({ method, url, headers = {}, body }) => {
    const fields = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const { status, body: bytes } = app.answer({
      ...targetOf(url.href),
      method,
      header: (name) => fields.get(name),
      body: body === undefined ? undefined : new TextEncoder().encode(body),
    });
    const reading = await readServers(bytes);
    return { code: status, body: bytes, servers: reading.servers ?? [] };
  };
}

/** What an answer says of servers for mail. */
export interface AnswerReading {
  /** `undefined`: it is no configuration that can be read. */
  readonly servers: readonly SaidServer[] | undefined;
  readonly kind: ReturnType<typeof kindOf>;
  readonly detail: string;
}

export async function readServers(body: Uint8Array): Promise<AnswerReading> {
  const content = contentOf('answer', body);
  const kind = kindOf(content);
  if (kind === undefined) return { servers: undefined, kind, detail: beginningOf(content.text) };
  try {
    const testimonies = await testimonyOf(content, '');
    return { servers: testimonies.flatMap(({ servers }) => servers ?? []), kind, detail: '' };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // An answer of Autodiscover that says why there are no settings says that there are none.
    if (kind === 'autodiscover' && /<(?:\w+:)?ErrorCode>/i.test(content.text ?? ''))
      return { servers: [], kind, detail: '' };
    const [problem] = error.problems;
    return { servers: undefined, kind, detail: String(problem?.details.detail ?? problem?.code ?? '') };
  }
}

/** Enough to see what it is. */
function beginningOf(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60) || '–';
}

/** Local parts of nobody in particular: every domain has the first (RFC 5321 §4.5.1), and none the second. */
export const STAND_INS = ['postmaster', 'facteur-check'] as const;

export function standIn(domain: string, local: string = STAND_INS[1]): Address {
  return { local, domain, text: `${local}@${domain}` };
}

/** The account of an address; `undefined` where no rule gives its login. */
export function accountAtAddress(domain: MailDomain, address: Address): Account | undefined {
  try {
    return accountIn(domain, address);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
