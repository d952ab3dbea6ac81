import type { Content } from '../../read/content.ts';
import { type JsonDocument, type JsonFault, readJsonTree } from '../../read/json-tree.ts';
import { memberAt } from '../../read/pacc-file.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './words.en.ts';

/** What the rules of an answer of Autodiscover v2 look at. */
export interface PointerFacts {
  readonly content: Content;
  readonly json: JsonDocument | JsonFault;
}

export function pointerFacts(content: Content): PointerFacts {
  return { content, json: readJsonTree(content.text ?? '') };
}

const SEEN = 'Answers of Exchange, as gromox, mailcow and Stalwart mimic them';
const GOOD = '{"Protocol":"AutodiscoverV1","Url":"https://mail.example.org/autodiscover/autodiscover.xml"}';
const whole = (fragment: string) => fragment;

/** Rules about the answer of Autodiscover v2, which is one address for one protocol. */
export const pointerRules: { readonly [N in keyof typeof en]: RuleOf<PointerFacts, (typeof en)[N]> } = {
  'v2-not-well-formed': {
    severity: 'error',
    hurts: { 'outlook-new': 'refuses-file' },
    source: 'RFC 8259',
    bad: '{"Protocol":"AutodiscoverV1","Url":"https://mail.example.org/"',
    good: GOOD,
    frame: whole,
    *find({ json }) {
      if (json.kind === 'fault') yield { at: json.at, detail: json.detail };
    },
  },
  'v2-members': {
    severity: 'error',
    hurts: { 'outlook-new': 'refuses-file' },
    source: SEEN,
    bad: '{"protocol":"AutodiscoverV1","url":"https://mail.example.org/autodiscover/autodiscover.xml"}',
    good: GOOD,
    frame: whole,
    *find({ json }) {
      if (json.kind === 'fault' || json.root.entries.has('ErrorCode')) return;
      for (const name of ['Protocol', 'Url'])
        if (typeof memberAt(json.root, name)?.value !== 'string') yield { at: json.root.at, field: name, name };
    },
  },
  'v2-url': {
    severity: 'error',
    hurts: { 'outlook-new': 'not-trusted' },
    source: `${SEEN}: https`,
    bad: GOOD.replace('https', 'http'),
    good: GOOD,
    frame: whole,
    *find({ json }) {
      const node = json.kind === 'fault' ? undefined : memberAt(json.root, 'Url');
      if (typeof node?.value === 'string' && !/^https:\/\/[^/?#@\s]+(?:[/?#]|$)/i.test(node.value))
        yield { at: node.at, field: 'Url' };
    },
  },
  'v2-error': {
    severity: 'note',
    hurts: {},
    source: SEEN,
    bad: '{"ErrorCode":"InvalidProtocol","ErrorMessage":"The given protocol value is invalid."}',
    good: GOOD,
    frame: whole,
    *find({ json }) {
      const node = json.kind === 'fault' ? undefined : memberAt(json.root, 'ErrorCode');
      if (node !== undefined) yield { at: node.at, field: 'ErrorCode', code: String(node.value).slice(0, 60) };
    },
  },
};
