import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadTemplates, templateFiles } from '../../src/cli/template-folder.ts';
import { replaceTemplates } from '../../src/template/templates.ts';
import { root } from '../fixtures.ts';
import { type Answer, facteur, temporaryFolder } from './terminal.ts';

// They hold for the whole process, which the tests share.
afterEach(() => replaceTemplates({}));

const ours = (name: string) => readFileSync(join(root, 'templates', name), 'utf8');

/** A folder with these templates. */
function folderOf(texts: Readonly<Record<string, string | Buffer>>): string {
  return write(temporaryFolder(), texts);
}

function write(folder: string, texts: Readonly<Record<string, string | Buffer>>): string {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What generate says with these templates, and what it has written. */
async function generate(
  texts: Readonly<Record<string, string | Buffer>>,
  ...more: readonly string[]
): Promise<Answer & { folder: string; out: string; bundle: string }> {
  const folder = folderOf(texts);
  const bundles = join(temporaryFolder(), 'out');
  const answer = await facteur(['generate', 'prenom.nom@cnrs.fr', '--templates', folder, '--out', bundles, ...more]);
  return { ...answer, folder, bundle: join(bundles, 'prenom.nom@cnrs.fr') };
}

describe('a template of somebody else', () => {
  // All are tried with every sample account, which takes longer than all else: so once.
  let bundle: string;
  const folders: string[] = [];
  const temporary = () => {
    const folder = mkdtempSync(join(tmpdir(), 'facteur-test-'));
    folders.push(folder);
    return folder;
  };
  beforeAll(async () => {
    const own = {
      'neomutt/account.muttrc.hbs': `${ours('neomutt/account.muttrc.hbs')}set hostname = {{address}}\n`,
      'page/top.html.hbs': `<p class="own">{{provider}}</p>\n`,
      'evolution/account.keyfile.hbs': '{{> evolution/autoconfig.keyfile}}[Data Source]\nDisplayName={{displayName}}\n',
      'evolution/autoconfig.keyfile.hbs': '# own\n',
      'msmtp/account.msmtprc.hbs': `\ufeff${ours('msmtp/account.msmtprc.hbs')}`.replaceAll('\n', '\r\n'),
      'msmtp/account.msmtprc.hbs~': 'x',
      '.git/config': 'x',
    };
    const folder = write(temporary(), own);
    const out = temporary();
    const { code } = await facteur(['generate', 'prenom.nom@cnrs.fr', '--templates', folder, '--out', out]);
    expect(code).toBe(0);
    bundle = join(out, 'prenom.nom@cnrs.fr');
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const file = (path: string) => readFileSync(join(bundle, path), 'utf8');

  test('takes the place of ours, and the rest stays', () => {
    expect(file('neomutt/account.rc')).toContain('set hostname = "prenom.nom@cnrs.fr"\n');
    expect(existsSync(join(bundle, 'isync'))).toBe(true);
  });

  test('is used by those that include it', () => {
    expect(file('index.html')).toContain('<p class="own">');
  });

  test('may include another of the folder, and one of ours', () => {
    expect(file('evolution/install.sh')).toContain('# own');
  });

  test('may have a byte-order mark and the line ends of Windows; what is hidden, or an editor’s, is no template', () => {
    expect(file('msmtp/msmtprc')).toContain('from ');
    expect(file('msmtp/msmtprc')).not.toMatch(/\r|\ufeff/);
  });

  test('a copy of all of ours changes no byte', async () => {
    const files = readdirSync(join(root, 'templates'), { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    const names = files.map((each) => join(each.parentPath, each.name).slice(join(root, 'templates/').length));
    expect(names).toContain('page/style.css');
    const all = Object.fromEntries(names.map((name) => [name, ours(name)]));
    const [own, without] = [await generate(all), join(temporaryFolder(), 'out')];
    expect(own.code).toBe(0);
    replaceTemplates({});
    await facteur(['generate', 'prenom.nom@cnrs.fr', '--out', without]);
    const manifest = (bundle: string) => readFileSync(join(bundle, 'manifest.json'), 'utf8');
    expect(manifest(own.bundle)).toBe(manifest(join(without, 'prenom.nom@cnrs.fr')));
  });
});

describe('a mistake is told with its place and a remedy, and nothing is written', () => {
  test.each([
    ['set from = {{address}}\nset a = "{{address}}"\n', '2:10', 'it may stand as in set from'],
    ['\nset from = {{{address}}}\n', '2:12', 'write {{name}}'],
    ['\n{{#if name}}\n', '3', 'close each {{#block}}'],
    ['{{> neomutt/acount.muttrc}}', '1:1', 'write {{> neomutt/account.muttrc}}?'],
    ['{{#if name}}\n{{/if}}\n# {{@first}}\n', '3:5', 'means nothing here'],
  ])('%j does not compile: %s', async (text, place, remedy) => {
    const { code, err, folder, bundle } = await generate({
      'himalaya/account.toml.hbs': '# a\n',
      'neomutt/account.muttrc.hbs': text,
    });
    expect(code).toBe(2);
    expect(err).toContain(`${join(folder, 'neomutt/account.muttrc.hbs')}:${place}`);
    expect(err).toContain(remedy);
    expect(existsSync(bundle)).toBe(false);
  });

  test.each([
    ['neomutt/acount.muttrc.hbs', 'did you mean neomutt/account.muttrc.hbs?'],
    ['account.muttrc.hbs', 'did you mean neomutt/account.muttrc.hbs?'],
    ['neomutt/account.muttrc', 'did you mean neomutt/account.muttrc.hbs?'],
    ['README.md', 'docs/templates.md has all'],
    ['page/style.html.hbs', 'is the name of no template'],
    ['page/style.css', 'is a style sheet of ours that was changed'],
    ['page/mine.css', 'is the name of no template'],
  ])('%s is no name of ours: %s', async (name, remedy) => {
    const { code, err, folder, bundle } = await generate({ [name]: 'x' });
    expect(code).toBe(2);
    expect(err).toContain(`${join(folder, name)}  `);
    expect(err).toContain(remedy);
    expect(existsSync(bundle)).toBe(false);
  });

  test('what does not fit its context, or gives what no program reads, is found with the sample accounts', async () => {
    const wrong = [
      ['neomutt/account.muttrc.hbs', 'set from = {{adress}}\n', ':1', 'did you mean address?'],
      ['msmtp/account.msmtprc.hbs', '\nhost {{host}}\n{{#each host}}\n{{/each}}\n', ':3', 'repeat with #each'],
      ['isync/account.mbsyncrc.hbs', '\nHost {{mechanisms}}\n', ':2', 'repeat with #each'],
      [
        'himalaya/account.toml.hbs',
        '{{#with address}}\na = {{this}}\n{{#each this}}\n{{/each}}\n{{/with}}\n',
        ':3',
        '#each',
      ],
      ['thunderbird/config.xml.hbs', '<a>{{domain}}', '', 'not well-formed'],
      ['apple/payload.mobileconfig.hbs', '<dict>', '', 'not well-formed'],
      ['nine/nine-work.json.hbs', '{"a": 1,}', '', 'not well-formed'],
      ['outlook/account.prf.hbs', '; déjà\n', '', 'cannot be written in ASCII'],
      ['overview/index.html.hbs', '{{#each devices}}\n{{nam}}{{/each}}', ':2', 'did you mean name?'],
      ['server/home.html.hbs', '<p>{{hedding}}</p>', ':1', 'the context has no “hedding”'],
      ['server/mobilesync.xml.hbs', '<a>{{urll}}</a>', ':1', 'did you mean url?'],
      ['onboarding/said.html.hbs', '<p>\n{{nothing}}</p>', ':2', 'the context has no “nothing”: It has'],
    ] as const;
    const { code, err, folder, bundle } = await generate(Object.fromEntries(wrong));
    expect(code).toBe(2);
    const lines = err.split('\n');
    expect(lines).toHaveLength(wrong.length);
    for (const [name, , place, remedy] of wrong) {
      const line = lines.find((each) => each.startsWith(`${join(folder, name)}${place}  `));
      expect(line, name).toContain(remedy);
    }
    expect(existsSync(bundle)).toBe(false);
  });

  test('a partial that leaves a tag open is told where one of ours includes it', async () => {
    const { code, err } = await generate({ 'page/top.html.hbs': '<p title="' });
    expect(code).toBe(2);
    expect(err).toMatch(/^templates\/\S+\.html\.hbs:\d+:\d+ {2}/);
  });

  test('a file that is not UTF-8', async () => {
    const { code, err } = await generate({ 'neomutt/account.muttrc.hbs': Buffer.from([0x23, 0xe9, 0x0a]) });
    expect(code).toBe(2);
    expect(err).toContain('save it as UTF-8');
  });

  test('every one of a run, each once', async () => {
    const { err, folder } = await generate({
      'outlook/account.prf.hbs': '[{{address}}]\n',
      'linux/done.sh.hbs': 'echo "{{done}}"\n',
    });
    const lines = err.split('\n');
    expect(lines.filter((line) => line.startsWith(join(folder, 'outlook/account.prf.hbs:1:2  ')))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(join(folder, 'linux/done.sh.hbs:1:7  ')))).toHaveLength(1);
  });

  test('in French too, and as data', async () => {
    const { err, out } = await generate({ 'outlook/account.prf.hbs': '\na={{{address}}}' }, '--lang', 'fr', '--json');
    expect(err).toContain('une sortie brute est interdite');
    const { problems } = JSON.parse(out) as { problems: unknown[] };
    expect(problems).toEqual([expect.objectContaining({ code: 'template.raw', line: 2, column: 3 })]);
  });

  test('a folder that is not there, or has nothing in it', async () => {
    const folder = temporaryFolder();
    await expect(loadTemplates(join(folder, 'none'))).rejects.toThrow('cannot be read (ENOENT)');
    await expect(loadTemplates(folder)).rejects.toThrow('has no template');
    expect(templateFiles(join(folder, 'none'))).toEqual([]);
    symlinkSync('.', join(folder, 'itself'));
    await expect(loadTemplates(folder)).rejects.toThrow('cannot be read (ELOOP)');
    expect(templateFiles(folder)).toEqual([]);
  });
});
