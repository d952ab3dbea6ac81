import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/clients/client.ts';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import { InputError, problem, UnrepresentableError } from '../../src/errors.ts';
import { render, renderFormat, renderTemplate, selectClients } from '../../src/render/render.ts';
import { fixture } from '../fixtures.ts';

const account = fixture('plain');

describe('a template that cannot write a value', () => {
  const context = {
    id: 'a',
    domains: ['a', 'b\0'],
    displayName: 'c',
    displayShortName: 'd',
    incoming: [],
    outgoing: [],
  };

  test('says which field of the context has it, counting from 1', () => {
    expect(() => renderTemplate('thunderbird/config.xml', context)).toThrow(
      /^domains\.2 {2}"b\\u0000" cannot be written in XML: /,
    );
    expect(() => renderTemplate('thunderbird/config.xml', { ...context, domains: ['b\ud800'] })).toThrow(
      /^domains\.1 /,
    );
  });

  test('keeps the code for scripts and the error for those who search', () => {
    try {
      renderTemplate('thunderbird/config.xml', context);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UnrepresentableError);
      expect(error).toMatchObject({
        problem: { code: 'value.unrepresentable', details: { notation: 'XML' }, place: { field: 'domains.2' } },
        cause: { name: 'UnrepresentableError' },
      });
    }
  });
});

describe('a bundle', () => {
  const [config] = thunderbird.formats;
  if (config === undefined || !('template' in config)) throw new Error('the first format has a template');
  const languages: Client = {
    ...thunderbird,
    id: 'several',
    formats: [
      { ...config, id: 'each', perLanguage: true, fileName: (_, language) => `${language}.xml` },
      { ...config, id: 'never', refuses: () => problem('who.nobody', {}) },
      { ...config, id: 'bytes', files: () => [{ name: 'a.bin', bytes: new Uint8Array([1]) }] } as never,
    ],
  };

  test('has a file in each language where a format asks for it, the person’s own first', () => {
    const { artifacts } = render({ ...account, language: 'en' }, [languages]);
    expect(artifacts.map(({ path }) => path).slice(0, 2)).toEqual(['several/en.xml', 'several/fr.xml']);
    const [format] = languages.formats;
    if (format === undefined) throw new Error('there is one');
    expect(renderFormat(languages, format, account).map(({ path }) => path)).toEqual([
      'several/fr.xml',
      'several/en.xml',
    ]);
  });

  test('leaves out what a format refuses, says why, and goes on', () => {
    const { artifacts, leftOut } = render(account, [languages, thunderbird]);
    expect(leftOut).toEqual([{ client: 'several', format: 'never', problem: problem('who.nobody', {}) }]);
    expect(artifacts.some(({ client }) => client === 'thunderbird')).toBe(true);
  });

  test('is the same for the same account, byte by byte', () => {
    expect(render(account, [languages])).toEqual(render(structuredClone(account), [languages]));
  });

  test('does not hide a mistake of ours', () => {
    const broken = { ...languages, formats: [{ ...config, context: () => ({}) }] };
    expect(() => render(account, [broken])).toThrow(/^templates\/thunderbird\/config\.xml\.hbs {2}/);
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
