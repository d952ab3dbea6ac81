import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A registry value that a GPO sets, and the condition under which it does. */
export interface RegistryItem {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly item: Readonly<Record<string, string>>;
  readonly search: string;
}

/** A file that a GPO copies. */
export interface FileItem {
  readonly fromPath: string;
  readonly targetPath: string;
  readonly item: Readonly<Record<string, string>>;
  readonly search: string;
}

interface Element {
  readonly [name: string]: string | Element | readonly Element[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'Registry' || name === 'File',
});

/** The items of `Registry.xml`; each replaces, and is taken back when it no longer applies. */
export function readRegistryItems(text: string): RegistryItem[] {
  return items(text, 'RegistrySettings', 'Registry').map(({ properties, ...rest }) => {
    if (properties.hive !== 'HKEY_CURRENT_USER') throw new SyntaxError(`the hive ${properties.hive}`);
    const { key = '', name = '', type = '', value = '' } = properties;
    return { key: `HKEY_CURRENT_USER\\${key}`, name, type, value, ...rest };
  });
}

/** The items of `Files.xml`. */
export function readFileItems(text: string): FileItem[] {
  return items(text, 'Files', 'File').map(({ properties, ...rest }) => {
    const { fromPath = '', targetPath = '' } = properties;
    return { fromPath, targetPath, ...rest };
  });
}

function items(text: string, outer: string, inner: string) {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new SyntaxError(valid.err.msg);
  const found =
    (parser.parse(text) as { [name: string]: { [name: string]: readonly Element[] } })[outer]?.[inner] ?? [];
  return found.map((element) => {
    const properties = attributes(element.Properties);
    const { FilterLdap: filter } = element.Filters as Element;
    const { searchFilter = '', bool, not, binding } = attributes(filter);
    if (bool !== 'AND' || not !== '0' || binding !== 'LDAP:')
      throw new SyntaxError('the condition does not have to hold');
    if (properties.action !== 'R') throw new SyntaxError('removePolicy goes with Replace only');
    return { properties, item: attributes(element), search: searchFilter };
  });
}

function attributes(element: Element[string] | undefined): Record<string, string> {
  if (typeof element !== 'object' || Array.isArray(element)) throw new SyntaxError('one element was expected');
  return Object.fromEntries(
    Object.entries(element).flatMap(([name, value]) => (name.startsWith('@') ? [[name.slice(1), String(value)]] : [])),
  );
}

/** The values that a search compares, by attribute (RFC 4515, as far as we write it: conjunctions and disjunctions of equalities). */
export function readSearch(search: string): Map<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  let depth = 0;
  for (const [token, open, attribute, value = ''] of search.matchAll(/(\([&|])|\(([A-Za-z]+)=([^()*]*)\)|\)|./g)) {
    if (open !== undefined) depth++;
    else if (attribute !== undefined) values.set(attribute, [...(values.get(attribute) ?? []), unescaped(value)]);
    else if (token === ')') depth--;
    else throw new SyntaxError(`no filter: ${token} in ${search}`);
    if (depth < 0) throw new SyntaxError('a bracket too many');
  }
  if (depth !== 0) throw new SyntaxError('a bracket is open');
  return values;
}

function unescaped(value: string): string {
  const bytes = value.replace(/\\([0-9a-f]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  if (/[^\0-\xff]/.test(bytes)) throw new SyntaxError('a character that is not escaped');
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
