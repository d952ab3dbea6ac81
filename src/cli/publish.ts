import { join } from 'node:path';
import { InputError, problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { contentsOf } from '../sinks/folder.ts';
import { recover } from '../sinks/leftovers.ts';
import { listOf, type Manifest } from '../sinks/manifest.ts';
import { planSite, type SitePlan, writeSite } from '../sinks/site-folder.ts';
import { dnsCommandFor, limitLines, limitText } from '../site/readme.ts';
import { makeSite, type Site } from '../site/site.ts';
import { siteWarning, siteWords } from '../site/words.ts';
import { replaceTemplates } from '../template/templates.ts';
import { texts } from '../words/index.ts';
import { listed } from '../words/languages.ts';
import { mailDomainsWanted, serverOf } from './mail-domains.ts';
import { loadProfiles } from './profiles.ts';
import { quotedPath } from './quoted-path.ts';
import { loadTemplates } from './template-folder.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface PublishOrder {
  readonly domains: readonly string[];
  readonly profiles: readonly string[];
  readonly out: string;
  readonly server: string | undefined;
  readonly templates: string | undefined;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `facteur publish`: a provider's site as files for any web server, with what a web server has to know, and what such a site cannot do.
 * @throws InputError for everything wrongly given, and for files that are in the way; then nothing is written
 */
export async function publish(order: PublishOrder, terminal: Terminal): Promise<ExitCode> {
  const { out, dryRun, force, json } = order;
  if (out.trim() === '') throw new InputError(problem('out.empty', {}));
  const server = serverOf(order.server);
  const loaded = await loadProfiles(order.profiles, terminal.warn);
  const wanted = mailDomainsWanted(
    order.domains,
    loaded.map(({ profile }) => profile),
    'publish',
    terminal,
  );
  replaceTemplates(await loadTemplates(order.templates));
  const site = makeSite(wanted, server);
  terminal.warn(
    site.web.places
      .flatMap(({ domains }) => domains)
      .filter(({ config, hasPacc, hasPointer }) => config === undefined && !hasPacc && !hasPointer)
      .map(({ name }) => siteWarning('site.nothing', { domain: name })),
  );
  const { files, manifest } = contentsOf(manifestOfSite(site), site.artifacts);
  const words = texts(terminal.language).cli;
  for (const { did, path } of await recover(out, dryRun))
    terminal.say((dryRun ? words.wouldRecover : words.recovered)[did]({ path }));
  const plan = planSite(out, files, force);
  if (!dryRun) await writeSite(plan);
  report(site, plan, order, terminal);
  if (json) terminal.answer(answerOf(site, plan, manifest, dryRun, terminal.language));
  return exitCode.done;
}

/** Reasons are in the language of the first provider: the same input gives the same bytes, whoever runs it. */
function manifestOfSite(site: Site): Manifest {
  const { providers, artifacts, domains, limits } = site;
  const [first] = domains;
  const language = first?.domain.provider.languages[0] ?? 'en';
  return { ...listOf(providers.join(' '), artifacts), left_out: limits.map((limit) => leftOutOf(limit, language)) };
}

function leftOutOf(limit: Site['limits'][number], language: Language) {
  const { client, format, domain } = limit;
  return { client, format, ...(domain !== undefined && { domain }), reason: limitText(limit, language) };
}

function changeOf({ created, replaced, removed, unchanged }: SitePlan): 'created' | 'unchanged' | 'replaced' {
  if (created.length + replaced.length + removed.length === 0) return 'unchanged';
  return replaced.length + removed.length === 0 && unchanged.length === 0 ? 'created' : 'replaced';
}

function report(
  site: Site,
  plan: SitePlan,
  { dryRun, profiles }: Pick<PublishOrder, 'dryRun' | 'profiles'>,
  terminal: Terminal,
): void {
  const { language, say } = terminal;
  const { report: words } = siteWords(language);
  const { out, kept, created, replaced, removed, unchanged } = plan;
  const change = changeOf(plan);
  const domains = listed(
    site.domains.map(({ domain }) => domain.displayName),
    language,
  );
  const hosts = new Set(site.artifacts.flatMap(({ path }) => /^hosts\/([^/]+)/.exec(path)?.[1] ?? []));
  say(words.made({ path: out, change: (dryRun ? words.wouldChange : words.changes)[change], domains }));
  say(`  ${words.counts({ files: site.artifacts.length, hosts: hosts.size })}`);
  if (change === 'replaced')
    say(
      `  ${words.changed({ created: created.length, replaced: replaced.length, removed: removed.length, unchanged: unchanged.length })}`,
    );
  for (const file of kept) terminal.alert(`  ${words.kept({ file: join(out, file) })}`);
  if (site.digests.length > 0) say(`\n  ${words.digestTitle}`);
  for (const { name, text } of site.digests) say(`    ${name}. TXT "${text}"`);
  say(`\n  ${words.cannotTitle}`);
  for (const [what, text] of limitLines(site.limits, language)) say(`    ${what} – ${text}`);
  say(`\n  ${words.nextTitle}`);
  say(`    ${join(out, `README.${language}.md`)}\n        ${words.next.readme}`);
  const named = profiles.map((each) => quotedPath(each));
  for (const place of site.web.places) {
    say(`    ${dnsCommandFor(place, named)}\n        ${words.next.dns}`);
    const asked = place.domains.map(({ name }) => ` ${name}`).join('');
    const from = named.map((each) => ` --profile ${each}`).join('');
    say(`    facteur check${asked}${from} --server ${place.hostname}\n        ${words.next.check}`);
  }
}

function answerOf(site: Site, plan: SitePlan, manifest: Manifest, dryRun: boolean, language: Language): object {
  const { out, created, replaced, removed, kept } = plan;
  return {
    dry_run: dryRun,
    path: out,
    change: changeOf(plan),
    created: created.map(({ path }) => path),
    replaced: replaced.map(({ path }) => path),
    removed,
    kept,
    places: site.web.places.map(({ url, domains }) => ({ url, domains: domains.map(({ name }) => name) })),
    records: site.digests.map(({ name, text }) => ({ name: `${name}.`, type: 'TXT', text })),
    ...manifest,
    left_out: site.limits.map((limit) => leftOutOf(limit, language)),
  };
}
