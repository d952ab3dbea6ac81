import type { CheckRule } from '../src/check/check-rule.ts';
import { checkRules } from '../src/check/rule-table.ts';
import { makeFileJudge } from '../src/lint/judgement.ts';
import type { AnyKind } from '../src/lint/kind.ts';
import { kindIds, loadKind } from '../src/lint/kinds.ts';
import { type Flaw, flawText, hurtParties, type Rule, sampleFiles } from '../src/lint/lint-rule.ts';
import { sampleCircumstances } from '../src/lint/samples.ts';
import { lintWords } from '../src/lint/words.ts';
import { say } from '../src/words/words.ts';

/** The pages of all rules, and one that lists them, by their paths below `docs/rules`. */
export async function rulePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const lines = [];
  for (const id of kindIds) {
    const kind = await loadKind(id);
    lines.push(`\n## ${lintWords('en').kinds[id]}\n`);
    for (const rule of kind.rules) {
      const example = await exampleOf(rule);
      pages.set(`${rule.id}.md`, pageOf(kind, rule, example));
      lines.push(`* [${rule.id}](${rule.id}.md) (${rule.severity}): ${example.says}`);
    }
  }
  lines.push('\n## The live world\n');
  for (const rule of checkRules) {
    const path = `${rule.id}.md`;
    if (pages.has(path)) throw new Error(`${rule.id} is a rule of lint, too`);
    pages.set(path, livePageOf(rule));
    lines.push(`* [${rule.id}](${path}) (${rule.severity}): ${rule.text('en').asks}`);
  }
  const head =
    '# What `facteur lint` and `facteur check` look at\n\nEach rule has a page, made by `npm run rule-docs` out of the table that judges.\n';
  pages.set('README.md', `${head}${lines.join('\n')}\n`);
  return pages;
}

/** A rule of `facteur check`, with names in the place of what is found. */
function livePageOf(rule: CheckRule): string {
  const { asks, says, remedy } = rule.text('en');
  const names = new Proxy<Readonly<Record<string, string>>>({}, { get: (_, name) => `‹${String(name)}›` });
  const { effects, parties } = lintWords('en');
  const hurts = hurtParties(rule).map((reader) => `* ${parties[reader]}: ${effects[rule.hurts[reader] ?? 'ignores']}`);
  return [
    `# ${rule.id}`,
    `${capital(rule.severity)}, found by \`facteur check\` in the live world. What ought to be so: ${asks}.`,
    `> ${capital(say(says, names))}.\n>\n> ${capital(say(remedy, names))}.`,
    ...(hurts.length === 0 ? [] : [`What programs do with it:\n\n${hurts.join('\n')}`]),
    `Source: ${rule.source}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** What the rule says of its own bad fragment. */
async function exampleOf(rule: Rule): Promise<{ says: string; remedy: string }> {
  const { judge } = makeFileJudge(undefined, sampleCircumstances);
  let flaw: Flaw | undefined;
  for (const content of sampleFiles(rule, rule.bad))
    flaw ??= (await judge(content))?.flaws.find((each) => each.rule.id === rule.id);
  if (flaw === undefined) throw new Error(`${rule.id} does not find its own sample`);
  return flawText(flaw, 'en');
}

function pageOf(kind: AnyKind, rule: Rule, { says, remedy }: { says: string; remedy: string }): string {
  const { kinds, effects, parties } = lintWords('en');
  const hurts = hurtParties(rule).map((reader) => `* ${parties[reader]}: ${effects[rule.hurts[reader] ?? 'ignores']}`);
  return [
    `# ${rule.id}`,
    `${capital(rule.severity)}, in a ${kinds[kind.id]}. For this fragment:`,
    fenced(rule.bad),
    `> ${capital(says)}.\n>\n> ${capital(remedy)}.`,
    'So nothing is wrong:',
    fenced(rule.good),
    ...(hurts.length === 0 ? [] : [`What programs do with it:\n\n${hurts.join('\n')}`]),
    `Source: ${rule.source}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function fenced(text: string): string {
  return `\`\`\`\`text\n${text.replace(/\n$/, '')}\n\`\`\`\``;
}
