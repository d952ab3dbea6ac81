import type { Language } from '../model/account.ts';
import { listed, series } from '../words/languages.ts';
import { shortened, visible } from '../words/typography.ts';
import type { Judgement } from './judgement.ts';
import { type Flaw, flawText, hurtParties, type Severity } from './lint-rule.ts';
import type { Hurts, Party } from './parties.ts';
import { MOST_SHOWN, shownFlaws, type Unshown } from './shown-flaws.ts';
import { lintWords } from './words.ts';

/** A flaw as one line: place, severity, what is wrong, what clients do with it, what to do. */
export function flawLine(path: string, flaw: Flaw, language: Language): string {
  const words = lintWords(language);
  const { says, remedy } = flawText(flaw, language);
  const severity = words.severities[flaw.rule.severity];
  const line = words.fault({ severity, says, remedy, hurts: hurtsText(flaw, language) });
  return `${[visible(path), flaw.line, flaw.column].filter((part) => part !== undefined).join(':')}  ${line} [${flaw.rule.id}]`;
}

/** How many more times a rule has found something in a file. */
export function unshownLine(path: string, { rule, count }: Unshown, language: Language): string {
  const words = lintWords(language);
  const line = words.more({ severity: words.severities[rule.severity], count });
  return `${visible(path)}  ${line} [${rule.id}]`;
}

/** `Thunderbird: refuses the whole file; Geary: …`; parties with which it does the same stand together. */
export function hurtsText({ hurts }: { readonly hurts: Hurts }, language: Language): string {
  const words = lintWords(language);
  const effects = [...new Set(Object.values(hurts))];
  const groups = effects.map((effect) => {
    const names = hurtParties({ hurts }).filter((reader) => hurts[reader] === effect);
    return words.hurt({
      reader: listed(
        names.map((name) => words.parties[name]),
        language,
      ),
      effect: words.effects[effect],
    });
  });
  return series(groups, language);
}

/** The form of `lint --json`. */
export function flawJson(flaw: Flaw, language: Language): object {
  const { says, remedy } = flawText(flaw, language);
  const { rule, line, column, field, hurts } = flaw;
  return {
    rule: rule.id,
    severity: rule.severity,
    line,
    column,
    field,
    clients: hurtParties(flaw),
    effects: hurts,
    message: says,
    remedy,
    source: rule.source,
  };
}

/** Workflow commands of GitHub Actions (docs.github.com, “Workflow commands for GitHub Actions”): each is an annotation in its line. */
export function githubLine(path: string, flaw: Flaw, language: Language): string {
  const { says, remedy } = flawText(flaw, language);
  const properties = { file: visible(path), line: flaw.line, col: flaw.column, title: flaw.rule.id };
  const shown = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`],
  );
  return `::${levels[flaw.rule.severity]} ${shown.join(',')}::${escapedData(`${says} — ${remedy}`)}`;
}

/** The same for GitHub: an annotation of the file. */
export function githubUnshownLine(path: string, { rule, count }: Unshown, language: Language): string {
  const words = lintWords(language);
  const text = words.more({ severity: words.severities[rule.severity], count });
  const properties = `file=${escapedProperty(visible(path))},title=${escapedProperty(rule.id)}`;
  return `::${levels[rule.severity]} ${properties}::${escapedData(text)}`;
}

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'notice' };

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * SARIF 2.1.0 (OASIS), as code scanners read it.
 * @param version of Facteur
 */
export function sarifLog(judgements: readonly Judgement[], version: string, language: Language): object {
  const rules = [...new Map(judgements.flatMap(({ flaws }) => flaws.map(({ rule }) => [rule.id, rule] as const)))];
  const at = new Map(rules.map(([id], index) => [id, index]));
  const unshown = judgements.flatMap(({ path, flaws }) =>
    shownFlaws(flaws, MOST_SHOWN.sarif).unshown.map(({ rule, count }) => ({
      ruleId: rule.id,
      uri: uriOf(path),
      count,
    })),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'facteur',
            version,
            rules: rules.map(([id, rule]) => ({
              id,
              defaultConfiguration: { level: rule.severity },
              shortDescription: { text: hurtsText(rule, language) || id },
              properties: { clients: hurtParties(rule), source: rule.source },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: judgements.flatMap(({ path, flaws }) =>
          shownFlaws(flaws, MOST_SHOWN.sarif).shown.map((flaw) => {
            const { says, remedy } = flawText(flaw, language);
            const region =
              flaw.line === undefined ? {} : { region: { startLine: flaw.line, startColumn: flaw.column } };
            return {
              ruleId: flaw.rule.id,
              ruleIndex: at.get(flaw.rule.id),
              level: flaw.rule.severity,
              message: { text: `${says} — ${remedy}` },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } }],
            };
          }),
        ),
        ...(unshown.length > 0 && { properties: { unshown } }),
      },
    ],
  };
}

/** A path as a relative reference (RFC 3986 §4.2). */
function uriOf(path: string): string {
  return path.split(/[/\\]/).map(encodeURIComponent).join('/');
}

/** What one reader would make of the file. */
export function viewLines({ path, view }: Judgement, reader: Party, language: Language): string[] {
  if (view === undefined) return [];
  const { views, parties } = lintWords(language);
  const shown = (text: string) => visible(shortened(text));
  const servers = (['incoming', 'outgoing'] as const).flatMap((direction) => {
    const server = view[direction];
    if (server === undefined) return [];
    const { protocol, host, port = views.none, security, authentication = views.none, login = views.none } = server;
    const said = { protocol: shown(protocol), host: shown(host), login: shown(login) };
    return [views.server({ direction: views[direction], port, security, authentication, ...said })];
  });
  const skipped = view.skipped ?? [];
  return [
    views[view.outcome]({ path: visible(path), reader: parties[reader] }),
    ...(view.outcome === 'refuses' ? [] : servers.map(indented)),
    ...(skipped.length === 0 ? [] : [indented(views.skipped({ numbers: listed(skipped.map(String), language) }))]),
  ];
}

function indented(line: string): string {
  return `  ${line}`;
}
