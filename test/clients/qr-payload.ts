import { planFor } from '../../src/clients/client.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem, UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';

/** The text of the account's QR code. @throws UnrepresentableError where none can carry it */
export function payloadOf(account: Account): string {
  const plan = planFor(planPayload, account);
  if (isProblem(plan)) throw new UnrepresentableError(plan);
  return plan.payload;
}
