import { precompileTemplate } from '../../src/render/compile.ts';
import { type CompiledTemplate, createEnvironment, type Fill } from '../../src/render/environment.ts';
import { type NotationName, notations } from '../../src/render/notation.ts';

/** Readies templates of one notation as the product does: compiled to source, that source read, filled by the notation's own environment. */
export function templates(notation: NotationName, texts: Readonly<Record<string, string>>): (name: string) => Fill {
  const compiled = Object.fromEntries(
    Object.keys(texts).map((name) => [name, compile(name, texts[name] ?? '', (partial) => texts[partial])]),
  );
  const ready = createEnvironment(notations[notation].escape, compiled);
  return (name) => {
    const found = compiled[name];
    if (found === undefined) throw new Error(`${name} is not there`);
    return ready(name, found);
  };
}

/** One template of one notation. */
export function template(notation: NotationName, text: string, partials: Readonly<Record<string, string>> = {}): Fill {
  const name = `test/main.${notation}`;
  return templates(notation, { ...partials, [name]: text })(name);
}

function compile(name: string, text: string, readPartial: (name: string) => string | undefined) {
  // The compiler writes an expression.
  return new Function(`return ${precompileTemplate(name, text, readPartial)}`)() as CompiledTemplate;
}
