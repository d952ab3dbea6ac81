import { type Judgement, judge } from '../../src/lint/judgement.ts';
import { flawText } from '../../src/lint/lint-rule.ts';
import type { Party } from '../../src/lint/parties.ts';
import { contentOf } from '../../src/read/content.ts';

/** What lint says of a file; `undefined` where it is nothing that it knows. */
export async function judged(file: string | Uint8Array, as?: Party): Promise<Judgement | undefined> {
  return judge(contentOf('sample', typeof file === 'string' ? new TextEncoder().encode(file) : file), as);
}

/** What is wrong with a file, notes apart: `id line:column  text`. */
export async function faultsOf(file: string | Uint8Array): Promise<string[]> {
  const judgement = await judged(file);
  if (judgement === undefined) return ['is nothing that is known'];
  return judgement.flaws
    .filter(({ rule }) => rule.severity !== 'note')
    .map((flaw) => `${flaw.rule.id} ${flaw.line}:${flaw.column}  ${flawText(flaw, 'en').says}`);
}

/** The ids of the rules that a file breaks, notes apart. */
export async function brokenBy(file: string | Uint8Array): Promise<string[]> {
  return (await faultsOf(file)).map((each) => each.split(' ', 1)[0] ?? '');
}

/** The ids that are left of these, without those that a provider is the reason for. */
export function unexpected(ids: readonly string[], allowed: Readonly<Record<string, string>>): string[] {
  return ids.filter((id) => !Object.hasOwn(allowed, id));
}
