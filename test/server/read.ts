import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect } from 'vitest';

/** An element and what it holds, as a strict XML reader gives it. */
export interface Node {
  readonly name: string;
  readonly namespace: string | null;
  readonly text: string;
  readonly children: readonly Node[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads an answer as XML; what is not well formed fails the test. */
export async function readXml(answer: Response): Promise<Node> {
  expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await answer.arrayBuffer());
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement;
  if (root === null) throw new Error('no element');
  return nodeOf(root);
}

function nodeOf(element: Element): Node {
  return {
    name: element.nodeName,
    namespace: element.namespaceURI,
    text: element.textContent ?? '',
    // The type of its lists of children does not say that these are elements; getElementsByTagName's does.
    children: Array.from(element.getElementsByTagName('*'))
      .filter(({ parentNode }) => parentNode === element)
      .map(nodeOf),
    attributes: Object.fromEntries(Array.from(element.attributes).map(({ name, value }) => [name, value])),
  };
}

/** The one element at the end of the path of names. */
export function at(node: Node, ...path: readonly string[]): Node {
  return path.reduce((from, name) => {
    const [found, ...more] = all(from, name);
    if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} × ${name} in ${from.name}`);
    return found;
  }, node);
}

/** The children of that name. */
export function all(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name);
}

/** The children without children: name → text. */
export function leaves(node: Node): Record<string, string> {
  return Object.fromEntries(node.children.map(({ name, text }) => [name, text]));
}

/** The code of an Autodiscover error. */
export async function errorCode(answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  const root = await readXml(answer);
  expect([root.name, root.namespace]).toEqual(['Autodiscover', RESPONSE]);
  const response = at(root, 'Response');
  expect(response.namespace).toBe(RESPONSE);
  const error = at(response, 'Error');
  expect(error.attributes).toEqual({
    Time: expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{7}$/),
    Id: expect.stringMatching(/^\d{1,10}$/),
  });
  expect(Number(error.attributes.Id)).toBeLessThan(2 ** 32);
  return at(error, 'ErrorCode').text;
}

const RESPONSE = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006';
