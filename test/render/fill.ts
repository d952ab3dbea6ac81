import { precompileTemplate, type Sources } from '../../src/template/compile.ts';
import { type CompiledTemplate, createEnvironment, type Fill } from '../../src/template/environment.ts';
import { type NotationName, notations } from '../../src/template/notation.ts';

/** Readies templates of one notation as the product does: compiled to source, that source read, filled by the notation's own environment. */
export function templates(notation: NotationName, texts: Readonly<Record<string, string>>): (name: string) => Fill {
  const compiled = Object.fromEntries(
    Object.keys(texts).map((name) => [name, compile(name, texts[name] ?? '', sourcesOf(texts))]),
  );
  const ready = createEnvironment(notations[notation], compiled);
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

/** Templates that stand in a test. */
export function sourcesOf(texts: Readonly<Record<string, string>>): Sources {
  return {
    read: (name) => texts[name],
    names: () => Object.keys(texts),
    fileOf: (name) => `templates/${name}.hbs`,
  };
}

function compile(name: string, text: string, sources: Sources) {
  // The compiler writes an expression.
  return new Function(`return ${precompileTemplate(name, text, sources)}`)() as CompiledTemplate;
}
