import { madeTemplates, templateTexts } from '../src/cli/template-texts.generated.ts';
import { type Attempt, fillingSteps } from '../src/cli/try-templates.ts';
import { clients } from '../src/clients/index.ts';
import { UnrepresentableError } from '../src/errors.ts';
import type { Context, Value } from '../src/template/context.ts';
import type { CompiledTemplate } from '../src/template/environment.ts';
import { compiled, type TemplateName } from '../src/template/templates.generated.ts';
import { withTemplates } from '../src/template/templates.ts';

/*
 * The page that says what the context of each template has. (The compiler of TypeScript 7 has no interface for programs, and `Context` is wide where a context is
 * put together. So every template is filled with the sample accounts, as `--templates` does to try one, and what it was given is written down: name by name, the
 * kinds of value that were there.)
 */

/** What was seen under one name. */
interface Seen {
  readonly kinds: Set<string>;
  example: string | undefined;
  /** In how many of the contexts around it, and of how many. */
  times: number;
}

/** What was seen in the contexts of one template. */
interface Shape {
  readonly names: Map<string, Seen>;
  /** How often there was a group, a member of a list or the context itself under this path. */
  readonly groups: Map<string, number>;
}

/** The text of docs/templates.md. */
export function templatesPage(): string {
  const shapes = recordShapes();
  const names = [...templateTexts.keys()].filter((name) => !madeTemplates.has(name)).sort();
  return `${INTRODUCTION}${names.map((name) => section(name, shapes.get(name))).join('\n')}`;
}

const INTRODUCTION = `<!-- Made by npm run template-docs. Do not edit. -->
# Templates of your own

\`facteur generate --templates DIR\` and \`facteur serve --templates DIR\` use what is below \`DIR\` in the place of what comes with Facteur in \`templates/\`: \`DIR/outlook/account.prf.hbs\` for
\`templates/outlook/account.prf.hbs\`. Start from a copy of ours. The extension before \`.hbs\` is the notation; it chooses how values are escaped and the file encoded.

- A template prints with \`{{name}}\`, asks with \`{{#if}}\` and \`{{#unless}}\`, repeats with \`{{#each}}\`, goes inside with \`{{#with}}\`, and includes another of the same notation with
  \`{{> name}}\`. In the text of a page \`{{breaks name}}\` prints with places at which a line may break, behind @ . / ? and =. There is nothing else: no other helper, no raw output.
- A placeholder stands only where its escaping holds; elsewhere the template does not compile. Notations with quotes (JSON, JavaScript, PowerShell, sh, TOML …) get theirs from the escaper.
- Each is tried with sample accounts before it is used. A mistake is told with file, line and remedy, and nothing is written or served. A server that is running keeps the templates it has.
- Texts come from the context, in the language of the person; style sheets and scripts of the pages are not replaced.

Below is what the context of each template has. *Text* is in the words of the person's language or of the provider; *yes or no* is for \`{{#if}}\`; a *list* is for \`{{#each}}\`, its members
stand below it with \`[]\`; a *group* is for \`{{#with}}\`, or a dot. *Or no*: ask with \`{{#if}}\` before printing. *Sometimes*: not every time that the template is filled. A template that others include
has here what all of them give it.

`;

function recordShapes(): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  const recording = Object.fromEntries(
    Object.entries(compiled).map(([name, template]): [string, CompiledTemplate] => [
      name,
      (runtime) => {
        const write = template(runtime);
        return (context, from) => {
          const shape = shapes.get(name) ?? { names: new Map(), groups: new Map() };
          shapes.set(name, shape);
          record(shape, '', context);
          return write(context, from);
        };
      },
    ]),
  );
  const attempt: Attempt = (work) => {
    try {
      work();
    } catch (error) {
      // What a notation cannot carry of a sample account is for the goldens.
      if (!(error instanceof UnrepresentableError)) throw error;
    }
  };
  withTemplates(recording, () => {
    for (const step of fillingSteps(true)) step(attempt);
  });
  return shapes;
}

function record(shape: Shape, path: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  shape.groups.set(path, (shape.groups.get(path) ?? 0) + 1);
  // What a template is given is a context, checked when it is read.
  for (const [name, member] of Object.entries(value as Context))
    see(shape, path === '' ? name : `${path}.${name}`, member);
}

function see(shape: Shape, path: string, value: Value): void {
  const seen = shape.names.get(path) ?? { kinds: new Set(), example: undefined, times: 0 };
  shape.names.set(path, seen);
  seen.kinds.add(kindOf(value));
  seen.times++;
  if (isData(value)) seen.example ??= JSON.stringify(value);
  if (!Array.isArray(value)) record(shape, path, value);
  else for (const member of value as readonly Value[]) seeMember(shape, `${path}[]`, member);
}

function seeMember(shape: Shape, path: string, member: Value): void {
  if (typeof member === 'object' && !Array.isArray(member)) record(shape, path, member);
  else see(shape, path, member);
}

/** Sentences are the catalogues', and change with them. */
function isData(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\S{1,60}$/.test(value));
}

function kindOf(value: Value): string {
  if (Array.isArray(value)) return 'list';
  if (value === false || value === true) return value ? 'yes' : 'no';
  return typeof value === 'object' ? 'group' : typeof value === 'number' ? 'number' : 'text';
}

function section(name: string, shape: Shape | undefined): string {
  const formats = formatsWith(name);
  const templates = includers(name);
  const users = [...formats, ...templates];
  const used = users.length === 0 ? '' : `For ${users.join(', ')}.\n\n`;
  const rows = [...(shape?.names ?? [])].flatMap(([path, seen]) =>
    // What only some of those have that include it is of no use to it.
    formats.length === 0 && templates.length > 0 && !isAlways(path, seen, shape as Shape)
      ? []
      : [row(path, seen, shape as Shape)],
  );
  const table =
    rows.length === 0
      ? 'Its context has nothing.\n'
      : `| name | kind | for example |\n| --- | --- | --- |\n${rows.join('')}`;
  return `## ${name}.hbs\n\n${used}${table}`;
}

function row(path: string, seen: Seen, shape: Shape): string {
  const { kinds, example } = seen;
  const yesOrNo = kinds.has('yes');
  const values = [...kinds].filter((kind) => kind !== 'yes' && kind !== 'no').sort();
  const kind = [
    ...values,
    ...(yesOrNo || values.length === 0 ? ['yes or no'] : []),
    ...(!yesOrNo && kinds.has('no') && values.length > 0 ? ['no'] : []),
  ].join(' or ');
  return `| \`${path}\` | ${kind}${isAlways(path, seen, shape) ? '' : ', sometimes'} | ${example === undefined ? '' : code(example)} |\n`;
}

function isAlways(path: string, { times }: Seen, { groups }: Shape): boolean {
  const around = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  return path.endsWith('[]') || times === groups.get(around);
}

/** Nothing that a table would take for its own. */
function code(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  const space = ticks.length > 1 ? ' ' : '';
  return `${ticks}${space}${text.replaceAll('|', '\\|')}${space}${ticks}`;
}

function formatsWith(name: string): string[] {
  return clients.flatMap(({ id, formats }) =>
    formats('en').flatMap((format) =>
      'template' in format && format.template === (name as TemplateName) ? [`${id}/${format.id}`] : [],
    ),
  );
}

function includers(name: string): string[] {
  return [...templateTexts]
    .filter(([, text]) => [...text.matchAll(/\{\{> ([^\s}]+)/g)].some(([, partial]) => partial === name))
    .map(([other]) => `\`${other}.hbs\``)
    .sort();
}
