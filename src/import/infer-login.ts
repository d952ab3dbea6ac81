import { type Address, addressOf } from '../model/address.ts';
import { ASK, applyRule, isLoginRule, ruleIn } from '../model/rule.ts';

/** A person's address, and what they log in with. */
export interface LoginPair {
  readonly address: string;
  readonly login: string;
}

/**
 * The simplest login rule that gives every one of these people their login: `prenom.nom@cnrs.fr` with `prenom.nom@ods.services` give `{local}@ods.services`.
 * @param pairs at least one
 * @returns `ask` where no rule of ours does
 */
export function inferRule(pairs: readonly LoginPair[]): string {
  if (pairs.length === 0) return ASK;
  // One person may look like less than another: `ada` is `{local}` where `ada.byron` tells what becomes of the dot.
  const rules = new Set(pairs.slice(0, MANY).flatMap(candidates));
  return [...rules].find((rule) => isLoginRule(rule) && pairs.every((pair) => gives(rule, pair))) ?? ASK;
}

/** So many people tell a rule as well as more do. */
const MANY = 20;

/** Does the rule give this login to this address? Domains are the same in any letter case. */
export function gives(rule: string, { address, login }: LoginPair): boolean {
  const read = addressOf(address);
  if (read === undefined) return false;
  const given = applyRule(ruleIn(read.domain, rule), read.local);
  return given !== undefined && sameLogin(given, login);
}

function sameLogin(one: string, other: string): boolean {
  const at = one.lastIndexOf('@');
  if (at < 0 || other.lastIndexOf('@') !== at) return one === other;
  return one.slice(0, at) === other.slice(0, at) && one.slice(at).toLowerCase() === other.slice(at).toLowerCase();
}

/** Rules that could have made a login, the simplest first. */
function candidates({ address, login }: LoginPair): string[] {
  const read = addressOf(address);
  if (read === undefined) return [];
  const joined = JOINTS.filter((joint) => login === `${read.local}${joint}${read.domain}`);
  const written = joined.map((joint) => `{address|replace:@:${joint}}`);
  return [
    '{address}',
    '{local}',
    ...forms(read).flatMap(({ text, name }) => around(login, text, name, read.domain)),
    ...written,
  ];
}

/** What servers want in the place of the @. */
const JOINTS = ['%', '+', '#', '_', '.', '-', '='];

/** What of the person may stand in a login, and what a rule calls it. */
function forms({ local, domain, text = `${local}@${domain}` }: Address): { text: string; name: string }[] {
  const parts = [
    { whole: text, name: 'address' },
    { whole: local, name: 'local' },
  ];
  const [untagged = local] = local.split('+');
  const plain = parts.flatMap(({ whole, name }) => [
    { text: whole, name: `{${name}}` },
    { text: whole.toLowerCase(), name: `{${name}|lower}` },
  ]);
  return [
    ...plain,
    ...(untagged === local ? [] : [{ text: untagged, name: '{local|untagged}' }]),
    ...['.', '-', '_'].flatMap((from) =>
      ['', '.', '-', '_']
        .filter((to) => to !== from && local.includes(from))
        .flatMap((to) => [
          { text: local.replaceAll(from, to), name: `{local|replace:${from}:${to}}` },
          { text: local.replaceAll(from, to).toLowerCase(), name: `{local|lower|replace:${from}:${to}}` },
        ]),
    ),
  ];
}

/** The login with the person taken out of it, where they stand there once and as a word of their own. */
function around(login: string, person: string, name: string, domain: string): string[] {
  if (person === '') return [];
  const at = login.indexOf(person);
  if (at < 0 || login.includes(person, at + 1)) return [];
  const [before, after] = [login.slice(0, at), login.slice(at + person.length)];
  if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return [];
  const literal = (text: string) => (/[{}]/.test(text) ? undefined : text);
  const [head, tail] = [literal(before), literal(after)];
  if (head === undefined || tail === undefined) return [];
  const written = `${head}${name}${tail}`;
  // Where the domain of the address stands there whole, the rule holds in others too.
  const general = tail.replace(new RegExp(`(?<![\\w.-])${escaped(domain)}(?![\\w.-])`), '{domain}');
  return general === tail || name.startsWith('{address') ? [written] : [`${head}${name}${general}`, written];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
