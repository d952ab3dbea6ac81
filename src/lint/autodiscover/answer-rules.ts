import { childNamed, childText, namespaceOf } from '../../read/autodiscover-file.ts';
import type { XmlElement } from '../../read/xml-tree.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { answerFrames as frames, goodAnswer } from './autodiscover-frames.ts';
import type { en } from './words.en.ts';

export type AnswerRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<AnswerFacts, (typeof en)[N]> };

const OUTER = 'http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006';
const INNER = 'http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a';
const MOBILE = 'http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006';

/** Rules about the answer as a whole. */
export const answerRules: AnswerRules<
  | 'not-well-formed'
  | 'doctype'
  | 'not-an-answer'
  | 'error-answer'
  | 'namespace'
  | 'order'
  | 'action'
  | 'redirect-address'
  | 'redirect-url'
  | 'password'
> = {
  'not-well-formed': {
    severity: 'error',
    hurts: { outlook: 'refuses-file', thunderbird: 'refuses-file', fairemail: 'refuses-file' },
    source: 'XML 1.0 §2.1',
    bad: '<Autodiscover><Response></Autodiscover>',
    good: goodAnswer,
    frame: frames.whole,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what !== 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  doctype: {
    severity: 'error',
    hurts: { person: 'not-trusted' },
    source: 'No answer of Exchange has one; it could bring entities and files',
    bad: '<!DOCTYPE Autodiscover>',
    good: '<?xml version="1.0" encoding="utf-8"?>',
    frame: frames.before,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what === 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  'not-an-answer': {
    severity: 'error',
    hurts: { outlook: 'refuses-file', thunderbird: 'refuses-file' },
    source: 'MS-OXDSCLI §2.2.4',
    bad: `<Autodiscover xmlns="${OUTER}"><Request><EMailAddress>ada@example.org</EMailAddress></Request></Autodiscover>`,
    good: goodAnswer,
    frame: frames.whole,
    *find({ answer }) {
      if (answer === undefined) return;
      const { root, request, response } = answer;
      if (response === undefined || !/(?:^|:)Autodiscover$/.test(root.name))
        yield { at: (request ?? root).at, request: request !== undefined };
    },
  },
  'error-answer': {
    severity: 'note',
    hurts: {},
    source: 'MS-OXDSCLI §2.2.4.1.1.3',
    bad: `<Autodiscover xmlns="${OUTER}"><Response><Error Time="10:15:30.1234567" Id="1"><ErrorCode>600</ErrorCode><Message>Invalid Request</Message></Error></Response></Autodiscover>`,
    good: goodAnswer,
    frame: frames.whole,
    *find({ answer }) {
      if (answer?.error !== undefined)
        yield { at: answer.error.at, code: childText(answer.error, 'ErrorCode')?.slice(0, 20) ?? '' };
    },
  },
  namespace: {
    severity: 'error',
    hurts: { outlook: 'refuses-file', thunderbird: 'refuses-file' },
    source: 'MS-OXDSCLI §2.2.4; Monogramm/autodiscover-email-settings#39; Exchange’s own texts begin with http:',
    bad: `<Response xmlns="${INNER.replace('2006a', '2006')}">`,
    good: `<Response xmlns="${INNER}">`,
    frame: frames.response,
    *find({ answer }) {
      if (answer?.response === undefined) return;
      const { root, response, error, account } = answer;
      if (namespaceOf(root) !== OUTER) yield { at: root.at, name: root.name, expected: OUTER };
      const given = namespaceOf(response);
      const plain = error !== undefined && account === undefined && (given === undefined || given === OUTER);
      if (!plain && given !== INNER && given !== MOBILE)
        yield { at: response.at, name: response.name, expected: INNER };
    },
  },
  order: {
    severity: 'warning',
    hurts: { fairemail: 'misreads' },
    source: 'FairEmail, EmailProvider.java: it reads from top to bottom',
    bad: '<Protocol><Type>WEB</Type></Protocol>',
    good: '<Image>https://example.org/logo.jpg</Image>',
    frame: frames.first,
    *find({ answer }) {
      const { account, protocols } = answer ?? {};
      const [first] = protocols ?? [];
      if (account === undefined || first === undefined) return;
      for (const name of ['AccountType', 'Action']) {
        const element = childNamed(account, name);
        if (element !== undefined && element.at > first.element.at) yield { at: element.at, field: name, name };
      }
    },
  },
  action: {
    severity: 'error',
    hurts: { outlook: 'refuses-file', fairemail: 'refuses-file' },
    source: 'Microsoft, “Action (POX)” and “AccountType (POX)”: email, and settings, redirectUrl or redirectAddr',
    bad: '<AccountType>email</AccountType>\n<Action>Settings</Action>',
    good: '<AccountType>email</AccountType>\n<Action>settings</Action>',
    frame: frames.head,
    *find({ answer }) {
      const account = answer?.account;
      if (account === undefined) return;
      for (const [name, values] of accountValues) {
        const value = childText(account, name);
        if (value === undefined || !values.includes(value))
          yield {
            at: childNamed(account, name)?.at ?? account.at,
            field: name,
            name,
            value: (value ?? '').slice(0, 60),
            expected: values[0],
          };
      }
    },
  },
  'redirect-address': {
    severity: 'warning',
    hurts: { outlook: 'wrong-login' },
    source: 'Microsoft, “RedirectAddr (POX)”: the whole search begins anew with that address',
    bad: '<AccountType>email</AccountType>\n<Action>redirectAddr</Action>\n<RedirectAddr>ada@login.example</RedirectAddr>',
    good: '<AccountType>email</AccountType>\n<Action>settings</Action>',
    frame: frames.head,
    *find({ answer }) {
      const element = answer?.account && childNamed(answer.account, 'RedirectAddr');
      if (element !== undefined) yield { at: element.at, field: 'RedirectAddr' };
    },
  },
  'redirect-url': {
    severity: 'error',
    hurts: { outlook: 'refuses-file' },
    source: 'Microsoft, “Handling Autodiscover error messages”: a redirection leads to https',
    bad: '<AccountType>email</AccountType>\n<Action>redirectUrl</Action>\n<RedirectUrl>http://mail.example.org/autodiscover/autodiscover.xml</RedirectUrl>',
    good: '<AccountType>email</AccountType>\n<Action>redirectUrl</Action>\n<RedirectUrl>https://mail.example.org/autodiscover/autodiscover.xml</RedirectUrl>',
    frame: frames.head,
    *find({ answer }) {
      const element = answer?.account && childNamed(answer.account, 'RedirectUrl');
      if (element !== undefined && !/^https:\/\/[^/]/i.test(element.text.trim()))
        yield { at: element.at, field: 'RedirectUrl' };
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'No schema of Autodiscover has a password; who asks gets the answer without signing in',
    bad: '<AccountType>email</AccountType>\n<Action>settings</Action>\n<Password>correct horse</Password>',
    good: '<AccountType>email</AccountType>\n<Action>settings</Action>',
    frame: frames.head,
    *find({ answer }) {
      if (answer === undefined) return;
      for (const element of within(answer.root))
        if (/^(?:\w+:)?(?:Login)?Password$/i.test(element.name) && element.text.trim() !== '')
          yield { at: element.at, field: element.name };
    },
  },
};

const accountValues: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['AccountType', ['email']],
  ['Action', ['settings', 'redirectUrl', 'redirectAddr']],
];

function* within(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* within(child);
}
