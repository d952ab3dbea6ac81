import { type CompiledTemplate, createEnvironment, type Fill } from './environment.ts';
import { type NotationName, notations } from './notation.ts';
import { compiled, type TemplateName } from './templates.generated.ts';

/** Templates in place of ours. */
export type OwnTemplates = Readonly<Partial<Record<TemplateName, CompiledTemplate>>>;

/** The templates in use, each readied at its first use. */
interface Use {
  readonly own: OwnTemplates;
  readonly readied: Map<TemplateName, Fill>;
  readonly environments: Map<NotationName, ReturnType<typeof createEnvironment>>;
}

const used = (own: OwnTemplates): Use => ({ own, readied: new Map(), environments: new Map() });
const ours = used({});
let use = ours;

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
  use = useOf(templates);
}

/** Does that with templates of somebody else in the place of ours, and puts back those that were there. */
export function withTemplates<T>(templates: OwnTemplates, work: () => T): T {
  const before = use;
  use = useOf(templates);
  try {
    return work();
  } finally {
    use = before;
  }
}

function useOf(templates: OwnTemplates): Use {
  const known = Object.keys(templates).length === 0 ? ours : (uses.get(templates) ?? used(templates));
  uses.set(templates, known);
  return known;
}

/** Who changes to others for a moment, and back, does not ready them anew. */
const uses = new WeakMap<OwnTemplates, Use>();

/** Stands for the templates in use: what is made with them and kept holds as long as this is the same. */
export function templatesInUse(): object {
  return use;
}

/** The template of that name, readied at its first use. */
export function template(name: TemplateName): Fill {
  const { own, readied } = use;
  let fill = readied.get(name);
  if (fill === undefined) {
    fill = environment(notationOf(name))(name, own[name] ?? compiled[name]);
    readied.set(name, fill);
  }
  return fill;
}

/** Templates of one notation may include each other, by name. */
function environment(notation: NotationName) {
  const { own, environments } = use;
  let made = environments.get(notation);
  if (made === undefined) {
    // compile.ts has seen to it that a template includes none of another notation.
    made = createEnvironment(notations[notation], { ...compiled, ...own });
    environments.set(notation, made);
  }
  return made;
}
