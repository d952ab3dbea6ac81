import { expect, test } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { fixture, fixtures } from '../../fixtures.ts';
import { formatOf } from '../../made.ts';
import { readZip } from '../../readers/zip.ts';

const NAMES = {
  en: ['1 Install.cmd', '2 Tidy up at the end.cmd'],
  fr: ['1 Installer.cmd', '2 Ranger pour finir.cmd'],
} as const;

test.each(fixtures())(
  'install.zip of $name holds the files that stand beside it, and is not there without them',
  ({ account }) => {
    const { artifacts } = render(account, [outlook]);
    const bytesOf = (path: string) => artifacts.find((each) => each.path === `outlook/${path}`)?.bytes();
    const zip = bytesOf('install.zip');
    const packed = zip === undefined ? [] : readZip(zip);
    const scripts = NAMES[account.language];
    const beside = [...scripts, 'autodiscover.xml'].filter((name) => bytesOf(name) !== undefined);
    expect(packed.map(({ name }) => name)).toEqual(beside);
    // Where Windows hides the ending they still say what to do, when, and nothing that its ZIP viewer or cmd would misread.
    for (const name of beside) expect(name).toMatch(/^[\w ]+\.(?:cmd|xml)$/);
    for (const { name, bytes } of packed)
      expect(Buffer.compare(bytes, bytesOf(name) ?? new Uint8Array()), name).toBe(0);
  },
);

test.each(fixtures())('the page tells about how large install.zip of $name is', ({ account }) => {
  const guide = outlook.guides.find(({ id }) => id === 'outlook');
  const told = guide?.kind === 'program' ? guide.kilobytes : undefined;
  const size = render(account, [outlook])
    .artifacts.find(({ format }) => format === 'install-zip')
    ?.bytes().length;
  if (size !== undefined) expect(Math.abs(size / 1000 - (told ?? 0))).toBeLessThan(3.5);
});

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
