import Runtime from 'handlebars/runtime.js';
import type { Context } from '../clients/client.ts';
import { UnrepresentableError } from '../errors.ts';
import type { Escape } from './escape.ts';

/** Handlebars types its runtime as an empty module; it is the whole less the compiler. */
const Handlebars = Runtime as typeof import('handlebars');

/** A precompiled template as Handlebars' compiler writes it. */
export type TemplateSpecification = Parameters<typeof Handlebars.template>[0];
/** Fills one template. */
export type Fill = (context: Context) => string;

/** The part of Handlebars.VM that its types leave out. */
interface VirtualMachine {
  template(specification: object, environment: object): Handlebars.TemplateDelegate<Context>;
}

type Container = object;
/** What a compiled block is called with: also its context and, where it uses `../`, the contexts around it, the nearest first. */
type Block = (
  container: Container,
  context: unknown,
  helpers: unknown,
  partials: unknown,
  data: unknown,
  blockParams: unknown,
  depths: readonly unknown[] | undefined,
) => unknown;

/** Said aloud, so that Handlebars refuses what an object inherits without a warning on the console. */
const ownOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * An isolated Handlebars for one notation: its escaper, its partials, and block helpers that refuse what is absent.
 * @returns a function that readies one template; `name` appears in errors
 */
export function createEnvironment(escapeValue: Escape, partials: Readonly<Record<string, TemplateSpecification>>) {
  const environment = Handlebars.create();
  const instantiate = (Handlebars.VM as unknown as VirtualMachine).template;
  const ready = (specification: TemplateSpecification) =>
    instantiate(withEscape(specification, escapeValue), environment);
  for (const name of Object.keys(environment.helpers)) environment.unregisterHelper(name);
  environment.registerHelper(blockHelpers);
  for (const [name, specification] of Object.entries(partials)) environment.registerPartial(name, ready(specification));

  return (name: string, specification: TemplateSpecification): Fill => {
    const fill = ready(specification);
    return (context) => {
      try {
        return fill(context, ownOnly);
      } catch (error) {
        // A value that the notation cannot write is no mistake of the template: the message is for people and names the field.
        if (error instanceof UnrepresentableError) throw error;
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`templates/${name}.hbs  ${message}`, { cause: error });
      }
    };
  };
}

/**
 * Handlebars shares one escaper among all its environments; but each compiled block is handed its container, so it is handed
 * one with ours. (Handlebars 4.7: `escapeExpression` is read from the container at each output.)
 */
function withEscape(specification: TemplateSpecification, escapeValue: Escape): object {
  let theirs: Container | undefined;
  let ours: Container = {};
  const swap = (container: Container): Container => {
    if (container !== theirs) {
      theirs = container;
      ours = Object.create(container, { escapeExpression: { value: escapeValue }, lambda: { value: asItIs } });
    }
    return ours;
  };
  const wrap =
    (block: Block): Block =>
    (container, context, helpers, partials, data, blockParams, depths) =>
      block(swap(container), context, helpers, partials, data, blockParams, withContext(depths, context));
  return Object.fromEntries(
    // `main` and the numbered members of a specification are its blocks.
    Object.entries(specification as object).map(([key, part]) => [
      key,
      /^(main|\d+)$/.test(key) ? wrap(part as Block) : part,
    ]),
  );
}

/** Handlebars compares with `!=` whether a block has a context of its own, and takes the item `x` of the list `['x']` for the list. */
function withContext(depths: readonly unknown[] | undefined, context: unknown): readonly unknown[] | undefined {
  return depths === undefined || depths[0] === context ? depths : [context, ...depths];
}

/** Handlebars would call a function that stands in the context; ours reaches the escaper, which refuses it. */
function asItIs(value: unknown): unknown {
  return value;
}

interface Options {
  readonly fn: (context: unknown, options?: object) => string;
  readonly inverse: (context: unknown) => string;
  readonly data?: object;
}

/** Handlebars' own block helpers take a missing name for an empty one, also in strict mode; these do not. */
const blockHelpers = {
  if(this: unknown, value: unknown, options: Options): string {
    return holds(value) ? options.fn(this) : options.inverse(this);
  },
  unless(this: unknown, value: unknown, options: Options): string {
    return holds(value) ? options.inverse(this) : options.fn(this);
  },
  with(this: unknown, value: unknown, options: Options): string {
    return holds(value) ? options.fn(value, { data: options.data, blockParams: [value] }) : options.inverse(this);
  },
  each(this: unknown, value: unknown, options: Options): string {
    if (!Array.isArray(value)) throw new TypeError(`{{#each}} needs a list, not ${String(value)}`);
    if (value.length === 0) return options.inverse(this);
    return value
      .map((item, index) => {
        const data = Handlebars.createFrame(options.data ?? {});
        Object.assign(data, { index, first: index === 0, last: index === value.length - 1 });
        return options.fn(item, { data, blockParams: [item, index] });
      })
      .join('');
  },
};

/** The blocks of a template. */
export const blockHelperNames: readonly string[] = Object.keys(blockHelpers);

function holds(value: unknown): boolean {
  if (value === undefined || value === null)
    throw new TypeError('a block asks for a value that the context does not have');
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
