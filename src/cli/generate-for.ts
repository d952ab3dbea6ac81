import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deviceProblem, deviceWords, makeDeviceTemplate, productIn } from '../device-management/device-template.ts';
import { products } from '../device-management/products.ts';
import { InputError, problem } from '../errors.ts';
import { loadProfiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface GenerateForOptions {
  readonly product: string | undefined;
  readonly attribute: string | undefined;
  /** Anybody of the domain that the template is for, where it matters. */
  readonly who: readonly string[];
  readonly profiles: readonly string[];
  readonly out: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
  /** Options that do not go with it, as far as they are given. */
  readonly refused: Readonly<Record<string, unknown>>;
}

/**
 * `facteur generate --for PRODUCT`: writes one Apple profile for all people, in which the product puts the values of each.
 * @throws InputError for what the product cannot say, and everything wrongly given; then nothing is written
 */
export async function generateFor(options: GenerateForOptions, terminal: Terminal): Promise<ExitCode> {
  const { attribute, who, out, dryRun, force, json } = options;
  const { language } = terminal;
  if (options.product === undefined) throw new InputError(deviceProblem('device-management.attribute-alone', {}));
  const product = productIn(options.product);
  const { title, local } = { local: undefined, ...products[product] };
  refuseOthers(options.refused, title);
  if (out.trim() === '') throw new InputError(problem('out.empty', {}));
  const loaded = await loadProfiles(options.profiles, terminal.warn);
  const domain = who[0] === undefined ? undefined : who[0].slice(who[0].lastIndexOf('@') + 1).toLowerCase();
  const [first, ...others] = loaded.filter(
    ({ profile }) => domain === undefined || options.profiles.length > 0 || serves(profile, domain),
  );
  if (first === undefined || others.length > 0 || who.length > 1)
    throw new InputError(deviceProblem('device-management.one-profile', {}));
  const template = makeDeviceTemplate(first.profile, product, { attribute, domain, language });
  const path = join(out, template.fileName);
  await place(out, path, template.text, { dryRun, force });
  const words = deviceWords(language);
  const { assumes } = words;
  terminal.say(words.made({ path, product: title, change: dryRun ? '' : 'made' }));
  const unverified = local?.verified === false ? assumes.unverified : '';
  const lines = (['address', 'local', 'login', 'name'] as const).flatMap((each) => {
    const variable = template.uses[each];
    return variable === undefined ? [] : [assumes[each]({ variable, unverified })];
  });
  const told = [...lines, assumes.userLevel, assumes.again];
  terminal.say([assumes.title, ...told.map((each) => `  ${each}`)].join('\n'));
  if (json) terminal.answer({ dry_run: dryRun, path, product, variables: template.uses, assumes: told });
  return exitCode.done;
}

function serves(
  { domains }: { readonly domains: readonly (string | { readonly name: string })[] },
  domain: string,
): boolean {
  return domains.some((each) => (typeof each === 'string' ? each : each.name) === domain);
}

function refuseOthers(refused: Readonly<Record<string, unknown>>, product: string): void {
  const [option] = Object.entries(refused).find(([, value]) => value !== undefined && value !== false) ?? [];
  if (option === undefined) return;
  const code = option.startsWith('sign-') ? 'device-management.signed' : 'device-management.option';
  throw new InputError(deviceProblem(code, { option: `--${option}`, product }));
}

/** Whole, or not at all; something else of that name stays where it is. */
async function place(
  folder: string,
  path: string,
  text: string,
  { dryRun, force }: { dryRun: boolean; force: boolean },
): Promise<void> {
  try {
    const there = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return text;
      throw error;
    });
    if (there !== text && !force) throw new InputError(problem('out.exists', { path }));
    if (dryRun) return;
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.part`, text);
    await rename(`${path}.part`, path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    // What the system throws has a code.
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(problem('out.unwritable', { path, reason: code ?? message }), { cause: error });
  }
}
