import type { Account } from '../../model/account.ts';

/** Written in a clientConfig file, these stand for what the person types (draft-ietf-mailmaint-autoconfig-06). */
export const variables = { local: '%EMAILLOCALPART%', address: '%EMAILADDRESS%' } as const;

/** What a reader of such a file knows of a person. */
export type ConfigPerson = Pick<Account, 'address' | 'local' | 'domain' | 'name'>;

/** A program that takes a clientConfig file, and the login or host that it makes of a text in it for this person. */
export interface ConfigReader {
  readonly program: string;
  readonly read: (text: string, person: ConfigPerson) => string;
}

type Variable = 'ADDRESS' | 'LOCALPART' | 'DOMAIN';

/**
 * Thunderbird turns what looks like a number or a truth value into one and that into text again: `007` becomes `7`, `1e3` `1000`, `True`
 * `true` (JXON.sys.mjs, parseText). Then it replaces variables one after the other, also in what it has just put in, and `$$` or `$&` in a
 * value mean to its `replaceAll` what they mean to ours (AccountConfig.sys.mjs, replaceVariables; 140 replaces the first of each alone, and a rule has no second). Seen with 140 and 153:
 * test/system/thunderbird-config.test.ts.
 */
const thunderbird: ConfigReader = {
  program: 'Thunderbird',
  read: (text, person) => {
    const read = parse(text);
    // Nearly every text is without variables.
    if (!read.includes('%')) return read;
    const value = valuesOf(person);
    return (['ADDRESS', 'LOCALPART', 'DOMAIN'] as const)
      .reduce((filled, name) => filled.replaceAll(`%EMAIL${name}%`, value[name]), read)
      .replaceAll('%REALNAME%', person.name ?? '');
  },
};

/** (RealAutoconfigParser.kt, replaceVariables, at a59bd67; the order was seen when that code was run.) */
const thunderbirdAndroid = sequential('Thunderbird for Android', ['DOMAIN', 'LOCALPART', 'ADDRESS']);

/** (kmail-account-wizard, ispdb.cpp, replacePlaceholders) */
const kmail = sequential('KMail', ['LOCALPART', 'ADDRESS', 'DOMAIN']);

/** (chatmail/core, configure/auto_mozilla.rs; nextcloud/mail, IspDb.php) */
const deltaChat = sequential('Delta Chat, Nextcloud Mail', ['ADDRESS', 'LOCALPART', 'DOMAIN']);

/**
 * Evolution reads once from left to right, so nothing is replaced in what it puts in, and knows no domain in its assistant. Version 3.46 asks
 * the server about `EVOLUTIONUSER` and puts the local part wherever the answer has that word, in any letter case (e-mail-autoconfig.c; seen
 * with 3.46.4).
 */
const evolution: ConfigReader = {
  program: 'Evolution',
  read: (text, person) => {
    const value = { ...valuesOf(person), DOMAIN: '' };
    return text
      .replace(/evolutionuser/gi, () => value.LOCALPART)
      .replace(/%EMAIL(ADDRESS|LOCALPART|DOMAIN)%/g, (_, name: Variable) => value[name]);
  },
};

/** FairEmail knows two variables, and only where they are the whole text; it has no other file than the one with the login (Misc.java). */
const fairEmail: ConfigReader = {
  program: 'FairEmail',
  read: (text, { address, local }) => (text === variables.address ? address : text === variables.local ? local : text),
};

/** Who takes a file that is made for one person, and who one that is made for a domain: what each of them misreads, is not written. */
export const readers = {
  person: [thunderbird, evolution, deltaChat, fairEmail],
  domain: [thunderbird, thunderbirdAndroid, evolution, kmail, deltaChat],
} as const satisfies Record<string, readonly ConfigReader[]>;

/** What all of them take as it is, and nearly every text is so: it has no variable, and looks like no number and no truth value. */
const LITERAL = /^(?!true$|false$|.*evolutionuser)[^\s\d.+%-][^%]*$/is;

/** The first of these that makes something else of the text than it should mean, and what. */
export function misreading(
  text: string,
  meant: string,
  person: ConfigPerson,
  among: readonly ConfigReader[],
): { readonly program: string; readonly read: string } | undefined {
  if (text === meant && LITERAL.test(text)) return undefined;
  for (const { program, read } of among) {
    const made = read(text, person);
    if (made !== meant) return { program, read: made };
  }
  return undefined;
}

/** The login that the app finds for this person by itself, from a server that is not told the address. */
export function loginOnAndroid(text: string, person: Account): string {
  return thunderbirdAndroid.read(text, person);
}

/** One variable after the other, each in the result of the last. */
function sequential(program: string, order: readonly Variable[]): ConfigReader {
  return {
    program,
    read: (text, person) => {
      const value = valuesOf(person);
      return order.reduce((filled, name) => filled.replaceAll(`%EMAIL${name}%`, () => value[name]), text);
    },
  };
}

function valuesOf({ address, local, domain }: ConfigPerson): Record<Variable, string> {
  return { ADDRESS: address, LOCALPART: local, DOMAIN: domain };
}

function parse(text: string): string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return Number.isFinite(Number(text)) ? String(Number.parseFloat(text)) : text;
}
