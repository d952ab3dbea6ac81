import { describe, expect, test } from 'vitest';
import { render, selectClients } from '../../src/artifacts/render.ts';
import { type Client, defineClient, type FormatDefinition, type Quote, unplanned } from '../../src/clients/client.ts';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import { InputError, problem, UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { renderTemplate } from '../../src/template/fill.ts';
import { fixture } from '../fixtures.ts';

const account = fixture('plain');

describe('a template that cannot write a value', () => {
  const context = {
    links: [
      { url: 'a', title: 'b' },
      { url: 'c', title: 'd\0' },
    ],
  };

  test('says which field of the context has it, counting from 1', () => {
    expect(() => renderTemplate('page/links.html', context)).toThrow(
      /^links\.2\.title {2}"d\\u0000" cannot be written in HTML: /,
    );
    // Here it is the encoding that lacks a character, and the field is the one that has it.
    expect(() => renderTemplate('outlook/checks.cmd', { folder: 'cœur' })).toThrow(
      /^folder {2}"œ" cannot be written in CP850: /,
    );
  });

  test('keeps the code for scripts and the error for those who search', () => {
    try {
      renderTemplate('page/links.html', context);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnrepresentableError);
      expect(error).toMatchObject({
        problem: { code: 'value.unrepresentable', details: { notation: 'HTML' }, place: { field: 'links.2.title' } },
        cause: { name: 'UnrepresentableError' },
      });
    }
  });
});

type Definition = FormatDefinition<object, Record<never, never>>;

describe('a bundle', () => {
  const facts = {
    mediaType: 'text/html; charset=utf-8',
    audience: 'user',
    support: [],
    purpose: () => ({ title: 't', use: 'u' }),
  } as const;
  const page: Definition = {
    ...facts,
    id: 'page',
    template: 'page/links.html',
    fileName: () => 'page.html',
    context: ({ account: { address } }) => ({ links: [{ url: address, title: '' }] }),
  };
  const clientOf = (...definitions: Definition[]): Client =>
    defineClient({
      id: 'several',
      title: 's',
      devices: [],
      words: { en: {}, fr: {} },
      formats: [unplanned(definitions)],
    });
  const several = clientOf(
    page,
    { ...page, id: 'never', refuses: () => problem('who.nobody', {}) },
    { ...page, id: 'with-it', needs: ['never'] },
    { ...facts, id: 'bytes', files: () => [{ name: 'a.bin', bytes: () => new Uint8Array([1]) }] },
  );
  const bytesOf = (who: Account) => render(who, [several]).artifacts.map(({ path, bytes }) => [path, bytes()]);

  test('leaves out what a format refuses, says why, and goes on', () => {
    const { artifacts, leftOut } = render(account, [several, thunderbird]);
    expect(leftOut.map(({ format, problem: { code } }) => [format, code])).toEqual([
      ['never', 'who.nobody'],
      ['with-it', 'who.nobody'],
    ]);
    expect(artifacts.some(({ client }) => client === 'thunderbird')).toBe(true);
  });

  test('is the same for the same account, byte by byte', () => {
    expect(bytesOf(account)).toEqual(bytesOf(structuredClone(account)));
  });

  test('makes a file that others quote once, and a page only when it is asked for', () => {
    let made = 0;
    const quoting = clientOf(
      {
        ...facts,
        id: 'quoted',
        files: () => {
          made += 1;
          return [{ name: 'a.bin', bytes: () => new Uint8Array([made]) }];
        },
      },
      ...['one', 'two'].map((id) => ({
        ...facts,
        id,
        files: ({ quote }: { readonly quote: Quote }) => [quote('quoted')],
      })),
    );
    const { artifacts } = render(account, [quoting]);
    expect(artifacts.map(({ bytes }) => bytes())).toEqual([
      new Uint8Array([1]),
      new Uint8Array([1]),
      new Uint8Array([1]),
    ]);
    expect(made).toBe(1);
  });

  test('does not hide a mistake of ours', () => {
    const broken = clientOf({ ...page, context: () => ({}) });
    expect(() => render(account, [broken])).toThrow(/^templates\/page\/links\.html\.hbs:2 {2}/);
  });
});

describe('clients are selected', () => {
  const others = ['apple', 'outlook'].map((id) => ({ ...thunderbird, id }));
  const all = [thunderbird, ...others];

  test('in the order of the list, once, all where none is named', () => {
    expect(selectClients(all, [])).toEqual(all);
    expect(selectClients(all, ['outlook', 'thunderbird', 'outlook']).map(({ id }) => id)).toEqual([
      'thunderbird',
      'outlook',
    ]);
  });

  test('and an unknown one is told with what was probably meant', () => {
    expect(() => selectClients(all, ['aple'])).toThrow(InputError);
    expect(() => selectClients(all, ['aple'])).toThrow(
      'there is no client “aple” — did you mean “apple”? known: thunderbird, apple, outlook',
    );
  });
});
