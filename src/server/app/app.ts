import type { Sign } from '../../artifacts/render.ts';
import type { Profile } from '../../profile/profile.ts';
import { headerOf, inHistory, type Kind, noContent, plainText, redirect, withoutBody } from './answer.ts';
import { domainOfHost, hostedDomains } from './domains.ts';
import { elsewhereOf } from './elsewhere.ts';
import { withHelp } from './help.ts';
import { sorryFor } from './people/sorry.ts';
import type { Answer, Question } from './question.ts';
import type { Handler, Route } from './route.ts';
import { routeOf } from './routing.ts';
import { onWeb } from './web.ts';

export interface AppOptions {
  /** The profiles to answer from; the same list as long as nothing has changed. Asked at every request, so that a reload takes effect. */
  readonly profiles: () => readonly Profile[];
  /**
   * Host, with a port where it has one, at which everything is answered with a certificate that fits. What is asked over plain HTTP or at a
   * name that is not ours is sent there. Without it, everything is answered where it is asked.
   */
  readonly canonicalHost?: string;
  /** Puts a signature around a configuration profile for Apple devices. Without it they go out unsigned. */
  readonly sign?: Sign;
  /** Hears of mistakes of ours; what it is given may name a person. Without it they are told to nobody. */
  readonly onError?: (error: unknown) => void;
  /** The time that error answers of Autodiscover name. */
  readonly now?: () => Date;
}

/** What answers. It imports nothing from Node. */
export interface App {
  /** One question of plain data. */
  readonly answer: (question: Question) => Answer;
  /**
   * What a person sees where a server turns a question away before it comes here; `undefined` where a line of text will do.
   * @param seconds after which it is worth asking again
   */
  readonly refusal: (status: number, question: Question, seconds?: number) => Answer | undefined;
  /** The same for Web requests. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** Answers every client that looks for its configuration over HTTP. Holds no state but what it has made of the profiles. */
export function createApp({ profiles, canonicalHost: given, sign, onError, now = () => new Date() }: AppOptions): App {
  // As it stands in the URL of whoever is sent there.
  const canonicalHost = given?.replace(/:443$/, '');
  const domainsOf = remembered(hostedDomains);
  /** Whose mail services are answered for at this host. */
  const answeredAt = (hostname: string): readonly Profile[] => {
    const current = profiles();
    const host = domainOfHost(domainsOf(current), hostname);
    return host === undefined ? current : [host.domain.profile];
  };
  /** A short text in the place of an answer, with who helps. */
  const refused = (status: number, text: string, hostname: string, ...more: Kind) =>
    plainText(status, withHelp(text, answeredAt(hostname)), ...more);
  const failed = (error: unknown, { hostname }: Question) => {
    onError?.(error);
    try {
      return refused(500, 'Internal error.', hostname);
    } catch {
      // Without the profiles, nobody can be named.
      return plainText(500, 'Internal error.');
    }
  };
  const answered = (question: Question): Answer => {
    const { method, hostname } = question;
    // No name is longer (RFC 1035 §2.3.4), and a page draws the one that it was asked at.
    if (hostname.length > LONGEST_NAME) return plainText(400, 'Bad request.');
    const route = routeOf(question.path);
    if (route === undefined) return refused(404, 'Not found.', hostname);
    const handler = handlerOf(route, method);
    // Outlook looks by GET, over plain HTTP, for the redirect to where it may POST (Microsoft support 2212902).
    const looking = isGet(method) && question.scheme === 'http';
    const notAllowed = () => {
      // Some set-ups ask with OPTIONS before each POST.
      return method === 'OPTIONS'
        ? noContent('Allow', allowed(route))
        : refused(405, 'Method not allowed.', hostname, 'Allow', allowed(route));
    };
    if (handler === undefined && !looking) return notAllowed();
    const current = profiles();
    const domains = domainsOf(current);
    const host = domainOfHost(domains, hostname);
    const visit = { question, profiles: current, domains, host, canonicalHost, sign, now };
    const elsewhere = elsewhereOf(route, visit);
    if (elsewhere !== undefined) return redirect(elsewhere);
    return handler === undefined ? notAllowed() : handler(visit);
  };
  /** The same where a person looks: what is only a line of text becomes a page. */
  const readable = (answer: Answer, question: Question): Answer =>
    answer.status < 400 || headerOf(answer, 'Content-Type')?.startsWith('text/plain') !== true
      ? answer
      : (inWords(answer, question) ?? answer);
  const inWords = (answer: Pick<Answer, 'status' | 'headers'>, question: Question, seconds?: number) => {
    try {
      return sorryFor(answer, question, () => answeredAt(question.hostname), seconds);
    } catch {
      // What fails here has been told, or fails for whoever is let through too.
      return undefined;
    }
  };
  const guarded = (question: Question): Answer => {
    try {
      return answered(question);
    } catch (error) {
      return failed(error, question);
    }
  };
  const answer = (question: Question): Answer => {
    const found = readable(guarded(question), question);
    if (question.method === 'POST') return inHistory(found);
    return question.method === 'HEAD' ? withoutBody(found) : found;
  };
  return {
    answer,
    fetch: onWeb(answer),
    refusal: (status, question, seconds) => inWords({ status, headers: [] }, question, seconds),
  };
}

const LONGEST_NAME = 255;

function isGet(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function handlerOf(route: Route, method: string): Handler | undefined {
  if (isGet(method)) return route.GET;
  return method === 'POST' ? route.POST : undefined;
}

function allowed({ GET, POST }: Route): string {
  return [...(GET ? ['GET', 'HEAD'] : []), ...(POST ? ['POST'] : []), 'OPTIONS'].join(', ');
}

/** What was made of the last value, made again only when the value is another. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  let last: { readonly from: From; readonly to: To } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}
