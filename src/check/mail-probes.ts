import type { Authentication } from '../model/account.ts';
import { portsOf } from '../model/ports.ts';
import type { DialAnswer, Line, Net, NetFailure, TlsFacts } from '../net/net.ts';
import { fault, held, heldUnless, type Probe } from './check-rule.ts';
import { withoutAddress } from './dns-faults.ts';
import { probeInjection } from './injection.ts';
import { type MailPlace, mailPlaceText } from './mail-place.ts';
import { allowSignIn, insistOnTls, offerMethod, turnTlsOn } from './mail-remedies.ts';
import { type MailTalk, mailTable, tlsRules } from './rule-table.ts';
import { mailProtocols, type ServerOffers } from './spoken-mail.ts';
import { tlsProbes } from './tls-probes.ts';

export interface MailSight {
  readonly probes: readonly Probe[];
  /** A password may go there: TLS stands, with a certificate that is good, and nothing came before it. */
  readonly isSafe: boolean;
  /** Within TLS. */
  readonly offers: ServerOffers | undefined;
}

/** Looks at a server from outside: nobody signs in. @param seconds what one answer may take; the whole dialogue twice that */
export async function lookAtMail(server: MailPlace, net: Net, now: Date, seconds: number): Promise<MailSight> {
  const { host, port, security } = server;
  const dialled = await net.dial(host, port, security === 'tls' ? 'tls' : 'none');
  if (dialled.status === 'failed') return unreached(server, dialled, net, now);
  const { line } = dialled;
  // Who sends a line now and then is never late, and never done.
  const timer = setTimeout(line.close, 2_000 * seconds);
  try {
    return await withLine(server, line, net, now);
  } finally {
    clearTimeout(timer);
    line.close();
  }
}

type Failed = Extract<DialAnswer, { status: 'failed' }>;

const nothing = (probes: readonly Probe[]): MailSight => ({ probes, isSafe: false, offers: undefined });

async function unreached(server: MailPlace, { failure, detail, tls }: Failed, net: Net, now: Date): Promise<MailSight> {
  const { host, port, security } = server;
  const place = mailPlaceText(server);
  const rules = mailTable[server.talk];
  if (failure === 'certificate' && tls !== undefined)
    return nothing([held(rules.unreachable, place), ...tlsProbes({ place, name: host }, tls, now)]);
  if (security === 'tls' && MAY_BE_CLEAR.includes(failure) && (await greetsInClear(server, net)))
    return nothing([swapped(server, false)]);
  if (failure === 'tls' || failure === 'certificate')
    return nothing([fault(tlsRules.refused, place, { detail }, { found: detail })]);
  // The name of a server for filters stands in the DNS, and not in the profile.
  const isForeign = server.talk === 'sieve' && failure === 'no-address';
  const lost = isForeign ? undefined : withoutAddress(host, failure, detail);
  return nothing([lost ?? unreachable(server, failure, port)]);
}

const MAY_BE_CLEAR: readonly NetFailure[] = ['tls', 'protocol', 'closed', 'timed-out'];

function unreachable(server: MailPlace, failure: NetFailure, port: number): Probe {
  const { unreachable } = mailTable[server.talk];
  return fault(unreachable, mailPlaceText(server), { failure, port }, { found: failure });
}

async function greetsInClear({ host, port, talk }: MailPlace, net: Net): Promise<boolean> {
  const dialled = await net.dial(host, port, 'none');
  if (dialled.status === 'failed') return false;
  const greeting = await mailProtocols[talk].greet(dialled.line);
  dialled.line.close();
  return greeting?.ok === true;
}

/** @param tls the port speaks TLS from the first byte, and not only after STARTTLS */
function swapped(server: MailPlace, tls: boolean): Probe {
  const { talk, port } = server;
  const usual = talk === 'sieve' ? '4190' : portsOf[talk][tls ? 'tls' : 'clear'][0];
  const details = { tls, port, usual: `${tls ? 'tls' : 'starttls'}: ${usual}` };
  const seen = { expected: server.security, found: tls ? 'tls' : 'starttls, none' };
  return fault(mailTable[talk]['ports-swapped'], mailPlaceText(server), details, seen);
}

