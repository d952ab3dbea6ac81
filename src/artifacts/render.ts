import type { Audience, Client, Context, File, Format, TextFormat, Value } from '../clients/client.ts';
import { InputError, type Problem, problem, UnrepresentableError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { notations } from '../template/notation.ts';
import type { TemplateName } from '../template/templates.generated.ts';
import { notationOf, template } from '../template/templates.ts';
import { texts } from '../words/index.ts';
import { nearest } from '../words/suggest.ts';

/** A rendered file. */
export interface Artifact {
  readonly client: string;
  readonly format: string;
  /** Relative to the bundle, with `/`. ASCII. */
  readonly path: string;
  readonly mediaType: string;
  readonly audience: Audience;
  readonly bytes: Uint8Array;
  /** There is a signature around it. */
  readonly signed?: true;
}

/** What is known of a file before it is written. */
export type ArtifactFacts = Omit<Artifact, 'bytes'>;

/** Puts a signature around bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array;

/** A format that cannot carry the account, or a service of it, and why. */
export interface LeftOut {
  readonly client: string;
  readonly format: string;
  readonly problem: Problem;
}

/** Fills a template and encodes it in its notation. @throws UnrepresentableError naming the value and where the context has it */
export function renderTemplate(name: TemplateName, context: Context): Uint8Array {
  const { encode } = notations[notationOf(name)];
  return locating(context, () => encode(template(name)(context)));
}

/** Fills a template. @throws UnrepresentableError naming the value and where the context has it */
export function fillTemplate(name: TemplateName, context: Context): string {
  return locating(context, () => template(name)(context));
}

function locating<T>(context: Context, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnrepresentableError)) throw error;
    const { code, details } = error.problem;
    const field = code === 'value.unrepresentable' ? fieldOf(context, JSON.parse(String(details.value))) : undefined;
    throw new UnrepresentableError({ code, details, place: { field } }, { cause: error });
  }
}

/** The lines of a file that a script is to write. */
export function renderLines(name: TemplateName, context: Context): string[] {
  return new TextDecoder().decode(renderTemplate(name, context)).replace(/\n$/, '').split('\n');
}

/**
 * The files of one format for one account: one, or as many as a binary format makes.
 * @param sign for the formats that can be signed
 * @throws UnrepresentableError when the format, or its notation, cannot carry the account
 */
export function renderFormat(client: Client, format: Format, account: Account, sign?: Sign): Artifact[] {
  const { mediaType, audience } = format;
  return renderFiles(format, account).map(({ name, bytes }) => ({
    client: client.id,
    format: format.id,
    path: `${client.id}/${name}`,
    mediaType,
    audience,
    ...(sign !== undefined && format.signable ? { bytes: sign(bytes), signed: true } : { bytes }),
  }));
}

/**
 * The text of a format that has one file for each account.
 * @throws UnrepresentableError when the format, or its notation, cannot carry the account
 */
export function renderText(format: TextFormat, account: Account): string {
  const refusal = format.refuses?.(account);
  if (refusal !== undefined) throw new UnrepresentableError(refusal);
  return fillTemplate(format.template, format.context(account, texts(account.language), account.language));
}

/** The same without its client: for a format that packs the files of others. @throws as `renderFormat` */
export function renderFiles(format: Format, account: Account): readonly File[] {
  const refusal = format.refuses?.(account);
  if (refusal !== undefined) throw new UnrepresentableError(refusal);
  return 'template' in format ? renderTextFormat(format, account) : format.files(account);
}

/** Every format of these clients for one account, and what had to be left out. */
export function render(
  account: Account,
  clients: readonly Client[],
  sign?: Sign,
): { artifacts: Artifact[]; leftOut: LeftOut[] } {
  const artifacts: Artifact[] = [];
  const leftOut: LeftOut[] = [];
  for (const client of clients) {
    for (const format of client.formats.filter(({ applies }) => applies?.(account) ?? true)) {
      try {
        artifacts.push(...renderFormat(client, format, account, sign));
        for (const problem of format.omits?.(account) ?? [])
          leftOut.push({ client: client.id, format: format.id, problem });
      } catch (error) {
        if (!(error instanceof UnrepresentableError)) throw error;
        leftOut.push({ client: client.id, format: format.id, problem: error.problem });
      }
    }
  }
  return { artifacts, leftOut };
}

/** The clients of these ids, in the order of the list; all of them where none is named. @throws InputError naming the unknown id */
export function selectClients(all: readonly Client[], ids: readonly string[]): readonly Client[] {
  const known = all.map((client) => client.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new InputError(
      problem('client.unknown', { value: id, known: known.join(', '), suggestion: nearest(id, known) }),
    );
  }
  return ids.length === 0 ? all : all.filter((client) => ids.includes(client.id));
}

function renderTextFormat({ template, fileName, context }: TextFormat, account: Account) {
  const { language } = account;
  return [{ name: fileName(account), bytes: renderTemplate(template, context(account, texts(language), language)) }];
}

/** Where the context has the refused value, or, where an encoder refused a character, the first value with it: a message can then say more than its text. */
function fieldOf(context: Context, refused: string): string | undefined {
  return pathTo(context, (text) => text === refused) ?? pathTo(context, (text) => text.includes(refused));
}

/** The first value that fits, as names and positions (from 1) on the way to it. */
function pathTo(
  value: Value,
  fits: (text: string) => boolean,
  path: readonly (string | number)[] = [],
): string | undefined {
  if (typeof value !== 'object') return fits(String(value)) ? path.join('.') : undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = pathTo(member, fits, [...path, Array.isArray(value) ? Number(name) + 1 : name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
