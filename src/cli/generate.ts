import { join } from 'node:path';
import { fileOffers, offers } from '../artifacts/offers.ts';
import { selectClients } from '../artifacts/render.ts';
import { type Bundle, makeBundle } from '../bundle/bundle.ts';
import { makeGuides } from '../bundle/guides.ts';
import { makeKit, selectForKit } from '../bundle/kit.ts';
import type { Client } from '../clients/client.ts';
import { unsuitable } from '../clients/guide-servers.ts';
import { clients } from '../clients/index.ts';
import { describe, InputError, problem } from '../errors.ts';
import type { Account, Person } from '../model/account.ts';
import { loginsOf } from '../pages/logins.ts';
import type { Profile } from '../profile/profile.ts';
import { type Placement, plan, write } from '../sinks/folder.ts';
import { guidesIn, planGuides } from '../sinks/guide-folders.ts';
import { recover } from '../sinks/leftovers.ts';
import { replaceTemplates } from '../template/templates.ts';
import { texts } from '../words/index.ts';
import { loadProfiles } from './profiles.ts';
import { type SignFlags, signerFor } from './sign.ts';
import { loadTemplates } from './template-folder.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';
import { resolveNamed } from './who.ts';

export interface GenerateOptions {
  /** Addresses or logins. */
  readonly who: readonly string[];
  /** What the options say about each of them. */
  readonly person: Person;
  /** Ids, files or folders; all shipped profiles where empty. */
  readonly profiles: readonly string[];
  /** Ids of clients; all where empty. */
  readonly clients: readonly string[];
  /** The folder with templates in place of ours. */
  readonly templates?: string | undefined;
  readonly sign: SignFlags;
  readonly out: string;
  readonly kit: 'full' | 'small';
  /** A letter to hand over, too. */
  readonly letters: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** Where nobody is named: the example of the first profile. */
  readonly example: boolean;
  readonly json: boolean;
}

/**
 * `facteur generate`: writes a bundle for each person and says which file to open on which device.
 * @returns `no` when a client was asked for by name and nothing of what was asked for can be made
 * @throws InputError for everything wrongly given; then nothing is written
 */
