import type { Told } from '../../../pages/frame.ts';
import type { Profile } from '../../../profile/profile.ts';
import { isName } from '../../../resolve/resolve.ts';
import { plainText } from '../answer.ts';
import { withHelp } from '../help.ts';
import type { Answer, Question } from '../question.ts';
import type { AskedLogin, TypedLogins } from './asked-logins.ts';

/* What the forms of our pages send: logins and a name, which stand in no URL. */

/** What was sent. */
export interface Form {
  readonly form: URLSearchParams;
}

/** Why not, in place of what was asked for. */
export interface Refused {
  readonly refused: Answer;
}

/** Far above what the fields may hold. */
const BODY_LIMIT = 8 * 1024;

/** What a form has sent; or the answer to what no form has. @param of whose mail service that is, where it is clear */
export function formOf({ header, body = new Uint8Array() }: Question, of: readonly Profile[]): Form | Refused {
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(header('content-type') ?? '');
  const refuse = (status: number, text: string) => ({ refused: plainText(status, withHelp(text, of)) });
  // Another site would put its words on our page, as somebody's login or name (Fetch Metadata §2.3; older browsers send nothing).
  if (header('sec-fetch-site') === 'cross-site') return refuse(403, 'Send the form of the page.');
  if (!isForm) return refuse(415, 'Send the form of the page.');
  if (body.length > BODY_LIMIT) return refuse(413, 'The request is too long.');
  const form = new URLSearchParams(new TextDecoder().decode(body));
  const names = [...form.keys()];
  // Readers do not agree on which of two values counts.
  return new Set(names).size < names.length ? refuse(400, 'A field of the form stands there twice.') : { form };
}

/** What the form had told when another language was asked for, by the button for it (page/top.html); `undefined`: it was sent to go on. */
export function translatedFrom(form: URLSearchParams): Told | undefined {
  const sent = form.get('translate');
  return (['nothing', 'problem', 'page'] as const).find((each) => each === sent);
}

/** What was typed into the fields for logins. */
export function typedLogins(form: URLSearchParams, fields: readonly AskedLogin[]): TypedLogins {
  const typed = fields.map(({ name }) => [name, (form.get(name) ?? '').trim()] as const);
  return new Map(typed.filter(([, login]) => login !== ''));
}

/** The name, where it is one that a person can read: anybody may have put it into the form. */
export function typedName(form: URLSearchParams): string | 'malformed' | undefined {
  const name = (form.get('name') ?? '').trim();
  if (name === '') return undefined;
  return isName(name) ? name : 'malformed';
}
