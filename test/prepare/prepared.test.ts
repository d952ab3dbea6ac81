import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsFor, making, preparedText } from '../../src/artifacts/render.ts';
import { clients } from '../../src/clients/index.ts';
import { isProblem, type Problem, problem, UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { derive } from '../../src/prepare/marks.ts';
import { accountOf, type Layout, layoutOf } from '../../src/prepare/person.ts';
import { ordinarily, prepared } from '../../src/prepare/prepared.ts';
import { texts as anyText } from '../arbitrary.ts';
import { fixture, fixtures } from '../fixtures.ts';

/** What most persons have in their addresses and logins, in their names, and what nobody expects. */
const word = fc.stringMatching(/^[a-z0-9](?:[a-z0-9._-]{0,20}[a-z0-9])?$/);
const letters = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{0,12}$/),
  fc.stringMatching(/^[A-ZÉÀÇ][a-zéèçàôïüß]{0,12}$/),
  fc.stringMatching(/^[ŁŒČ张Љ][a-zœłčαы]{0,6}$/),
);
const name = fc
  .tuple(letters, fc.constantFrom(' ', '-', "'", '’', ' d’', '. '), letters)
  .map((parts) => parts.join('').normalize('NFC'));
const odd = fc.oneof(
  fc.constantFrom('ON', 'con', "o'neil", 'a+b', 'x'.repeat(64), '-', 'a..b', '0', 'A.B', '"q uoted"', 'é', 'a%b', '$x'),
  anyText.filter((text) => text !== ''),
);
const person = (count: number) =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: word },
      { weight: 1, arbitrary: word.map((text) => text.toUpperCase()) },
      // To programs these are numbers and truth values, or words of their own.
      {
        weight: 2,
        arbitrary: fc.constantFrom('007', '1e3', '0x1f', '12', 'true', 'null', 'evolutionuser', 'inf', 'e.5'),
      },
      { weight: 1, arbitrary: odd },
    ),
    { minLength: count, maxLength: count },
  );

/**
 * Persons for each account: other ones each time, so more than a thousand in all, and every format for every account sees these. A thousand for each take a quarter of an hour: before a release,
 * and when something is prepared in another way, `PERSONS=1000 npx vitest run --project unit test/prepare/prepared.test.ts --testTimeout 3600000`.
 */
const PERSONS = Number(process.env.PERSONS ?? 40);

/** Persons whose accounts are those of this one, but for what is theirs. */
function persons(account: Account, seed: number): readonly Account[] {
  const layout = layoutOf(account);
  if (layout === undefined) return [account];
  const { texts, kinds } = layout;
  const like = fc.tuple(person(texts.length), fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: odd }));
  return fc
    .sample(like, { numRuns: PERSONS, seed })
    .map(([own, theirName]) => own.map((text, index) => (kinds[index] === 'name' ? theirName : text)))
    .map((own) => accountOf(account, texts, own));
}

/** Every format for the account: its bytes, or why there are none. */
function everything(account: Account): ReadonlyMap<string, Problem | readonly (string | Uint8Array)[]> {
  return new Map(
    clients.flatMap((client) => {
      const made = making(client, account);
      return formatsFor(client, account)
        .filter(({ applies }) => applies?.(account) ?? true)
        .map((format) => {
          const files = made.files(format);
          const bytes = isProblem(files) ? files : files.flatMap(({ name, bytes }) => [name, bytes()]);
          return [`${client.id}/${format.id}`, bytes] as const;
        });
    }),
  );
}

describe('what is prepared for many is for each what they would get alone', () => {
  const accounts = fixtures().map((each, index) => ({ ...each, index }));
  test.each(accounts)('$name', ({ account, index }) => {
    for (const each of persons(account, index)) {
      const made = everything(each);
      const alone = ordinarily(() => everything({ ...each }));
      const other = [...alone].filter(([format, files]) => !isDeepStrictEqual(made.get(format), files));
      expect(other).toEqual([]);
      expect([...made.keys()]).toEqual([...alone.keys()]);
    }
  });
});

describe('a format that a template writes is prepared from its seventh use on', () => {
  const names = ['plain', 'primary', 'nameless', 'two-servers', 'university', 'whole-provider', 'own-login', 'idn'];
  test.each(fixtures().filter(({ name }) => names.includes(name)))('$name', ({ account }) => {
    for (let use = 0; use < 6; use++) everything({ ...account });
    const missing = clients.flatMap((client) => {
      const { files } = making(client, account);
      return formatsFor(client, account)
        .filter((format) => 'template' in format)
        .filter((format) => (format.applies?.(account) ?? true) && !isProblem(files(format)))
        .filter((format) => preparedText(client, format, account) === undefined)
        .map(({ id }) => `${client.id}/${id}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('what would be wrong for somebody is not prepared', () => {
  const account = fixture('plain');
  const encode = (text: string) => new TextEncoder().encode(text);
  const uses = (text: (of: Account) => string) => {
    const what = {};
    return Array.from({ length: 9 }, () => prepared({ ...account }, basis, what, { text, encode }));
  };
  const basis = {};

  test.each<[string, (of: Account) => string]>([
    ['a change that nobody declared', ({ address }) => `<${address.toUpperCase()}>`],
    [
      'a hash that nobody declared',
      ({ local }) => String([...local].reduce((sum, each) => sum + each.charCodeAt(0), 0)),
    ],
    ['a length', ({ address }) => (address.length > 40 ? 'long' : 'short')],
    ['a part that is cut off', ({ login }) => login.slice(0, 12)],
    ['what only some have', ({ name }) => (name?.includes("'") ? "'" : '')],
    ['a mark that a provider has written', ({ login }) => `q8zj0000v ${login}`],
  ])('%s', (_, text) => {
    expect(uses(text).filter((ready) => ready !== undefined)).toEqual([]);
  });

  test('and what is declared is', () => {
    const upper = (text: string) => text.toUpperCase();
    const [ready] = uses(({ address }) => `<${derive(upper, address)}>`).slice(-1);
    expect(new TextDecoder().decode(ready?.())).toBe('<PRENOM.NOM@CNRS.FR>');
  });

  test('a value that its escape refuses is left to the ordinary way', () => {
    const what = {};
    const refusing = (text: string) => {
      if (text.startsWith('refused'))
        throw new UnrepresentableError(problem('value.unrepresentable', { notation: 'test', value: text }));
      return text;
    };
    const work = { text: ({ local }: Account) => derive(refusing, local), encode };
    const ready = Array.from({ length: 9 }, () => prepared({ ...account }, basis, what, work));
    expect(ready.at(-1)?.()).toEqual(encode('prenom.nom'));
    const { texts } = layoutOf(account) as Layout;
    const refused = accountOf(account, texts, ['refused.too', ...texts.slice(1)]);
    expect(prepared(refused, basis, what, work)).toBeUndefined();
  });
});