async function withLine(server: MailPlace, line: Line, net: Net, now: Date): Promise<MailSight> {
  const { talk, host, port, security } = server;
  const rules = mailTable[talk];
  const place = mailPlaceText(server);
  const shown = { place, name: host };
  const greeting = await mailProtocols[talk].greet(line);
  if (greeting?.ok !== true) {
    if (security !== 'tls' && greeting === undefined && (await speaksTls(server, net)))
      return nothing([held(rules.unreachable, place), swapped(server, true)]);
    const said = greeting?.lines[0] ?? '';
    return nothing([
      held(rules.unreachable, place),
      fault(rules.greeting, place, { line: said, port }, { found: said }),
    ]);
  }
  const begun = [held(rules.unreachable, place), held(rules.greeting, place), held(rules['ports-swapped'], place)];
  const offers = await mailProtocols[talk].offers(line);
  if (offers === undefined) return nothing([...begun, fault(rules.greeting, place, { line: '', port })]);
  if (security === 'tls') {
    const certificate = line.tls === undefined ? [] : tlsProbes(shown, line.tls, now);
    return { probes: [...begun, ...certificate, ...signIn(server, offers)], isSafe: line.tls !== undefined, offers };
  }
  if (security === 'none') return nothing([...begun, ...signIn(server, offers)]);
  const secured = await secure(server, line, offers, now);
  if (!secured.isSafe) return nothing([...begun, ...secured.probes]);
  const injection = await probeInjection(server, net);
  const within = secured.offers === undefined ? [] : signIn(server, secured.offers);
  return { ...secured, probes: [...begun, ...secured.probes, injection, ...within] };
}

async function speaksTls({ host, port }: MailPlace, net: Net): Promise<boolean> {
  const dialled = await net.dial(host, port, 'tls');
  if (dialled.status === 'connected') dialled.line.close();
  return dialled.status === 'connected' || dialled.failure === 'certificate';
}

/** STARTTLS, also where it is not offered: what is there and not offered was taken out on the way. */
async function secure(server: MailPlace, line: Line, before: ServerOffers, now: Date): Promise<MailSight> {
  const { talk, host } = server;
  const place = mailPlaceText(server);
  const rules = mailTable[talk];
  line.write(mailProtocols[talk].startTls);
  const answer = await mailProtocols[talk].answer(line);
  if (answer?.ok !== true) {
    const said = before.said.join(' ');
    if (!before.starttls)
      return nothing([
        fault(rules['no-starttls'], place, { line: turnTlsOn[talk] }, { expected: 'STARTTLS', found: said }),
      ]);
    const detail = answer?.lines.at(-1) ?? '–';
    return nothing([
      held(rules['no-starttls'], place),
      fault(rules['starttls-failed'], place, { detail }, { found: detail }),
    ]);
  }
  const secured = await line.startTls();
  const stripped =
    !before.starttls &&
    fault(rules['starttls-stripped'], place, {}, { expected: 'STARTTLS', found: before.said.join(' ') });
  const offered = [held(rules['no-starttls'], place), heldUnless(rules['starttls-stripped'], place, stripped)];
  if (secured.status === 'failed') {
    const certificate =
      secured.failure === 'certificate' && secured.tls !== undefined
        ? tlsProbes({ place, name: host }, secured.tls, now)
        : [fault(rules['starttls-failed'], place, { detail: secured.detail }, { found: secured.detail })];
    return nothing([...offered, ...certificate, ...beforeTls(server, before)]);
  }
  const early =
    secured.dropped > 0 &&
    fault(rules['early-data'], place, { bytes: secured.dropped }, { expected: '0', found: String(secured.dropped) });
  const { afterTls, offers } = mailProtocols[talk];
  const within = await (afterTls ?? offers)(line);
  const probes = [
    ...offered,
    held(rules['starttls-failed'], place),
    heldUnless(rules['early-data'], place, early),
    ...tlsOf(server, secured.tls, now),
    ...beforeTls(server, before),
    ...(within === undefined ? [fault(rules['starttls-failed'], place, { detail: 'TLS' })] : []),
  ];
  return { probes, isSafe: secured.dropped === 0 && within !== undefined, offers: within };
}

