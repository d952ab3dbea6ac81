import type { Account } from '../../account.ts';

/** Written in a clientConfig file, these stand for what the person types (draft-ietf-mailmaint-autoconfig-06). */
export const variables = { local: '%EMAILLOCALPART%', address: '%EMAILADDRESS%' } as const;

/**
 * What Thunderbird makes of a text of a clientConfig file for this person, which is not always what stands there. Its reader turns what
 * looks like a number or a truth value into one and that into text again: `007` becomes `7`, `1e3` `1000`, `True` `true` (JXON.sys.mjs,
 * parseText). Then it replaces variables one after the other, also in what it has just put in, and `$$` or `$&` in a value mean to its
 * `replaceAll` what they mean to ours (AccountConfig.sys.mjs, replaceVariables). Seen with 153: test/system/thunderbird-config.test.ts.
 */
export function readBack(text: string, { name, address, local, domain }: Account): string {
  const read = parse(text);
  // Nearly every text is without variables.
  if (!read.includes('%')) return read;
  const values = [
    ['%EMAILADDRESS%', address],
    ['%EMAILLOCALPART%', local],
    ['%EMAILDOMAIN%', domain],
    ['%REALNAME%', name ?? ''],
  ] as const;
  return values.reduce((filled, [variable, value]) => filled.replaceAll(variable, value), read);
}

function parse(text: string): string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return Number.isFinite(Number(text)) ? String(Number.parseFloat(text)) : text;
}
