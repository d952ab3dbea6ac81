import type { CheckRule } from '../src/check/check-rule.ts';
import { checkRules } from '../src/check/rule-table.ts';
import { commonRules } from '../src/lint/common/common-rules.ts';
import { judgeAll } from '../src/lint/judgement.ts';
import { kindIds, loadKind } from '../src/lint/kinds.ts';
import { flawText, hurtParties, type Rule, sampleFiles } from '../src/lint/lint-rule.ts';
import { sampleCircumstances } from '../src/lint/samples.ts';
import { lintWords } from '../src/lint/words.ts';
import { say } from '../src/words/words.ts';

/** The pages of all rules, and one that lists them, by their paths below `docs/rules`. */
export async function rulePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const lines = [];
  const parts: { readonly title: string; readonly where: string; readonly rules: readonly Rule[] }[] = [];
  for (const id of kindIds) {
    const title = lintWords('en').kinds[id];
    parts.push({ title, where: `a ${title}`, rules: (await loadKind(id)).rules });
  }
  parts.push({ title: 'files of any kind, and several together', where: 'a file of any kind', rules: commonRules });
  for (const { title, where, rules } of parts) {
    lines.push(`\n## ${title}\n`);
    for (const rule of rules) {
      const example = await exampleOf(rule);
      pages.set(`${rule.id}.md`, pageOf(where, rule, example));
      lines.push(`* [${rule.id}](${rule.id}.md) (${rule.severity}): ${example.says}`);
    }
  }
  lines.push('\n## The live world\n');
  for (const rule of checkRules) {
    const path = `${rule.id}.md`;
    // Where files show what the world shows too, the rule is one.
    const ofFiles = pages.get(path);
    const live = livePageOf(rule);
    pages.set(path, ofFiles === undefined ? live : `${ofFiles}\n${live.replace(/^# .*/, '## In the live world')}`);
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
  const judgements = await judgeAll(sampleFiles(rule, rule.bad), undefined, sampleCircumstances);
  const flaw = judgements.flatMap(({ flaws }) => flaws).find((each) => each.rule.id === rule.id);
  if (flaw === undefined) throw new Error(`${rule.id} does not find its own sample`);
  return flawText(flaw, 'en');
}

function pageOf(where: string, rule: Rule, { says, remedy }: { says: string; remedy: string }): string {
  const { effects, parties } = lintWords('en');
  const hurts = hurtParties(rule).map((reader) => `* ${parties[reader]}: ${effects[rule.hurts[reader] ?? 'ignores']}`);
  return [
    `# ${rule.id}`,
    `${capital(rule.severity)}, in ${where}. For this fragment:`,
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
