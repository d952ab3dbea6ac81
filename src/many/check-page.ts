import { html, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readAs } from './check-fault.ts';
import type { Meaning } from './check-meaning.ts';

const { TAG_NAMES: T } = html;

/** Those whose end may be left out (WHATWG HTML §13.1.2.4), or that have none (§13.1.2). */
const ENDLESS: ReadonlySet<string> = new Set([
  ...[T.HTML, T.HEAD, T.BODY, T.P, T.LI, T.DT, T.DD, T.RT, T.RP, T.OPTGROUP, T.OPTION, T.COLGROUP, T.CAPTION],
  ...[T.THEAD, T.TBODY, T.TFOOT, T.TR, T.TD, T.TH],
  ...[T.AREA, T.BASE, T.BR, T.COL, T.EMBED, T.HR, T.IMG, T.INPUT, T.LINK, T.META, T.SOURCE, T.TRACK, T.WBR],
]);

/** A page as a browser reads it (WHATWG HTML), but nothing is mended in silence. */
export function pageMeaning(text: string): Meaning {
  return readAs('HTML', () => {
    const document = parse(text, {
      sourceCodeLocationInfo: true,
      onParseError: ({ code, startLine }) => {
        throw new Error(`${startLine}: ${code}`);
      },
    });
    const links: string[] = [];
    const texts: string[] = [];
    walk(document, links, texts);
    return { connections: [], links, text: texts.join('').replace(/\s+/gu, ' ') };
  });
}

function walk(node: Tree.ParentNode, links: string[], texts: string[]): void {
  for (const child of node.childNodes) {
    if ('value' in child) texts.push(child.value);
    if (!('tagName' in child)) continue;
    const { tagName, attrs, sourceCodeLocation: place, namespaceURI } = child;
    const ends = place?.endTag !== undefined || ENDLESS.has(tagName) || namespaceURI !== html.NS.HTML;
    // The parser adds elements that nobody has to write.
    if (place && !ends) throw new Error(`${place.startLine}: <${tagName}> does not end`);
    for (const { name, value } of attrs) if (name === 'href' || name === 'src') links.push(value);
    if (tagName === T.SCRIPT || tagName === T.STYLE || tagName === T.WBR) continue;
    // What stands in two elements is no one word.
    texts.push(' ');
    walk(child, links, texts);
    texts.push(' ');
  }
}
