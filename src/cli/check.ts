import { X509Certificate } from 'node:crypto';
import { type FiledCheck, isWrong } from '../check/check-reports.ts';
import { checkWorld, makeWorld } from '../check/check-world.ts';
import { withoutLate } from '../check/late.ts';
import { loginProbes } from '../check/login-probes.ts';
import { checkWords, liveProblem } from '../check/words.ts';
import { InputError } from '../errors.ts';
import { type Address, addressOf, asciiDomain } from '../model/address.ts';
import type { Net } from '../net/net.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { secretFor } from './check-password.ts';
import { type CheckOrder, tellChecks } from './check-telling.ts';
import { checkAgain, watchOf } from './check-watch.ts';
import { mailDomainsWanted, serverOf } from './mail-domains.ts';
import { type Network, networkOf } from './network-options.ts';
import { loadProfiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

/** What one round of looking needs. */
interface Round {
  readonly wanted: readonly { readonly domain: MailDomain; readonly file: string }[];
  readonly network: Network;
  readonly server: string | undefined;
  readonly mailbox?: { readonly address: Address; readonly domain: MailDomain; readonly password: string } | undefined;
  readonly local: string | undefined;
  /** For one answer, and for the whole. */
  readonly seconds: { readonly answer: number; readonly whole: number };
}

/**
 * `facteur check`: holds the world against the profiles.
 * @returns `no` where something is wrong
 * @throws InputError with everything that is wrong with what was asked for
 */
export async function check(order: CheckOrder, terminal: Terminal): Promise<ExitCode> {
  const server = serverOf(order.server);
  const watch = watchOf(order);
  const alone = [
    ...(order.passwordFile === undefined ? [] : ['password-file']),
    ...(order.network['send-address'] === true ? ['send-address'] : []),
  ];
  // Nobody else has an address that could be sent.
  if (order.login === undefined && alone.length > 0)
    throw new InputError(alone.map((option) => liveProblem('check.login-alone', { option })));
  const loaded = await loadProfiles(order.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const fileOf = ({ profile }: MailDomain) => loaded.find((each) => each.profile === profile)?.file ?? '';
  const wanted = mailDomainsWanted(order.domains, profiles, 'check', terminal).map((domain) => ({
    domain,
    file: fileOf(domain),
  }));
  const seconds = secondsFor(order.network.timeout, wanted.length);
  const roots = loaded.flatMap(({ profile }) => authorityIn(profile.certificateAuthority));
  const timeout = order.network.timeout ?? String(seconds);
  const network = await networkOf({ ...order.network, timeout }, roots);
  const place = order.login === undefined ? undefined : loginAt(order.login, wanted);
  const password = place === undefined ? undefined : await secretFor(order, terminal);
  if (place !== undefined && password === undefined) return exitCode.givenUp;
  const mailbox = place === undefined || password === undefined ? undefined : { ...place, password };
  const local = network.sendAddress ? place?.address.local : undefined;
  const answer = Math.min(10, seconds / 2);
  const round = { wanted, network, server, mailbox, local, seconds: { answer, whole: seconds } };
  if (watch !== undefined) return checkAgain(watch, (signal) => look(round, signal), order.format, terminal);
  const checks = await look(round);
  tellChecks(checks, order.format, terminal);
  return exitOf(checks, terminal);
}

/** What was cut short is no yes: where nothing else is wrong, nobody can say. */
function exitOf(checks: readonly FiledCheck[], { alert, language }: Terminal): ExitCode {
  const cut = checks.some(({ probes }) => probes.some(({ reason }) => reason === 'no-time'));
  if (cut) alert(checkWords(language).cut);
  if (checks.some(({ probes }) => probes.some(isWrong))) return exitCode.no;
  return cut ? exitCode.badInput : exitCode.done;
}

/** One round over all domains, in a world in which nothing was asked yet. */
async function look(round: Round, signal?: AbortSignal): Promise<FiledCheck[]> {
  const { wanted, network, server, mailbox, local, seconds } = round;
  const net: Net = network.open(signal);
  const began = performance.now();
  const profiles = [...new Set(wanted.map(({ domain }) => domain.profile))];
  const serverFor = (domain: MailDomain) => server ?? siteHost(domain);
  const order = { profiles, serverOf: serverFor, net, now: new Date(), seconds: seconds.answer, local };
  const world = makeWorld(order);
  const checks = await checkWorld({ ...order, domains: wanted.map(({ domain }) => domain) }, world);
  const login = mailbox === undefined ? [] : await loginProbes(mailbox, world, net);
  const isLate = performance.now() - began >= seconds.whole * 1_000;
  return checks.map(({ domain, probes }, index) => {
    const own = domain === mailbox?.domain.name ? [...probes, ...login] : probes;
    return { domain, probes: isLate ? withoutLate(own) : own, file: wanted[index]?.file ?? '' };
  });
}

/** An address of numbers is nothing that a record can lead to by name. */
function siteHost({ provider }: MailDomain): string | undefined {
  return provider.site === undefined ? undefined : asciiDomain(new URL(provider.site).hostname);
}

/** Many domains take longer than one. */
function secondsFor(given: string | undefined, domains: number): number {
  // What is no number is told by who reads the flags.
  if (given !== undefined) return Number(given);
  return Math.min(600, 30 + 5 * domains);
}

function authorityIn(pem: string | undefined): X509Certificate[] {
  return pem === undefined ? [] : [new X509Certificate(pem)];
}

function loginAt(login: string, wanted: Round['wanted']): { address: Address; domain: MailDomain } {
  const address = addressOf(login);
  const domain = wanted.find((each) => each.domain.name === address?.domain)?.domain;
  if (address === undefined || domain === undefined) throw new InputError(liveProblem('check.login', { value: login }));
  return { address, domain };
}
