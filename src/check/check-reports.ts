import { hurtsText } from '../lint/reports.ts';
import { lintWords } from '../lint/words.ts';
import type { Language } from '../model/account.ts';
import { type CheckRule, type Probe, plainValue, probeText } from './check-rule.ts';
import type { DomainCheck } from './check-world.ts';
import { checkWords } from './words.ts';

/** Nothing is wrong, and nothing was left out for want of time; what is only worth knowing is not wrong. */
export function isAllRight({ probes }: DomainCheck): boolean {
  return !probes.some((probe) => isWrong(probe) || probe.reason === 'no-time');
}

export function isWrong({ status, rule }: Probe): boolean {
  return status === 'fault' && rule.severity !== 'note';
}

/** The form of `check --json`. */
export function checkJson(check: DomainCheck, language: Language): object {
  return {
    domain: check.domain,
    ok: isAllRight(check),
    probes: check.probes.map((probe) => probeJson(probe, language)),
  };
}

function probeJson(probe: Probe, language: Language): object {
  const { rule, status, expected, found, hurts, reason } = probe;
  const place = plainValue(probe.place);
  const { asks, says, remedy } = probeText(probe, language);
  const words = checkWords(language);
  const head = { rule: rule.id, status, severity: rule.severity, place };
  if (status === 'ok') return { ...head, what: `${place}: ${asks}` };
  if (reason !== undefined) return { ...head, what: `${place}: ${asks}`, reason: words.reasons[reason] };
  return {
    ...head,
    what: `${place}: ${says}`,
    ...(expected !== undefined && { expected: plainValue(expected) }),
    ...(found !== undefined && { found: plainValue(found) }),
    remedy,
    clients: Object.keys(hurts),
    source: rule.source,
  };
}

/** What is wrong, each with what was seen and what to do; then how much was looked at. */
export function checkLines(check: DomainCheck, language: Language): string[] {
  const faults = check.probes.filter(({ status }) => status === 'fault');
  return faults.map((probe) => faultText(probe, language));
}

function faultText(probe: Probe, language: Language): string {
  const words = checkWords(language);
  const { rule, expected = '', found = '' } = probe;
  const place = plainValue(probe.place);
  const codes: Readonly<Record<string, string>> = words.codes;
  const { says, remedy } = probeText(probe, language);
  const severity = lintWords(language).severities[rule.severity];
  const hurts = hurtsText(probe, language);
  return [
    `${words.line({ severity, place, says })} [${rule.id}]`,
    ...(expected === '' && found === ''
      ? []
      : [words.seen({ expected: plainValue(expected), found: plainValue(codes[found] ?? found) })]),
    words.remedy({ remedy }),
    ...(hurts === '' ? [] : [words.hurts({ hurts })]),
  ].join('\n    ');
}

/** MailTalk: how much was looked at. */
export function checkSummary(check: DomainCheck, language: Language): string {
  const { domain, probes } = check;
  const words = checkWords(language);
  const count = (status: Probe['status']) => probes.filter((each) => each.status === status).length;
  const faults = probes.filter(isWrong).length;
  const numbers = { domain, held: count('ok'), skipped: count('skipped') };
  return isAllRight(check) ? words.allHeld(numbers) : words.summary({ ...numbers, faults });
}

/** MailTalk: what could not be looked at, and why. */
export function skippedLines({ probes }: DomainCheck, language: Language): string[] {
  const words = checkWords(language);
  return probes.flatMap((probe) => {
    if (probe.reason === undefined) return [];
    const { asks } = probeText(probe, language);
    return [words.skippedLine({ place: plainValue(probe.place), asks, reason: words.reasons[probe.reason] })];
  });
}

/** A check, and the file of the profile that the world was held against. */
export interface FiledCheck extends DomainCheck {
  readonly file: string;
}

/** SARIF 2.1.0 (OASIS): the place of a fault is the profile that says otherwise, and within it the name or server. */
export function checkSarif(checks: readonly FiledCheck[], version: string, language: Language): object {
  const faults = checks.flatMap(({ file, probes }) =>
    probes.flatMap((probe) => (probe.status === 'fault' ? [{ file, probe }] : [])),
  );
  const rules = [...new Map(faults.map(({ probe: { rule } }) => [rule.id, rule as CheckRule])).values()];
  const at = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'facteur',
            version,
            rules: rules.map((rule) => ({
              id: rule.id,
              defaultConfiguration: { level: rule.severity },
              shortDescription: { text: rule.text(language).asks },
              properties: { clients: Object.keys(rule.hurts), source: rule.source },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: faults.map(({ file, probe }) => {
          const { says, remedy } = probeText(probe, language);
          return {
            ruleId: probe.rule.id,
            ruleIndex: at.get(probe.rule.id),
            level: probe.rule.severity,
            message: { text: `${plainValue(probe.place)}: ${says} — ${remedy}` },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: file.split(/[/\\]/).map(encodeURIComponent).join('/') } },
                logicalLocations: [{ fullyQualifiedName: plainValue(probe.place), kind: 'resource' }],
              },
            ],
          };
        }),
      },
    ],
  };
}
