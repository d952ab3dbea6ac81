import type { Address } from '../model/address.ts';
import { ASK } from '../model/rule.ts';
import type { Net } from '../net/net.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, heldUnless, type Probe, skipped } from './check-rule.ts';
import { mailPlaces, type World } from './check-world.ts';
import { accountAtAddress } from './expected-answers.ts';
import { lineForAddress, senderLine } from './login-remedies.ts';
import { type MailPlace, mailPlaceText } from './mail-place.ts';
import { loginChecks, mailTable } from './rule-table.ts';
import { type SignInTry, trySignIn } from './try-sign-in.ts';

/** A mailbox that one may try. */
export interface Mailbox {
  readonly domain: MailDomain;
  readonly address: Address;
  readonly password: string;
}

interface Outcome {
  readonly probes: readonly Probe[];
  /** Nothing more may be tried, anywhere. */
  readonly ends: boolean;
}

/**
 * Which login the servers take: that of the rule, then the address. Two tries for each server, and none at the others where one has refused both: a wrong password tried everywhere locks a mailbox.
 */
export async function loginProbes({ domain, address, password }: Mailbox, world: World, net: Net): Promise<Probe[]> {
  const account = accountAtAddress(domain, address);
  const places = mailPlaces(domain);
  if (account === undefined)
    return places.map((place) => skipped(loginChecks['login-refused'], mailPlaceText(place), 'no-login'));
  const logins = [...account.incoming, ...account.outgoing].map(({ login }) => login);
  const rules = [...domain.incoming, ...domain.outgoing].map(({ rule }) => (rule === ASK ? ASK : rule.text));
  const probes: Probe[] = [];
  let ended = false;
  let accepted: string | undefined;
  for (const [index, place] of places.entries()) {
    const rule = loginChecks['login-refused'];
    const text = mailPlaceText(place);
    const { isSafe } = await world.mail(place);
    const login = logins[index];
    if (!place.authentication.includes('password') || login === undefined) continue;
    if (!isSafe || ended) {
      probes.push(skipped(rule, text, ended ? 'no-tries' : 'not-safe'));
      continue;
    }
    const service = { place, rule: rules[index] ?? ASK, login, domain, accepted };
    const { probes: more, ends } = await atService(service, address.text, password, net);
    probes.push(...more);
    ended = ends;
    if (more.some(({ status, rule: { id } }) => status === 'ok' && id === rule.id)) accepted ??= text;
  }
  return probes;
}

interface Service {
  readonly place: MailPlace;
  readonly rule: string;
  readonly login: string;
  readonly domain: MailDomain;
  /** A server that takes the login of the rule. */
  readonly accepted: string | undefined;
}

async function atService(service: Service, address: string, password: string, net: Net): Promise<Outcome> {
  const { place, login, rule, accepted } = service;
  const text = mailPlaceText(place);
  const first = await trySignIn(place, { login, password, address }, net);
  if (first.limited) return stopped(text, first);
  if (first.outcome === 'unsaid')
    return { probes: [skipped(loginChecks['login-refused'], text, 'no-answer')], ends: false };
  const isAddress = login === address;
  const second = isAddress ? undefined : await trySignIn(place, { login: address, password, address }, net);
  if (second?.limited) return { ...stopped(text, second), ends: true };
  if (first.outcome === 'taken') {
    const others = second === undefined ? [] : withAddress(service, first, second);
    return {
      probes: [held(loginChecks['login-refused'], text), ...others, ...senderProbes(service, first)],
      ends: false,
    };
  }
  if (second?.outcome === 'taken') {
    const found = fault(loginChecks['rule-differs'], text, { rule }, { expected: rule, found: '{address}' });
    return { probes: [found, ...senderProbes(service, second)], ends: false };
  }
  const seen = { expected: rule, found: first.answer };
  if (accepted !== undefined)
    return { probes: [fault(loginChecks['services-differ'], text, { other: accepted }, seen)], ends: true };
  const refused = fault(loginChecks['login-refused'], text, { rule, address: !isAddress }, seen);
  return { probes: [refused], ends: true };
}

function stopped(text: string, { answer }: SignInTry): Outcome {
  return { probes: [fault(loginChecks.stopped, text, { answer }, { found: answer })], ends: true };
}

/** The login of the rule is taken; is the address, too? */
function withAddress({ place, domain, rule }: Service, first: SignInTry, second: SignInTry): Probe[] {
  const text = mailPlaceText(place);
  if (second.outcome === 'unsaid') return [skipped(loginChecks['address-refused'], text, 'no-answer')];
  if (second.outcome === 'refused') {
    const line = lineForAddress(place.talk, domain, rule);
    return [
      fault(loginChecks['address-refused'], text, { line }, { expected: `${rule}, {address}`, found: second.answer }),
    ];
  }
  const both = first.mailbox !== undefined && second.mailbox !== undefined;
  const another = loginChecks['another-mailbox'];
  const different = both && first.mailbox !== second.mailbox;
  return [
    ...(both
      ? [
          heldUnless(
            another,
            text,
            different && fault(another, text, {}, { expected: first.mailbox, found: second.mailbox }),
          ),
        ]
      : []),
    ...(different ? [] : [fault(loginChecks['address-accepted'], text, {}, { found: `${rule}, {address}` })]),
  ];
}

function senderProbes({ place, domain, rule }: Service, { senderRefused }: SignInTry): Probe[] {
  if (place.talk !== 'smtp') return [];
  const refused = mailTable.smtp['sender-refused'];
  const text = mailPlaceText(place);
  const broken =
    senderRefused !== undefined &&
    fault(
      refused,
      text,
      { answer: senderRefused, line: senderLine(domain, rule) },
      { expected: '250', found: senderRefused },
    );
  return [heldUnless(refused, text, broken)];
}
