import type { Authentication, Security } from '../model/account.ts';
import type { MailTalk } from './rule-table.ts';

/** A server for mail, whoever uses it. */
export interface MailPlace {
  readonly talk: MailTalk;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** What the profile says that one can sign in with; empty where it says nothing of this server. */
  readonly authentication: readonly Authentication[];
}

export function mailPlaceText({ talk, host, port }: Pick<MailPlace, 'talk' | 'host' | 'port'>): string {
  return `${talk} ${host}:${port}`;
}
