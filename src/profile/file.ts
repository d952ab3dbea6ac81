import type * as z from 'zod/mini';
import { InputError, type Place, type Problem, type ProblemCode, problem, problemWith } from '../errors.ts';

import { nearest } from '../words/suggest.ts';
import { shortened } from '../words/typography.ts';
import { contradictionsOf } from './check.ts';
import { logoOf } from './logo.ts';
import { domainsOf, type Profile } from './profile.ts';
import { profileSchema, type WrittenProfile } from './schema.ts';
import type { Fault } from './schema-parts.ts';
import { misplacedTexts, type OurWords, type WrongKind } from './texts.ts';
import { LIMIT, readYaml, type YamlPath } from './yaml.ts';

/**
 * Reads a provider profile.
 * @param source the YAML file's content: its bytes (UTF-8), or the text where somebody has decoded it
 * @param file its name, for messages
 * @param ours the words that its own texts are held against
 * @param logo the bytes of the file that `brand.logo` names; a profile with one is not read without them
 * @throws InputError with the mistakes of the file, each with its line and column; where there are very many, with the first of them and their number
 */
export function parseProfile(
  source: string | Uint8Array,
  file: string,
  ours: OurWords = notBrought,
  logo?: Uint8Array,
): Profile {
  const read = readProfile(source, file);
  read.checkTexts?.(ours);
  return read.withLogo(logo);
}

function notBrought(): never {
  throw new TypeError('a profile with texts of its own is read with ours beside it');
}

/** A profile that is right but for what its own texts say, and for what lies beside its file. */
export interface ReadProfile {
  /** Still without its logo. */
  readonly profile: Profile;
  /** Where the value (or the key) at a path stands in the file. */
  readonly placeOf: (path: YamlPath, part?: 'key' | 'value') => Place;
  /** Holds its own texts against ours; `undefined` where it has none. @throws InputError as `parseProfile` */
  readonly checkTexts: ((ours: OurWords) => void) | undefined;
  /** The file of its logo, as it names it; `undefined` where it has none. */
  readonly logoFile: string | undefined;
  /** The profile with the picture in these bytes. @throws InputError where they are none that a page may show, or missing */
  readonly withLogo: (bytes: Uint8Array | undefined) => Profile;
}

/** The same for who loads our words only for a profile that needs them. @throws InputError as `parseProfile` */
export function readProfile(source: string | Uint8Array, file: string): ReadProfile {
  if (source.length > LIMIT.bytes) throw new InputError(problem('profile.too-large', {}, { file }));
  const text = textOf(source, file);
  const { value, at } = readYaml(text, file);
  if (value === null) throw new InputError(problem('profile.empty', {}, { file }));
  if (typeof value !== 'object' || Array.isArray(value))
    throw new InputError(problem('profile.not-a-mapping', {}, at([])));

  const where: Where = (path, part = 'value') => {
    const field = path.map((step) => (typeof step === 'number' ? step + 1 : shortened(String(step)))).join('.');
    return { ...at(path, part), field };
  };
  const written: Written = { root: value, where, line: (line) => text.split('\n')[line - 1] ?? '' };
  const result = profileSchema.safeParse(value);
  if (!result.success)
    throw refusal(
      result.error.issues.flatMap((issue) => problems(issue, written)),
      file,
    );

  const profile = withoutLogo(result.data);
  const domains = domainsOf(profile);
  const names = domains.map(({ name }) => name);
  const twice = repeated(names).map(([index, domain]): Pending => {
    return () => problem('profile.domain-twice', { domain }, where(['domains', index]));
  });
  if (twice.length > 0) throw refusal(twice, file);
  const contradictions = contradictionsOf(result.data, domains).map(({ problem, path }): Pending => {
    return () => ({ ...problem, place: where(path) });
  });
  if (contradictions.length > 0) throw refusal(contradictions, file);
  const checkTexts = (ours: OurWords) => {
    const wrongKind: WrongKind = (expected, path) => complaint({ code: 'invalid_type', path, expected }, written);
    const misplaced = misplacedTexts(profile, ours, wrongKind).map(({ problem, path, part }): Pending => {
      return () => {
        const misplacement = problem();
        // What any value of a profile may be has told its place already.
        return misplacement.place.file === undefined ? { ...misplacement, place: where(path, part) } : misplacement;
      };
    });
    if (misplaced.length > 0) throw refusal(misplaced, file);
  };
  const logoFile = result.data.brand?.logo;
  const withLogo = (bytes: Uint8Array | undefined): Profile => {
    if (logoFile === undefined) return profile;
    const at = where(['brand', 'logo']);
    if (bytes === undefined) throw new InputError(problem('profile.logo-missing', { value: logoFile }, at));
    const picture = logoOf(bytes, logoFile);
    if (typeof picture !== 'string') throw new InputError({ ...picture, place: at });
    return { ...profile, brand: { ...profile.brand, logo: { file: logoFile, picture } } };
  };
  return { profile, placeOf: where, checkTexts: profile.texts && checkTexts, logoFile, withLogo };
}

function withoutLogo({ brand, ...rest }: WrittenProfile): Profile {
  return brand === undefined ? rest : { ...rest, brand: { colour: brand.colour } };
}

function textOf(source: string | Uint8Array, file: string): string {
  // Windows editors write the mark; the columns that we name are those of a reader who does not see it.
  if (typeof source === 'string') return source.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (cause) {
    throw new InputError(problem('profile.not-utf8', {}, { file }), { cause });
  }
}

