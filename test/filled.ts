import type { Context } from '../src/template/context.ts';
import type { CompiledTemplate } from '../src/template/environment.ts';
import { compiled, type TemplateName } from '../src/template/templates.generated.ts';
import { type OwnTemplates, withTemplates } from '../src/template/templates.ts';

/** A template that was filled, and what it gave. Templates that others include are not told of. */
export interface Filling {
  readonly template: TemplateName;
  readonly context: Context;
  readonly text: string;
}

/** What is filled while this work is done. */
export function fillings(work: () => void): readonly Filling[] {
  const found: Filling[] = [];
  let depth = 0;
  const watched = (template: TemplateName, compile: CompiledTemplate): CompiledTemplate => {
    return (runtime) => {
      const write = compile(runtime);
      return (context, root) => {
        depth++;
        try {
          const text = write(context, root);
          // The outermost is given a whole context.
          if (depth === 1) found.push({ template, context: context as Context, text });
          return text;
        } finally {
          depth--;
        }
      };
    };
  };
  const names = Object.keys(compiled) as TemplateName[];
  const own: OwnTemplates = Object.fromEntries(names.map((name) => [name, watched(name, compiled[name])]));
  withTemplates(own, work);
  return found;
}
