import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../src/artifacts/render.ts';
import type { Client } from '../../src/clients/client.ts';
import { parseProfile } from '../../src/index.ts';
import { judge } from '../../src/lint/judgement.ts';
import { flawText } from '../../src/lint/lint-rule.ts';
import type { Account } from '../../src/model/account.ts';
import { contentOf } from '../../src/read/content.ts';
import type { KindId } from '../../src/read/file-kind.ts';
import { kindOf } from '../../src/read/file-kind.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixtures, root } from '../fixtures.ts';
import { expected } from '../providers/expected.ts';

/** Every account of the tests, by the provider's file where it has one. */
export function ownAccounts(): { name: string; account: Account }[] {
  const folder = join(root, 'test/providers/profiles');
  const known = new Set(readdirSync(folder).map((file) => file.replace(/\.yaml$/, '')));
  const provided = expected
    .filter(({ profile }) => known.has(profile))
    .map(({ profile, person }) => {
      const text = readFileSync(join(folder, `${profile}.yaml`), 'utf8');
      return { name: profile, account: resolve(person, [parseProfile(text, `${profile}.yaml`)]).account };
    });
  return [...fixtures(), ...provided];
}

/** The files of this kind that these clients have for the account. */
export function ownFiles(account: Account, kind: KindId, of: readonly Client[]): { path: string; bytes: Uint8Array }[] {
  return render(account, of)
    .artifacts.map(({ path, bytes }) => ({ path, bytes: bytes() }))
    .filter(({ path, bytes }) => kindOf(contentOf(path, bytes)) === kind);
}

/** What is said of the bytes that is more than a note, as `rule-id: text`. */
export async function complaints(bytes: Uint8Array, allowed: readonly string[] = []): Promise<string[]> {
  const judgement = await judge(contentOf('own', bytes), undefined, { now: new Date('2026-11-01T00:00:00Z') });
  if (judgement === undefined) return ['is of no kind that is known'];
  return judgement.flaws
    .filter(({ rule }) => rule.severity !== 'note' && !allowed.includes(rule.id))
    .map((flaw) => `${flaw.rule.id}: ${flawText(flaw, 'en').says}`);
}