/** More lines than these are read by nobody, and a file with more mistakes is not what its author thinks. */
const SHOWN = 20;

/** A problem that is put into words only where somebody will read it. */
type Pending = () => Problem;

function refusal(problems: readonly Pending[], file: string): InputError {
  const shown = problems.slice(0, SHOWN).map((each) => each());
  const count = problems.length - shown.length;
  return new InputError(count === 0 ? shown : [...shown, problem('profile.more', { count }, { file })]);
}

type Where = (path: YamlPath, part?: 'key' | 'value') => Place;

/** What was read, for who complains of a part. */
interface Written {
  readonly root: unknown;
  readonly where: Where;
  /** @param line from 1 */
  readonly line: (line: number) => string;
}

/** The parts of a zod issue that we read; its own texts are not used. */
interface Issue {
  readonly code: string;
  readonly path: YamlPath;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: unknown;
  readonly params?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Services that a server may have, and that no client takes from a file or finds on a page of ours. */
const UNUSED: ReadonlySet<string> = new Set(['jmap', 'sieve', 'managesieve']);

/** Words of servers that are right elsewhere, and that the model has no place for. */
const BEYOND: Readonly<Record<string, 'profile.apop' | 'profile.jmap'>> = {
  apop: 'profile.apop',
  jmap: 'profile.jmap',
};

const wrongType: Readonly<Record<string, Extract<ProblemCode, `profile.not-${string}`>>> = {
  string: 'profile.not-text',
  number: 'profile.not-number',
  boolean: 'profile.not-boolean',
  array: 'profile.not-list',
  object: 'profile.not-mapping',
};

function problems(issue: Issue, written: Written): Pending[] {
  const { code, path } = issue;
  const value = valueAt(written.root, path);
  if (code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => () => unknownKey(key, path, written.where([...path, key], 'key')));
  if (code === 'invalid_union' && value !== undefined && value !== null) {
    // A domain is a name or a mapping: complain in the words of the form that was written.
    const form = issue.errors?.[typeof value === 'object' ? 1 : 0] ?? [];
    return form.flatMap((inner) => problems({ ...inner, path: [...path, ...inner.path] }, written));
  }
  return [() => complaint(issue, written)];
}

function unknownKey(key: string, path: YamlPath, place: Place): Problem {
  if (UNUSED.has(key.toLowerCase())) return problem('profile.unused-service', { key }, place);
  const inDomain = path.length === 2 && path[0] === 'domains';
  if (inDomain && keysAt(profileSchema, []).includes(key)) return problem('profile.not-per-domain', { key }, place);
  return problem('profile.unknown-key', { key, suggestion: nearest(key, keysAt(profileSchema, path)) }, place);
}

/** Is it what a domain says where it has nothing of the kind, said of the provider, who has nothing to be without? */
function isNoneAtTop(value: unknown, [key, ...more]: YamlPath): boolean {
  if (value !== 'none' || more.length > 0) return false;
  return key !== 'login' && keysAt(profileSchema, ['domains', 0]).includes(String(key));
}

function valueAt(root: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], root);
}

function complaint({ code, path, params, values, expected }: Issue, { root, where, line }: Written): Problem {
  const value = valueAt(root, path);
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (isNoneAtTop(value, path)) return problem('profile.none-at-top', { key: String(path[0]) }, where(path));
  // schema-parts.ts writes the code, and what its text takes beside the value.
  if (code === 'custom') {
    const fault = params as Fault;
    return problemWith(fault.code, { value: shown, ...fault.details }, where(path));
  }
  if (value === undefined) return problem('profile.missing', { key: String(path.at(-1)) }, where(path.slice(0, -1)));
  if (value === null) {
    const place = where(path, 'key');
    const comment = place.line !== undefined && /:\s+#/.test(line(place.line));
    return problem('profile.no-value', { key: lastName(path), comment: comment ? 1 : 0 }, place);
  }
  if (code === 'invalid_value') {
    const beyond = BEYOND[shown.toLowerCase()];
    if (beyond !== undefined) return problem(beyond, {}, where(path));
    const words = (values ?? []).map(String);
    const details = { value: shown, values: words.join(', '), suggestion: nearest(shown, words) };
    return problem('profile.not-one-of', details, where(path));
  }
  if (code === 'too_small') return problem('profile.empty-list', {}, where(path));
  // The schema has no types but those of the table; an item of a YAML list with another is at least no text.
  return problem(wrongType[String(expected)] ?? 'profile.not-text', { value: shown }, where(path));
}

/** The keys that the schema knows at a path; none where it knows no mapping there. */
function keysAt(schema: z.core.$ZodType, path: YamlPath): string[] {
  // Every schema of profile.ts is of one of these kinds, which carry their parts in `def`.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return keysAt(def.innerType, path);
  if (def.type === 'union') return def.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (def.type === 'array') return step === undefined ? [] : keysAt(def.element, rest);
  if (def.type !== 'object') return [];
  if (step === undefined) return Object.keys(def.shape);
  const member = def.shape[String(step)];
  return member === undefined ? [] : keysAt(member, rest);
}

function lastName(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

/** The values that stand in a list already before their place. */
function repeated(values: readonly string[]): [index: number, value: string][] {
  const seen = new Set<string>();
  return [...values.entries()].filter(([, value]) => seen.size === seen.add(value).size);
}
