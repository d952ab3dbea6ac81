import { textAt } from '../../read/property-list.ts';
import type { Across } from '../kind.ts';
import { defineRules, type RuleOf } from '../lint-rule.ts';
import type { MobileconfigFacts } from './mobileconfig-facts.ts';
import { mobileconfigFrames as frames } from './mobileconfig-frames.ts';
import type { together } from './words.en.ts';
import { togetherWords } from './words.ts';

/** What is kept of a profile, for those that come after it. */
interface Kept {
  readonly path: string;
  readonly at: number | undefined;
  readonly identifier: string;
  /** Whose mailboxes it sets up, in the order of the letters. */
  readonly who: string;
  /** Identifier and UUID of each payload. */
  readonly payloads: ReadonlyMap<string, string>;
}

/** Rules about the profiles of one run. */
const rules: { readonly [N in keyof typeof together]: RuleOf<readonly Kept[], (typeof together)[N]> } = {
  'identifier-shared': {
    severity: 'error',
    hurts: { apple: 'replaces' },
    source:
      'apple/device-management, TopLevel.yaml: PayloadIdentifier; HaiSoftSARL/plesk_mail_autoconfig#2, trailofbits/algo#108',
    bad: `org.example.mail 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org
org.example.mail 77C29002-0000-5000-8000-0A1B2C3D4E5F grace@example.org`,
    good: `org.example.mail.3f1c9a 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org
org.example.mail.9b04d7 77C29002-0000-5000-8000-0A1B2C3D4E5F grace@example.org`,
    frame: frames.pair,
    *find(files) {
      const [last, other] = lastAnd(
        files,
        (one, before) => one.identifier === before.identifier && one.who !== before.who,
      );
      if (other !== undefined)
        yield { at: last.at, field: 'PayloadIdentifier', value: last.identifier, file: other.path };
    },
  },
  'identifier-random': {
    severity: 'warning',
    hurts: { apple: 'twice' },
    source: 'apple/device-management, TopLevel.yaml and CommonPayloadKeys.yaml; mailcow/mailcow-dockerized#972',
    bad: `org.example.mail.3f1c9a 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org
org.example.mail.9b04d7 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org`,
    good: `org.example.mail.3f1c9a 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org
org.example.mail.3f1c9a 77C29000-0000-5000-8000-0A1B2C3D4E5F ada@example.org`,
    frame: frames.pair,
    *find(files) {
      const [last, other] = lastAnd(files, (one, before) => one.who === before.who && differs(one, before));
      if (other !== undefined) yield { at: last.at, field: 'PayloadIdentifier', file: other.path };
    },
  },
};

export const profilesTogether: Across<MobileconfigFacts, Kept> = {
  keep({ content, profile }) {
    const identifier = profile === undefined ? undefined : textAt(profile.node, 'PayloadIdentifier');
    const mail = (profile?.payloads ?? []).filter(({ type }) =>
      /^com\.apple\.(?:mail\.managed|eas\.account|ews\.account)$/.test(type),
    );
    const addresses = mail.map(({ node }) => textAt(node, 'EmailAddress')?.toLowerCase() ?? '').filter(Boolean);
    if (profile === undefined || identifier === undefined || addresses.length === 0) return undefined;
    return {
      path: content.name,
      at: profile.node.entries.get('PayloadIdentifier')?.at,
      identifier,
      who: addresses.sort().join(' '),
      payloads: new Map(
        mail.map(({ node }) => [
          textAt(node, 'PayloadIdentifier') ?? '',
          textAt(node, 'PayloadUUID')?.toLowerCase() ?? '',
        ]),
      ),
    };
  },
  rules: defineRules('mobileconfig', togetherWords, rules),
};

/** The last file, and the first of the others of which this is so. */
function lastAnd(files: readonly Kept[], is: (last: Kept, other: Kept) => boolean): [Kept, Kept | undefined] {
  // Rules are asked when there is one.
  const last = files.at(-1) as Kept;
  return [last, files.slice(0, -1).find((other) => is(last, other))];
}

/** Two profiles for the same mailboxes: another outer identifier of the same provider, or another UUID of the same payload. */
function differs(one: Kept, other: Kept): boolean {
  if (one.identifier !== other.identifier)
    return (
      [...one.payloads.values()].some((uuid) => [...other.payloads.values()].includes(uuid)) ||
      stem(one) === stem(other)
    );
  return [...one.payloads].some(
    ([identifier, uuid]) => other.payloads.has(identifier) && other.payloads.get(identifier) !== uuid,
  );
}

/** All but the part that tells people apart. */
function stem({ identifier }: Kept): string {
  return identifier.split('.').slice(0, -1).join('.');
}