export async function generate(options: GenerateOptions, terminal: Terminal): Promise<ExitCode> {
  const words = texts(terminal.language).cli;
  if (options.out.toLowerCase().endsWith('.zip')) throw new InputError(problem('out.zip', { path: options.out }));
  if (options.out.trim() === '') throw new InputError(problem('out.empty', {}));
  const small = options.kit === 'small';
  const wanted = (small ? selectForKit : selectClients)(clients, options.clients);
  const loaded = await loadProfiles(options.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const accounts = resolveAll(options, profiles, terminal);
  const templates = await loadTemplates(options.templates);
  const sign = await signerFor(options.sign, terminal);
  replaceTemplates(templates);
  const guides = small ? makeGuides(profiles, clients) : undefined;
  const folders = new Set(accounts.flatMap((account) => guides?.folderFor(account) ?? []));
  const bundles = accounts.map((account) => {
    if (guides === undefined) return makeBundle(account, wanted, { letters: options.letters, sign });
    const folder = guides.folderFor(account);
    return makeKit(account, wanted, { sign, guides: folder && `../${folder}` });
  });

  const { out, dryRun } = options;
  for (const place of [out, ...(folders.size > 0 ? [guidesIn(out)] : [])])
    for (const { did, path } of await recover(place, dryRun))
      terminal.say((dryRun ? words.wouldRecover : words.recovered)[did]({ path }));
  const placements = plan(out, bundles, options.force);
  const ofGuides = guides === undefined ? [] : planGuides(out, guides, folders);
  if (!dryRun) {
    // Pages of people lead there.
    await write(guidesIn(out), ofGuides);
    await write(out, placements);
  }

  const made = bundles.some((bundle) => wanted.some((client) => isServed(client, bundle)));
  // Where nothing was made, why is no talk.
  const tell = made ? terminal.say : terminal.alert;
  for (const [index, placement] of placements.entries()) {
    const bundle = bundles[index] as Bundle; // `plan` answers one placement for each bundle, in order.
    report(bundle, placement, options, terminal, tell);
  }
  for (const { folder, change, manifest } of ofGuides) {
    const page = join(folder, manifest.artifacts.find(({ format }) => format === 'overview')?.path ?? '');
    const did = (dryRun ? words.wouldChange : words.changes)[change];
    terminal.say(words.guides({ provider: manifest.provider, page, change: did }));
  }
  if (options.json) {
    const listed = (list: readonly Placement[]) =>
      list.map(({ folder, change, manifest }) => ({ path: folder, change, ...manifest }));
    terminal.answer({ dry_run: dryRun, bundles: listed(placements), ...(small && { guides: listed(ofGuides) }) });
  }
  if (made) return exitCode.done;
  terminal.alert(words.nothingMade);
  return exitCode.no;
}

/** Is there a file of the client, or a page with steps? One that only says why there are none is nothing made. */
function isServed({ id, formats, guides }: Client, { account, artifacts }: Bundle): boolean {
  const ids = new Set(formats(account.language).map((format) => format.id));
  const files = artifacts.filter(({ client, format }) => client === id && ids.has(format));
  return files.length > 0 || guides.some((guide) => unsuitable(guide, account, account.language) === undefined);
}

/** Resolves everybody before anything is written, and gathers what is wrong with any of them. */
function resolveAll(
  { who, person, profiles, example }: GenerateOptions,
  loaded: readonly Profile[],
  terminal: Terminal,
): Account[] {
  const saysLogin = person.login !== undefined || person.logins !== undefined;
  if (who.length === 0 && saysLogin) throw new InputError(problem('who.login-alone', {}));
  // A list that came out empty is no wish for an example; a person who tries the command sees what it does.
  if (who.length === 0 && terminal.unattended === true && !example) throw new InputError(problem('who.none', {}));
  const named = who.length > 0 ? who : [exampleOf(loaded, terminal)];
  if (named.length > 1 && person.name !== undefined) throw new InputError(problem('who.one-name', {}));
  if (named.length > 1 && saysLogin) throw new InputError(problem('who.one-login', {}));
  const accounts = new Map<string, Account>();
  const problems = named.flatMap((each) => {
    try {
      const { account } = resolveNamed(each, person, loaded, profiles.length > 0);
      accounts.set(account.address, account);
      return [];
    } catch (error) {
      if (error instanceof InputError) return error.problems;
      throw error;
    }
  });
  if (problems.length > 0) throw new InputError(problems);
  return [...accounts.values()];
}

function exampleOf(profiles: readonly Profile[], terminal: Terminal): string {
  const example = profiles.find((profile) => profile.example !== undefined)?.example;
  if (example === undefined) throw new InputError(problem('who.nobody', {}));
  terminal.say(texts(terminal.language).cli.usingExample({ example }));
  return example;
}

/** Says what was made, for each device the files to open with the recommended one first, and what had to be left out. */
function report(
  bundle: Bundle,
  { folder, change }: Placement,
  options: GenerateOptions,
  terminal: Terminal,
  tell: (text: string) => void,
): void {
  const { account, artifacts, leftOut } = bundle;
  const words = texts(terminal.language).cli;
  const { incoming: login, outgoing } = loginsOf(account);
  terminal.say(
    words.bundle({
      address: account.displayAddress,
      login,
      sending: outgoing === login ? '' : outgoing,
      folder,
      change: (options.dryRun ? words.wouldChange : words.changes)[change],
    }),
  );
  // Guides are found from the page that leads the bundle.
  const { devices, administrators } = offers(
    fileOffers(() => artifacts, account),
    [],
    clients,
    account,
    terminal.language,
  );
  const width = Math.max(0, ...artifacts.map(({ path }) => path.length));
  const files = (heading: string, list: readonly { path: string; title: string }[]) => {
    if (list.length > 0) terminal.say(`\n  ${heading}`);
    for (const { path, title } of list) terminal.say(`    ${path.padEnd(width)}  ${title}`);
  };
  for (const { name, offers: list } of devices) files(name, list);
  files(words.administrators, administrators);
  if (leftOut.length > 0) tell(`\n  ${words.leftOut}`);
  for (const { client, format, problem } of leftOut) {
    tell(`    ${client}/${format}: ${describe(problem, terminal.language)}`);
  }
  const page = (wanted: string) => join(folder, artifacts.find(({ format }) => format === wanted)?.path ?? '');
  terminal.say(`\n  ${words.steps({ page: page('overview') })}`);
  const has = (wanted: string) => artifacts.some(({ format }) => format === wanted);
  if (has('letter')) terminal.say(`  ${words.letter({ page: page('letter') })}`);
  if (has('administration')) terminal.say(`  ${words.administration({ page: page('administration') })}`);
  terminal.say('');
}
