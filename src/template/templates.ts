import { type CompiledTemplate, createEnvironment, type Fill } from './environment.ts';
import { type NotationName, notations } from './notation.ts';
import { compiled, type TemplateName } from './templates.generated.ts';

/** Templates in place of ours. */
export type OwnTemplates = Readonly<Partial<Record<TemplateName, CompiledTemplate>>>;

let own: OwnTemplates = {};
const readied = new Map<TemplateName, Fill>();
const environments = new Map<NotationName, ReturnType<typeof createEnvironment>>();

/** The notation of a template, from its name's extension: `outlook/install.reg` is written in `reg`. */
export function notationOf(name: TemplateName): NotationName {
  // `scripts/templates.ts` generates the names and refuses an extension that is no notation.
  return name.slice(name.lastIndexOf('.') + 1) as NotationName;
}

/**
 * Puts templates in the place of ours, for everything that this process makes from now on; those given before go. Who gives some has compiled them: the guard
 * of compile.ts is what makes them safe.
 */
export function replaceTemplates(templates: OwnTemplates): void {
  own = templates;
  readied.clear();
  environments.clear();
}

/** Does that with templates of somebody else in the place of ours, and puts back those that were there. */
export function withTemplates<T>(templates: OwnTemplates, work: () => T): T {
  const before = own;
  replaceTemplates(templates);
  try {
    return work();
  } finally {
    replaceTemplates(before);
  }
}

/** The template of that name, readied at its first use. */
export function template(name: TemplateName): Fill {
  let fill = readied.get(name);
  if (fill === undefined) {
    fill = environment(notationOf(name))(name, own[name] ?? compiled[name]);
    readied.set(name, fill);
  }
  return fill;
}

/** Templates of one notation may include each other, by name. */
function environment(notation: NotationName) {
  let made = environments.get(notation);
  if (made === undefined) {
    // compile.ts has seen to it that a template includes none of another notation.
    made = createEnvironment(notations[notation].escape, { ...compiled, ...own });
    environments.set(notation, made);
  }
  return made;
}
