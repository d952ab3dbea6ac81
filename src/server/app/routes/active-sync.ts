import type { Account } from '../../../model/account.ts';

/** The address of ActiveSync, whose path is the same on every server (MS-ASHTTP); `undefined` for a mailbox without it. */
export function activeSyncUrl({ exchange }: Account): string | undefined {
  return exchange?.activeSync === true ? `https://${exchange.host}/Microsoft-Server-ActiveSync` : undefined;
}
