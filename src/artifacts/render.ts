import type { Audience, Client, File, Format, Quote, TextFormat } from '../clients/client.ts';
import { InputError, isProblem, type Problem, problem, UnrepresentableError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { prepared, preparedByRule } from '../prepare/prepared.ts';
import { encoderOf, fillTemplate, renderTemplate } from '../template/fill.ts';
import { templatesInUse } from '../template/templates.ts';
import { nearest } from '../words/suggest.ts';

/** What is known of a file before it is made. */
export interface ArtifactFacts {
  readonly client: string;
  readonly format: string;
  /** Relative to the bundle, with `/`. ASCII. */
  readonly path: string;
  readonly mediaType: string;
  readonly audience: Audience;
  /** There is a signature around it. */
  readonly signed?: true;
  /** What a browser is told to call it among a person's downloads, where its own name would not tell it from that of another program or mailbox. */
  readonly savedAs?: string;
}

/** A file, made when its bytes are first asked for. */
export interface Artifact extends ArtifactFacts {
  readonly bytes: () => Uint8Array;
}

/** Puts a signature around bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array;

/** A format that cannot carry the account, or a service of it, and why. */
export interface LeftOut {
  readonly client: string;
  readonly format: string;
  readonly problem: Problem;
}

/** The work, done when it is first asked for, and once. */
export function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** The files of one client for one account. */
export interface Making {
  /** The files of this format, or why there are none: settled when it is first asked for, and once. */
  readonly files: (format: Format) => readonly File[] | Problem;
  readonly quote: Quote;
}

/** What a client takes, in the account's language and in the words that its people read. */
export function formatsFor(client: Client, { language, provider }: Account): readonly Format[] {
  return client.formats(language, provider.texts);
}

/** Makes what a client takes for an account, in the account's language. A file that others pack or quote is made once. */
export function making(client: Client, account: Account): Making {
  const formats = formatsFor(client, account);
  const settled = new Map<string, readonly File[] | Problem>();
  const files = (format: Format) => {
    const known = settled.get(format.id) ?? attempt(format);
    settled.set(format.id, known);
    return known;
  };
  const found = (id: string) => {
    const format = formats.find((each) => each.id === id);
    if (format === undefined) throw new TypeError(`${client.id} has no format ${id}`);
    return files(format);
  };
  const quote: Quote = (id) => {
    const made = found(id);
    if (isProblem(made)) throw new UnrepresentableError(made);
    // A format without a file is none.
    return made[0] as File;
  };
  const attempt = (format: Format): readonly File[] | Problem => {
    const lacking = (format.needs ?? []).map(found).find(isProblem);
    if (lacking === undefined && 'template' in format) {
      const ready = preparedText(client, format, account);
      if (ready !== undefined) return [{ name: format.fileName(account), bytes: ready }];
    }
    const refusal = format.refuses(account) ?? lacking;
    if (refusal !== undefined) return refusal;
    try {
      return 'template' in format ? [textFile(format, account, quote)] : format.files(account, quote);
    } catch (error) {
      if (error instanceof UnrepresentableError) return error.problem;
      throw error;
    }
  };
  return { files, quote };
}

/** Written at once, because whether a notation can carry the account is known only then. */
function textFile(format: TextFormat, account: Account, quote: Quote): File {
  const bytes = renderTemplate(format.template, format.context(account, quote));
  return { name: format.fileName(account), bytes: () => bytes };
}

/**
 * The bytes of a format, where it is prepared for accounts like this one: then it is something for them, nothing refuses them, and its escapes have taken the values of this one, which is
 * known without the file.
 */
export function preparedText(client: Client, format: TextFormat, account: Account): (() => Uint8Array) | undefined {
  const { template } = format;
  return prepared(account, templatesInUse(), format, {
    text: (of) => ordinaryText(client, format, of),
    encode: encoderOf(template),
  });
}

/** The text of a format; `undefined` where it is nothing for the account. @throws UnrepresentableError where the format or its notation cannot carry that */
function ordinaryText(client: Client, format: TextFormat, account: Account): string | undefined {
  if (format.applies?.(account) === false) return undefined;
  const { quote } = making(client, account);
  const refusal = format.refuses(account);
  if (refusal !== undefined) throw new UnrepresentableError(refusal);
  for (const needed of format.needs ?? []) quote(needed);
  return fillTemplate(format.template, format.context(account, quote));
}

/** The file of a format; `undefined` where it is nothing for the account, or where the format or its notation cannot carry that. */
export function renderBytes(client: Client, format: TextFormat, account: Account): Uint8Array | undefined {
  const ready = preparedText(client, format, account);
  if (ready !== undefined) return ready();
  try {
    const text = ordinaryText(client, format, account);
    return text === undefined ? undefined : encoderOf(format.template)(text);
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

/**
 * The file of a format for the account that a rule gives to a local part, where it is known without the account; `undefined` where that has to be made.
 * @param rule what the account was made by (prepare/person.ts)
 */
export function bytesByRule(format: TextFormat, rule: object, local: string): Uint8Array | undefined {
  return preparedByRule(rule, local, templatesInUse(), format);
}

/** What formats have come to. */
export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly leftOut: readonly LeftOut[];
}

/** The files of a client for an account, of which no more is made than is asked for. */
export interface ClientFiles {
  /** Every format, and what had to be left out. */
  readonly all: () => Rendered;
  /** The file at this path in a bundle, made without its neighbours; `undefined` where there is none. */
  readonly at: (path: string) => Artifact | undefined;
}

/**
 * What a client's formats come to for one account.
 * @param sign for the formats that can be signed
 * @param wanted the formats to make, where not all
 */
export function clientFiles(
  client: Client,
  account: Account,
  sign?: Sign,
  wanted: (format: Format) => boolean = () => true,
): ClientFiles {
  const { files } = making(client, account);
  const formats = formatsFor(client, account).filter((format) => wanted(format) && (format.applies?.(account) ?? true));
  const rendered = new Map<Format, Rendered>();
  const of = (format: Format): Rendered => {
    const known = rendered.get(format) ?? formatFiles(client, format, files(format), account, sign);
    rendered.set(format, known);
    return known;
  };
  return {
    all: once(() => gathered(formats.map(of))),
    at: (path) => {
      for (const format of candidatesFor(path, client, formats, account)) {
        const found = of(format).artifacts.find((each) => each.path === path);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Every format of these clients for one account, and what had to be left out. */
export function render(account: Account, clients: readonly Client[], sign?: Sign): Rendered {
  return gathered(clients.map((client) => clientFiles(client, account, sign).all()));
}

/** All of it, in its order. */
export function gathered(parts: readonly Rendered[]): Rendered {
  return {
    artifacts: parts.flatMap(({ artifacts }) => artifacts),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  };
}

function formatFiles(
  client: Client,
  format: Format,
  made: readonly File[] | Problem,
  account: Account,
  sign: Sign | undefined,
): Rendered {
  const left = (problem: Problem) => ({ client: client.id, format: format.id, problem });
  if (isProblem(made)) return { artifacts: [], leftOut: [left(made)] };
  return {
    artifacts: made.map((file) => ({
      ...artifact(client, format, file, sign),
      ...(format.run !== undefined && { savedAs: format.run(account, account.language).savedAs }),
    })),
    leftOut: format.omits(account).map(left),
  };
}

/** What a template's file is called is known before it is written; those that code makes have to be made. */
function candidatesFor(path: string, { id }: Client, formats: readonly Format[], account: Account): readonly Format[] {
  const named = formats.filter((format) => 'template' in format && path === `${id}/${format.fileName(account)}`);
  return [...named, ...formats.filter((format) => !('template' in format))];
}

/** A file of a format as a bundle has it. */
export function artifact({ id }: Client, format: Format, { name, bytes }: File, sign: Sign | undefined): Artifact {
  const { mediaType, audience } = format;
  const path = `${id}/${name}`;
  return sign !== undefined && format.signable
    ? { client: id, format: format.id, path, mediaType, audience, signed: true, bytes: once(() => sign(bytes())) }
    : { client: id, format: format.id, path, mediaType, audience, bytes: once(bytes) };
}

/** The services that the account does without because nobody said its login there: left out of every file, so of the bundle itself. */
export function servicesLeftOut({ withoutLogin, address }: Account): LeftOut[] {
  return withoutLogin.map((service) => ({
    client: 'facteur',
    format: service,
    problem: problem('login.left-out', { address, service }),
  }));
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
