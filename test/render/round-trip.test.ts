import assert from 'node:assert/strict';
import { createContext, Script } from 'node:vm';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parse as parseHtml } from 'parse5';
import { parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { UnrepresentableError } from '../../src/errors.ts';
import { type NotationName, notations } from '../../src/template/notation.ts';
import { scalars } from '../arbitrary.ts';
import { readAccountrc } from '../readers/accountrc.ts';
import { readCmdLine } from '../readers/cmd.ts';
import { readGoIniValue } from '../readers/go-ini.ts';
import { readIni } from '../readers/ini.ts';
import { readKeyFile } from '../readers/key-file.ts';
import { readMbsyncWords } from '../readers/mbsync.ts';
import { readMsmtpArgument } from '../readers/msmtp.ts';
import { readMuttWords } from '../readers/mutt.ts';
import { readPowerShellLiteral } from '../readers/powershell.ts';
import { readPrefs } from '../readers/prefs.ts';
import { readRegistryFile } from '../readers/registry.ts';
import { readShellWords } from '../readers/sh.ts';
import { readTomlValue } from '../readers/toml.ts';
import { codePage850 } from './code-page-850.ts';
import { template } from './fill.ts';

/*
 * What goes into a template comes out of a reader that is not ours, or is refused. For each notation: a template with the value in every position that
 * it may take, also in blocks and in a partial; a reader that gives the values back; and which values are refused, said once more in other words.
 */
type Scalar = string | number | boolean;

interface RoundTrip {
  readonly text: string;
  readonly read: (bytes: Uint8Array) => readonly unknown[];
  /** What a reader of the notation has for the value. */
  readonly expected: (value: Scalar) => unknown;
  readonly refused: (value: Scalar) => boolean;
}

// (A partial alone on its line takes the line's end with it, so the ones of lines bring their own.)
/** The partial of the same notation that every template here includes. */
const partialName = (notation: string) => `test/part.${notation}`;

const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const isText = (value: Scalar): value is string => typeof value === 'string';
const illFormed = (value: Scalar) => isText(value) && !value.isWellFormed();
const has = (pattern: RegExp) => (value: Scalar) => pattern.test(String(value));
/** XML 1.0, production 2, turned round; HTML allows more, but nothing that anybody needs. */
const notXml = (value: Scalar) => illFormed(value) || has(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/)(value);

const xmlBody = (notation: string) =>
  `<r a="{{x}}" b='{{x}}'><t>{{x}}</t>{{#if yes}}{{#each list}}<t>{{this}}</t>{{/each}}{{/if}}{{#with inner}}<t>{{../x}}</t>{{/with}}{{> ${partialName(notation)}}}</r>`;
const xmlText = (notation: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${xmlBody(notation)}\n`;

const xmlParser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  maxNestedTags: 20,
});

function readXml(bytes: Uint8Array): unknown[] {
  const text = utf8(bytes);
  assert.equal(XMLValidator.validate(text), true);
  const { r } = xmlParser.parse(text) as { r: { a: string; b: string; t: string[] } };
  return [r.a, r.b, ...r.t, ...readXmlDom(text)];
}

function readXmlDom(text: string): unknown[] {
  const problems: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => problems.push(`${level}: ${message}`) });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  assert.deepEqual(problems, []);
  const texts = Array.from(root?.getElementsByTagName('t') ?? [], (element) => element.textContent);
  return [root?.getAttribute('a'), root?.getAttribute('b'), ...texts];
}

const xml = (notation: string): RoundTrip => ({
  text: xmlText(notation),
  read: readXml,
  expected: String,
  refused: notXml,
});

/** What stands in the template; anything else somebody has brought in. */
const HTML_NODES = ['#document', '#documentType', '#text', 'html', 'head', 'title', 'body', 'p'];

/** All texts and attribute values of a document, by a parser of the HTML Standard. */
function readHtml(bytes: Uint8Array): unknown[] {
  interface Node {
    readonly nodeName: string;
    readonly value?: string;
    readonly attrs?: readonly { readonly name: string; readonly value: string }[];
    readonly childNodes?: readonly Node[];
  }
  const found: unknown[] = [];
  const walk = (node: Node) => {
    found.push(...(node.attrs ?? []).map(({ value }) => value));
    assert(HTML_NODES.includes(node.nodeName), node.nodeName);
    if (node.nodeName === 'p' || node.nodeName === 'title') {
      found.push((node.childNodes ?? []).map(({ value }) => value).join(''));
    } else for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parseHtml(utf8(bytes)) as Node);
  return found;
}

const run = new Map<string, unknown>();
const javascript = createContext({ user_pref: (name: string, value: unknown) => run.set(name, value) });

const prefs: RoundTrip = {
  text: `// A comment: {{x}}\nuser_pref("a", {{x}});\n{{#each list}}\nuser_pref("b", {{this}});\n{{/each}}\n{{> PART}}\n`,
  read: (bytes) => {
    const text = utf8(bytes);
    run.clear();
    new Script(text).runInContext(javascript);
    return [...readPrefs(text).values(), ...run.values()];
  },
  expected: (value) => value,
  refused: (value) => illFormed(value) || has(/\0/)(value) || (typeof value === 'number' && value !== (value | 0)),
};

const PARTS: Readonly<Record<NotationName, string>> = {
  xml: '<t>{{x}}</t>',
  mobileconfig: '<string>{{x}}</string>',
  k9s: '<t>{{x}}</t>',
  html: '<p>{{x}}</p>',
  js: 'user_pref("c", {{x}});\n',
  cfg: 'user_pref("c", {{x}});\n',
  json: '{"c": {{x}} }',
  reg: '"c"={{x}}\n',
  cmd: 'tool "{{x}}"\n',
  ps1: '{{x}}\n',
  prf: 'c={{x}}\n',
  keyfile: 'c={{x}}\n',
  accountrc: 'c={{x}}\n',
  sh: 'tool {{x}}\n',
  muttrc: 'set c = {{x}}\n',
  msmtprc: 'user {{x}}\n',
  mbsyncrc: 'User {{x}}\n',
  aerc: 'c = {{x}}\n',
  toml: 'c = {{x}}\n',
};

const notOnALine = (value: Scalar) => illFormed(value) || has(/[\0-\x1f\x7f]/)(value);

/** A notation of lines, each with one value; the reader takes a line. */
const lines = (line: string, read: (line: string) => unknown, refused: RoundTrip['refused']): RoundTrip => ({
  text: `${line}{{x}}\n{{#each list}}\n${line}{{this}}\n{{/each}}\n{{> PART}}\n`,
  read: (bytes) => utf8(bytes).trimEnd().split('\n').map(read),
  expected: String,
  refused,
});

const roundTrips: Readonly<Record<NotationName, RoundTrip>> = {
  xml: xml('xml'),
  k9s: xml('k9s'),
  mobileconfig: {
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><array><string>{{x}}</string>{{#each list}}<string>{{this}}</string>{{/each}}{{> PART}}</array></plist>
`,
    read: (bytes) => {
      const text = utf8(bytes);
      assert.equal(XMLValidator.validate(text), true);
      const { plist } = xmlParser.parse(text) as { plist: { array: { string: string[] } } };
      return [...(parsePlist(text) as unknown as string[]), ...plist.array.string];
    },
    expected: String,
    refused: notXml,
  },
  html: {
    text: `<!doctype html><html title="{{x}}"><head><title>{{x}}</title></head><body><p title='{{x}}'>{{x}}</p>{{#if yes}}{{#each list}}<p>{{this}}</p>{{/each}}{{/if}}{{> PART}}</body></html>\n`,
    read: readHtml,
    expected: String,
    refused: notXml,
  },
  js: prefs,
  cfg: prefs,
  json: {
    text: `{"a": {{x}}, "list": [{{#each list}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}], "part": {{> PART}} }\n`,
    read: (bytes) => {
      const { a, list, part } = JSON.parse(utf8(bytes)) as { a: unknown; list: unknown[]; part: { c: unknown } };
      return [a, ...list, part.c];
    },
    expected: (value) => value,
    refused: illFormed,
  },
  reg: {
    text: `Windows Registry Editor Version 5.00\n\n; {{x}}\n[HKEY_CURRENT_USER\\Software\\Facteur]\n"a"={{x}}\n{{#each list}}\n"b"={{this}}\n{{/each}}\n{{> PART}}\n\n`,
    read: (bytes) => {
      const values = readRegistryFile(bytes).get('HKEY_CURRENT_USER\\Software\\Facteur');
      return values instanceof Map ? [...values.values()] : [];
    },
    expected: (value) => (isText(value) ? { sz: value } : { dword: Number(value) }),
    refused: (value) =>
      isText(value)
        ? illFormed(value) || has(/[\0-\x1f\x7f]/)(value)
        : !(Number.isInteger(Number(value)) && Number(value) >= 0 && Number(value) < 2 ** 32),
  },
  ps1: {
    text: `# {{x}}\n{{x}}\n{{#each list}}\n{{this}}\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => {
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      const [, ...lines] = utf8(bytes).split('\r\n').slice(0, -1);
      return lines.map(readPowerShellLiteral);
    },
    expected: (value) => value,
    refused: (value) => illFormed(value) || has(/[\0-\x1f\x7f]/)(value),
  },
  keyfile: {
    text: `# A comment\n[Group]\na={{x}}\n{{#each list}}\nb={{this}}\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => [...(readKeyFile(utf8(bytes)).get('Group')?.values() ?? [])],
    expected: String,
    refused: (value) => illFormed(value) || has(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/)(value),
  },
  accountrc: {
    text: `[Account: 1]\na={{x}}\n{{#each list}}\nb={{this}}\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => [...(readAccountrc(utf8(bytes)).get('[Account: 1]')?.values() ?? [])],
    expected: String,
    refused: (value) => illFormed(value) || has(/[\0-\x1f\x7f]/)(value),
  },
  prf: {
    text: `; A comment\n[Account1]\na={{x}}\n{{#each list}}\nb={{this}}\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => {
      assert(bytes.every((byte) => byte < 0x80));
      return [...(readIni(utf8(bytes)).get('Account1')?.values() ?? [])];
    },
    expected: String,
    refused: has(/[^ -~]|^[ ;[]| $|^(["']).*\1$/),
  },
  sh: {
    text: `# {{x}}\n[ $# -eq 0 ] # it's "so"\ntool {{x}}\n{{#each list}}\ntool {{this}}\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => {
      const [, , ...lines] = utf8(bytes).split('\n').slice(0, -1);
      return lines.map((line) => {
        const [tool, value, ...others] = readShellWords(line);
        assert.deepEqual([tool, others], ['tool', []]);
        return value;
      });
    },
    expected: String,
    refused: (value) => illFormed(value) || has(/[\0-\x1f\x7f]/)(value),
  },
  muttrc: lines('set a = ', (line) => readMuttWords(line).at(-1), notOnALine),
  msmtprc: lines(
    'user ',
    readMsmtpArgument,
    (value) => notOnALine(value) || new TextEncoder().encode(String(value)).length > 468,
  ),
  mbsyncrc: lines('User ', (line) => readMbsyncWords(line).at(-1), notOnALine),
  aerc: lines(
    'a = ',
    readGoIniValue,
    (value) => notOnALine(value) || has(/^$|\x85|^\s|\s$|^[`#;]|^"""|^(["']).*\1$|\s[#;]|\\$|%\(/)(value),
  ),
  toml: {
    ...lines(
      'a = ',
      (line) => readTomlValue(line.slice('a = '.length)),
      (value) => illFormed(value) || (typeof value === 'number' && !Number.isSafeInteger(value)),
    ),
    expected: (value) => value,
  },
  cmd: {
    text: `tool "{{x}}"\n{{#each list}}\ntool "{{this}}"\n{{/each}}\n{{> PART}}\n`,
    read: (bytes) => {
      const lines = Array.from(bytes, (byte) => codePage850[byte])
        .join('')
        .split('\r\n')
        .slice(0, -1);
      return lines.flatMap((line) => {
        const [tool, ...values] = readCmdLine(line, { PATH: 'wrong', X: 'wrong' });
        assert.equal(tool, 'tool');
        return values;
      });
    },
    expected: String,
    refused: (value) =>
      has(/["%^&<>|!\0-\x1f\x7f]|\\$|\/\?|^[\s,;=]*(on|off)?[\s,;=]*$/i)(value) ||
      !Array.from(String(value)).every((each) => codePage850.includes(each)),
  },
};

describe.each(Object.entries(roundTrips))('%s', (name, { text, read, expected, refused }) => {
  const notation = name as NotationName;
  const part = partialName(notation);
  const fill = template(notation, text.replaceAll('PART', part), { [part]: PARTS[notation] });
  const write = (x: Scalar) => notations[notation].encode(fill({ x, yes: true, list: [x], inner: { y: 1 } }));

  test('gives back what went in, or refuses it', () => {
    const count = { written: 0, refused: 0 };
    fc.assert(
      fc.property(scalars, (value) => {
        if (refused(value)) {
          count.refused++;
          assert.throws(() => write(value), UnrepresentableError);
          return;
        }
        count.written++;
        const plain = Object.is(value, -0) ? 0 : value;
        const values = read(write(value));
        assert(values.length >= 3);
        for (const each of values) assert.deepEqual(each, expected(plain));
      }),
      { numRuns: 1000 },
    );
    // The property says nothing where all goes one way.
    expect(count.written).toBeGreaterThan(200);
  });
});
