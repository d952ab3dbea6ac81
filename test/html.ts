import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Parent = Tree.Element | Tree.Document | Tree.DocumentFragment;

/** Reads a page as a browser does (WHATWG HTML), and refuses what a browser would mend in silence. */
export function readHtml(html: string): Tree.Document {
  return parse(html, {
    onParseError: ({ code, startLine }) => {
      throw new Error(`line ${startLine}: ${code}`);
    },
  });
}

/** The elements below a node for which `wanted` holds, in the order of the page. */
export function elements(node: Parent, wanted: (element: Tree.Element) => boolean): Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (parent: Parent) => {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      if (wanted(child)) found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** The elements of that name. */
export function byTag(node: Parent, ...names: readonly string[]): Tree.Element[] {
  return elements(node, ({ tagName }) => names.includes(tagName));
}

/** The element with that id. */
export function byId(node: Parent, id: string): Tree.Element {
  const [found] = elements(node, (element) => attribute(element, 'id') === id);
  if (found === undefined) throw new Error(`no element has the id ${id}`);
  return found;
}

export function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

/** The text of a node, without that of scripts, styles and the small print beside a value. */
export function textOf(node: Tree.Node, except: readonly string[] = ['script', 'style', 'small']): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('tagName' in node && except.includes(node.tagName))) return '';
  return node.childNodes.map((child) => textOf(child, except)).join('');
}

/** What stands beside what: each row of the tables and definition lists below a node, as label and value. */
export function pairs(node: Parent): { label: string; value: string }[] {
  const labels = byTag(node, 'th', 'dt').filter((each) => attribute(each, 'scope') !== 'rowgroup');
  const values = byTag(node, 'td', 'dd');
  if (labels.length !== values.length) throw new Error('a label has no value, or a value no label');
  return labels.map((label, index) => ({
    label: shown(label),
    // The lists have one value each: they were counted above.
    value: shown(values[index] as Tree.Element),
  }));
}

/** As a browser shows it on one line. */
function shown(element: Tree.Element): string {
  return textOf(element)
    .replace(/[ \n]+/g, ' ')
    .trim();
}

/** The steps by hand of a guide's page: the first ones, or those of the fold. */
export function handSteps(document: Tree.Document): Tree.Element {
  const steps = byId(document, 'steps');
  return attribute(steps, 'class') === 'steps many' ? steps : byId(document, 'by-hand');
}

/** The button of a form that asks for the page in another language with what is typed by then. */
export function languageButton(node: Parent, language: string): Tree.Element {
  const [found] = byTag(node, 'button').filter((each) => attribute(each, 'lang') === language);
  if (found === undefined) throw new Error(`no button asks for the page in ${language}`);
  return found;
}
