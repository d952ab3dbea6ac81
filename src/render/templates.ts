import { createEnvironment, type Fill } from './environment.ts';
import { type NotationName, notations } from './notation.ts';
import { compiled, type TemplateName } from './templates.generated.ts';

const readied = new Map<TemplateName, Fill>();
const environments = new Map<NotationName, ReturnType<typeof createEnvironment>>();

/** The notation of a template, from its name's extension: `outlook/install.reg` is written in `reg`. */
export function notationOf(name: TemplateName): NotationName {
  // `scripts/templates.ts` generates the names and refuses an extension that is no notation.
  return name.slice(name.lastIndexOf('.') + 1) as NotationName;
}

/** The template of that name, readied at its first use. */
export function template(name: TemplateName): Fill {
  let fill = readied.get(name);
  if (fill === undefined) {
    fill = environment(notationOf(name))(name, compiled[name]);
    readied.set(name, fill);
  }
  return fill;
}

/** Templates of one notation may include each other, by name. */
function environment(notation: NotationName) {
  let made = environments.get(notation);
  if (made === undefined) {
    // compile.ts has seen to it that a template includes none of another notation.
    made = createEnvironment(notations[notation].escape, compiled);
    environments.set(notation, made);
  }
  return made;
}
