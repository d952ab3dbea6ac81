import { DOMParser, type Element as DomElement } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Element, readXml } from '../../src/server/app/xml.ts';

/** What a general reader makes of a document; `undefined` where it complains. */
function readByOther(text: string): Element | undefined {
  try {
    const onError = () => {
      throw new Error('not well-formed');
    };
    const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement;
    return root === null ? undefined : elementOf(root);
  } catch {
    return undefined;
  }
}

function elementOf(element: DomElement): Element {
  const nodes = Array.from(element.childNodes);
  return {
    name: (element.localName ?? '').toLowerCase(),
    // These types of nodes are elements (1), text (3) and CDATA (4).
    children: nodes.filter(({ nodeType }) => nodeType === 1).map((child) => elementOf(child as DomElement)),
    text: nodes.flatMap(({ nodeType, nodeValue }) => ([3, 4].includes(nodeType) ? [nodeValue ?? ''] : [])).join(''),
  };
}

const plain = ({ name, children, text }: Element): Element => ({ name, children: children.map(plain), text });

const pieces = [
  ...[
    '<a>',
    '</a>',
    '<A>',
    '</A>',
    '<b/>',
    '<p:c xmlns:p="x">',
    '</p:c>',
    '<d e="f" g=\'>\'>',
    '</d >',
    '<h i="" i=""/>',
  ],
  ...[
    'x',
    ' ',
    '\n',
    'é',
    '🦊',
    '>',
    '"',
    ']]',
    ']]>',
    '&amp;',
    '&#65;',
    '&#x42;',
    '&#0;',
    '&#xd800;',
    '&b;',
    '&',
    '<',
  ],
  ...[
    '<!-- - -->',
    '<!---->',
    '<!-- -- -->',
    '<!--',
    '<![CDATA[<&]]]>',
    '<![CDATA[',
    '<?x y?>',
    '<?x?>',
    '<?xml version="1.0"?>',
  ],
  ...['<!DOCTYPE a>', '<a', '/>', '<1/>', '<a b>', '<a b="<"/>', '<a b="&c;"/>', '< a/>', '</ a>'],
];

test('what is accepted is well-formed, and says what a general reader finds in it', () => {
  const inside = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
  const documents = fc.oneof(
    inside.map((text) => `<a>${text}</a>`),
    fc.tuple(inside, inside, inside).map(([before, text, after]) => `${before}<a>${text}</a>${after}`),
  );
  let accepted = 0;
  fc.assert(
    fc.property(documents, (text) => {
      const root = readXml(text);
      if (root === undefined) return;
      accepted++;
      expect(plain(root)).toEqual(readByOther(text));
    }),
    { numRuns: 5000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test.each([
  ['an element in an element', '<a> b <c d="e">f</c> </a>'],
  ['a declaration, a comment and an instruction', '\ufeff<?xml version="1.0"?><!-- a --><?b?>\n<a/>\n<!-- c -->'],
  ['references', '<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1f98a;</a>'],
  ['CDATA', '<a><![CDATA[<b>&c;]]></a>'],
  ['prefixes', '<p:a xmlns:p="urn:a"><p:b/></p:a>'],
])('%s is read', (_, text) => {
  const root = readXml(text);
  expect(root && plain(root)).toEqual(readByOther(text.replace('\ufeff', '')));
  expect(root).toBeDefined();
});

test.each([
  ['carriage returns', '\r'],
  ['ends of lines of Windows', '\r\n'],
  ['line feeds', '\n'],
  ['letters', 'a'],
])('%s are read in as many steps, however many they are', (_, piece) => {
  // The parser's own way with a carriage return copies all of the text around it.
  const steps = (count: number) => {
    const spy = vi.spyOn(String.prototype, 'slice');
    try {
      for (const text of [`<a>${piece.repeat(count)}</a>`, `<a><?b ${piece.repeat(count)}?></a>`]) readXml(text);
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  };
  expect(steps(400)).toBe(steps(100));
});

test('line breaks are read as XML has them, also where they were written as references', () => {
  const root = readXml('<a>1\r2\r\n3\n4&#13;5<b c="\r\n"/>\r</a>');
  expect(root?.text).toBe('1\n2\n3\n4\r5\n');
});
