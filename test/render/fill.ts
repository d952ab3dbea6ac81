import { precompileTemplate } from '../../src/render/compile.ts';
import { createEnvironment, type Fill, type TemplateSpecification } from '../../src/render/environment.ts';
import { type NotationName, notations } from '../../src/render/notation.ts';

/** Readies templates of one notation as the product does: compiled to source, that source read, filled by the notation's own environment. */
export function templates(notation: NotationName, texts: Readonly<Record<string, string>>): (name: string) => Fill {
  const specifications = Object.fromEntries(
    Object.keys(texts).map((name) => [name, specification(name, texts[name] ?? '', (partial) => texts[partial])]),
  );
  const ready = createEnvironment(notations[notation].escape, specifications);
  return (name) => {
    const found = specifications[name];
    if (found === undefined) throw new Error(`${name} is not there`);
    return ready(name, found);
  };
}

/** One template of one notation. */
export function template(notation: NotationName, text: string, partials: Readonly<Record<string, string>> = {}): Fill {
  const name = `test/main.${notation}`;
  return templates(notation, { ...partials, [name]: text })(name);
}

function specification(name: string, text: string, readPartial: (name: string) => string | undefined) {
  // What the compiler wrote is an expression.
  return new Function(`return ${precompileTemplate(name, text, readPartial)}`)() as TemplateSpecification;
}
