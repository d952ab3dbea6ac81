import { describe, expect, test } from 'vitest';
import { readXmlTree } from '../../src/read/xml-tree.ts';

const ALLOWED = /<!DOCTYPE a PUBLIC "-\/\/A\/\/A" "http:\/\/a\.example">/;
const DOCTYPE = '<!DOCTYPE a PUBLIC "-//A//A" "http://a.example">';
const read = (text: string) => {
  const found = readXmlTree(text, [ALLOWED]);
  return found.kind === 'fault' ? `${found.what} ${found.at}` : found.root.name;
};

describe('of document types', () => {
  test('the one that is allowed is taken, and no other', () => {
    expect(read(`${DOCTYPE}<a/>`)).toBe('a');
    expect(read('<!DOCTYPE a><a/>')).toBe('doctype 0');
    expect(read(DOCTYPE.replace('">', '" [<!ENTITY b "c">]>').concat('<a/>'))).toBe('doctype 0');
  });

  test('a second one behind it is refused, with the entities that it could bring', () => {
    expect(read(`${DOCTYPE}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`)).toBe(`doctype ${DOCTYPE.length}`);
    expect(read(`${DOCTYPE}${DOCTYPE}<a/>`)).toBe(`doctype ${DOCTYPE.length}`);
    expect(read(`${DOCTYPE}<!ENTITY b "c"><a>&b;</a>`)).toBe(`doctype ${DOCTYPE.length}`);
  });

  test('what looks like one in a comment or in CDATA is text', () => {
    expect(read('<!-- <!DOCTYPE b> --><a><![CDATA[<!DOCTYPE b>]]></a>')).toBe('a');
    expect(read('<!-- x --><!DOCTYPE b><a/>')).toBe('doctype 10');
  });
});
