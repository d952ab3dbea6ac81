import { expect, test } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { fixture, fixtures } from '../../fixtures.ts';
import { formatOf } from '../../made.ts';
import { readZip } from '../../readers/zip.ts';

test.each(fixtures())(
  'install.zip of $name holds the files that stand beside it, and is not there without them',
  ({ account }) => {
    const { artifacts } = render(account, [outlook]);
    const bytesOf = (path: string) => artifacts.find((each) => each.path === `outlook/${path}`)?.bytes();
    const zip = bytesOf('install.zip');
    const packed = zip === undefined ? [] : readZip(zip);
    const beside = ['install.cmd', 'remove.cmd', 'autodiscover.xml'].filter((name) => bytesOf(name) !== undefined);
    expect(packed.map(({ name }) => name)).toEqual(beside);
    for (const { name, bytes } of packed)
      expect(Buffer.compare(bytes, bytesOf(name) ?? new Uint8Array()), name).toBe(0);
  },
);

test.each([
  ['en', /More info/, /Run anyway/, /Unblock/],
  ['fr', /Informations complémentaires/, /Exécuter quand même/, /Débloquer/],
] as const)(
  'what Windows asks about a downloaded script is told in the words of its buttons: %s',
  (language, ...words) => {
    const account = fixture('plain');
    const use = (id: string) => formatOf(outlook, id, language).purpose(account).use;
    for (const word of words) expect(use('install-zip')).toMatch(word);
    for (const id of ['install-cmd', 'remove-cmd']) for (const word of words.slice(0, 2)) expect(use(id)).toMatch(word);
  },
);

test('a person is offered the package, and never a script that would miss its neighbours', () => {
  const offered = outlook.formats('en').filter(({ audience, companion }) => audience === 'user' && companion !== true);
  expect(offered.map(({ id }) => id)).toEqual(['install-zip']);
});
