import { outlookAnswer } from '../../../clients/outlook/index.ts';
import type { Account, Language } from '../../../model/account.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { personal, personalKind, plainText } from '../answer.ts';
import { readAutodiscoverRequest } from '../autodiscover-request.ts';
import { accountAt } from '../domains.ts';
import type { Answer } from '../question.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { servedFormat } from '../serve-format.ts';
import { activeSyncUrl } from './active-sync.ts';

const settings = servedFormat(outlookAnswer, 'autodiscover');
const XML = personalKind('text/xml; charset=utf-8');

/**
 * Clients send some 500 bytes. Twice that in UTF-16, and the longest address as references of XML, have room; Z-Push, which the same clients ask, refuses as much.
 */
const BODY_LIMIT = 8 * 1024;

/** The answer that each kind of client wants; `undefined` where this mailbox has no such answer. By namespace, without scheme. */
const SETTINGS = '//schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';
const answers: ReadonlyMap<string, (account: Account) => Uint8Array | undefined> = new Map([
  [SETTINGS, settings.bytes],
  ['//schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006', mobileSync],
]);

/** Plain XML Autodiscover (“POX”): Outlook, eM Client, Thunderbird and FairEmail ask for settings, phones for ActiveSync. */
const post: Handler = (visit) => {
  const { body = new Uint8Array() } = visit.question;
  if (body.length > BODY_LIMIT) return plainText(413, 'The request is too long.');
  const wanted = readAutodiscoverRequest(body);
  if (wanted === undefined) return error(600, visit);
  const hosted = visit.domains.get(wanted.address.domain);
  // Any status but 200, 301, 302 and 401 sends a client on to the next place where it may ask.
  if (hosted === undefined) return plainText(404, 'Not a mail domain of this server.');
  const ready = wanted.schema === SETTINGS ? settings.ready(hosted.domain, wanted.address.local) : undefined;
  if (ready !== undefined) return personal(ready, XML);
  const account = accountAt(hosted, wanted.address);
  if (account === 'nobody') return plainText(404, 'Nobody of this server.');
  const bytes = account === 'unruled' ? undefined : answers.get(wanted.schema)?.(account);
  return bytes === undefined ? error(601, visit) : personal(bytes, XML);
};

/**
 * GET is not allowed. An error in a body with status 200 would be an answer to Delta Chat, which then looks no further, and to Thunderbird, whose POST has become a GET on
 * its way over an http redirect; at 405 both go on, Thunderbird by a POST (seen with deltachat-rpc-server 2.57.0 and Thunderbird 153).
 *
 * `autodiscover.svc` (SOAP) is for Exchange and not here: its clients then ask for plain XML (EWS Managed API, AutodiscoverService.cs).
 */
export const autodiscoverRoutes: readonly Route[] = [
  { path: '/autodiscover/autodiscover.xml', name: 'autodiscover', POST: post },
];

/** The codes are MS-OXDSCLI’s (2.2.4.1.1.3.2); clients go by them, the texts are for people. */
const messages = { 600: 'Invalid Request', 601: 'Provider not available' } as const;

/** An error as clients know it: in a body, with status 200. */
function error(code: keyof typeof messages, { now, canonicalHost = '' }: Visit): Answer {
  const context = { code, message: messages[code], time: timeOfDay(now()), id: hash(canonicalHost) };
  return personal(renderTemplate('server/autodiscover-error.xml', context), XML);
}

/** `HH:MM:SS.fffffff`, UTC. */
function timeOfDay(moment: Date): string {
  return `${moment.toISOString().slice(11, 23)}0000`;
}

/** A number of 32 bits that tells one server from another, as Exchange’s does (FNV-1a). */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
}

const culture = { fr: 'fr:fr', en: 'en:us' } as const satisfies Record<Language, string>;

/** Where ActiveSync is (MS-ASCMD). This schema has no room for a login: the phone asks the person. */
function mobileSync(account: Account): Uint8Array | undefined {
  const url = activeSyncUrl(account);
  if (url === undefined) return undefined;
  const { address, language } = account;
  return renderTemplate('server/mobilesync.xml', { culture: culture[language], address, url });
}