function tlsOf(server: MailPlace, facts: TlsFacts, now: Date): Probe[] {
  return tlsProbes({ place: mailPlaceText(server), name: server.host }, facts, now);
}

/** What takes a password as it is. */
const IN_CLEAR: readonly string[] = ['PLAIN', 'LOGIN'];

function beforeTls(server: MailPlace, { mechanisms, plainCommand }: ServerOffers): Probe[] {
  const { talk } = server;
  const rule = mailTable[talk]['auth-before-tls'];
  const offered = [...mechanisms.filter((each) => IN_CLEAR.includes(each)), ...(plainCommand ? [COMMANDS[talk]] : [])];
  const details = { offered: offered.join(', '), line: insistOnTls[talk] };
  const broken = offered.length > 0 && fault(rule, mailPlaceText(server), details, { found: offered.join(', ') });
  return [heldUnless(rule, mailPlaceText(server), broken)];
}

const COMMANDS: Readonly<Record<MailTalk, string>> = {
  imap: 'LOGIN',
  pop3: 'USER',
  smtp: 'AUTH',
  sieve: 'AUTHENTICATE',
};

/** The ways to sign in that are there, against those of the profile. */
function signIn(server: MailPlace, offers: ServerOffers): Probe[] {
  const { talk, authentication } = server;
  const place = mailPlaceText(server);
  const rules = mailTable[talk];
  const { mechanisms, plainCommand, said } = offers;
  const wanted = authentication.filter((each) => each !== 'none' && each !== 'certificate');
  if (wanted.length === 0) return [];
  const found = said.filter((each) => /AUTH|SASL|LOGIN|USER/.test(each)).join(' ') || said.join(' ');
  // Nothing but the password is sent by a command of its own, so only that is forbidden.
  if (talk === 'imap' && !plainCommand && (mechanisms.length === 0 || wanted.includes('password')))
    return [fault(rules['login-disabled'], place, { offered: 'LOGINDISABLED', line: allowSignIn.imap }, { found })];
  if (mechanisms.length === 0 && !plainCommand)
    return [fault(rules['no-auth'], place, { line: allowSignIn[talk] }, { found })];
  const absent = wanted.filter((each) => !offersMethod(each, offers));
  const bearer =
    wanted.includes('oauth2') &&
    mechanisms.includes('OAUTHBEARER') &&
    !mechanisms.includes('XOAUTH2') &&
    fault(rules['oauthbearer-only'], place, { line: offerMethod('oauth2') }, { found });
  return [
    held(talk === 'imap' ? rules['login-disabled'] : rules['no-auth'], place),
    ...(absent.length === 0 ? [held(rules['method-absent'], place)] : []),
    ...absent.map((method) =>
      fault(
        rules['method-absent'],
        place,
        { method: namesOfMethod[method].join(' / '), line: offerMethod(method) },
        { expected: namesOfMethod[method].join(', '), found },
      ),
    ),
    ...(wanted.includes('oauth2') ? [heldUnless(rules['oauthbearer-only'], place, bearer)] : []),
  ];
}

/** SASL mechanisms (the registry of IANA) by what they ask of a person. */
const namesOfMethod: Readonly<Record<Authentication, readonly string[]>> = {
  password: ['PLAIN', 'LOGIN'],
  'cram-md5': ['CRAM-MD5'],
  ntlm: ['NTLM'],
  gssapi: ['GSSAPI'],
  oauth2: ['XOAUTH2', 'OAUTHBEARER'],
  certificate: ['EXTERNAL'],
  none: [],
};

function offersMethod(method: Authentication, { mechanisms, plainCommand }: ServerOffers): boolean {
  if (method === 'password' && (plainCommand || mechanisms.some((each) => each.startsWith('SCRAM-')))) return true;
  return namesOfMethod[method].some((each) => mechanisms.includes(each));
}
