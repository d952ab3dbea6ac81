import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatsFor, making, preparedText } from '../src/artifacts/render.ts';
import { makeBundle } from '../src/bundle/bundle.ts';
import { makeGuides } from '../src/bundle/guides.ts';
import { makeKit } from '../src/bundle/kit.ts';
import { clients } from '../src/clients/index.ts';
import { isProblem } from '../src/errors.ts';
import { ordinarily } from '../src/prepare/prepared.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { manifestOf } from '../src/sinks/manifest.ts';
import { notations } from '../src/template/notation.ts';
import { notationOf, template } from '../src/template/templates.ts';
import { fillings } from '../test/filled.ts';
import { fixture, readProfile, root } from '../test/fixtures.ts';
import { renderFormat } from '../test/made.ts';
import { byHand } from './by-hand.ts';
import { measure, median, medians, milliseconds, perSecond, row } from './figures.ts';

/*
 * `npm run bench`. Each figure stands beside a limit measured in the same run, because machines differ and are noisy: read the ratios.
 * Rounds of both sides alternate; a figure is the median of the rounds. esbuild makes one file of this first, as it does of the product: tsx would have every function
 * that is made inside another told its name, which is a tenth of a bundle's time and nobody else's.
 */
const account = fixture('plain');
const ROUNDS = 15;
console.log(`Start-up, median of ${ROUNDS} (goal: at most 3 × node -e 0)`);
const out = mkdtempSync(join(tmpdir(), 'facteur-bench-'));
const program = join(root, 'dist/cli/main.js');
const start =
  (...args: string[]) =>
  () =>
    milliseconds(() => spawnSync(process.execPath, args));
const [bare = 0, ...commands] = medians([
  start('-e', '0'),
  start(program, '--version'),
  start(program, 'explain', 'prenom.nom@ods.services'),
  start(program, 'generate', 'prenom.nom@ods.services', '--force', '--out', out),
]);
rmSync(out, { recursive: true });
row('node -e 0', `${bare.toFixed(0)} ms`);
for (const [index, name] of ['--version', 'explain', 'generate (one person)'].entries()) {
  const time = commands[index] ?? 0;
  row(`facteur ${name}`, `${time.toFixed(0)} ms`, `${(time / bare).toFixed(2)} ×`);
}

console.log(
  '\nFiles, bytes included, and three of them against a function that is written by hand (goal: at least 0.5 ×)',
);
row('', 'everything', 'ratio', 'template', 'ratio');
for (const client of clients) {
  for (const format of client.formats(account.language)) {
    const name = `${client.id}/${format.id}`;
    // A copy each time: what a client has planned of an account it does not plan again.
    const everything = () => renderFormat(client, format, { ...account });
    try {
      everything();
    } catch {
      row(name, 'cannot carry this account');
      continue;
    }
    const write = byHand[name];
    if (!('template' in format) || write === undefined) {
      const [rate = 0] = medians([() => perSecond(everything)]);
      row(name, `${rate.toFixed(0)}/s`);
      continue;
    }
    const { encode } = notations[notationOf(format.template)];
    const context = format.context(account, (id) => making(client, account).quote(id));
    const hand = () => encode(write(context));
    const byTemplate = () => encode(template(format.template)(context));
    if (!everything().every(({ bytes }) => Buffer.from(bytes).equals(hand())))
      throw new Error(`${name}: bench/by-hand.ts does not give the same bytes`);
    const [all = 0, filled = 0, limit = 1] = medians(
      [everything, byTemplate, hand].map((side) => () => perSecond(side)),
    );
    const ratio = (rate: number) => [`${rate.toFixed(0)}/s`, `${(rate / limit).toFixed(2)} ×`];
    row(name, ...ratio(all), ...ratio(filled));
  }
}

/*
 * The limit of a bundle: its templates, each filled with a context that is ready, and encoded; a page for each of its files, and what a script quotes of another file once. A bundle is for
 * another person each time, as in a run for many.
 */
console.log(
  '\nBundles for many, one process (goals: 0.8 × of filling each template with a ready context; a small kit 0.16 ×)',
);
const profiles = [readProfile('cnrs')];
let people = 0;
const nextPerson = () => {
  people++;
  return resolve({ address: `prenom.nom${people}@cnrs.fr`, name: `Prénom Nom-${'abcdefghij'[people % 10]}` }, profiles)
    .account;
};
const bundle = () => {
  for (const { bytes } of makeBundle(nextPerson(), clients).artifacts) bytes();
};
const guides = makeGuides(profiles, clients);
/** What most people are given: each file, and the pages that lead to them. */
const kit = () => {
  const person = nextPerson();
  const folder = guides.folderFor(person);
  for (const { bytes } of makeKit(person, clients, { guides: folder && `../${folder}` }).artifacts) bytes();
};
const once = new Set<string>();
const ready = fillings(() => ordinarily(bundle)).filter(({ template: name, text }) => {
  const key = name.endsWith('.html') ? text : name;
  return once.size < once.add(key).size;
});
const fillReady = () => {
  for (const { template: name, context } of ready) notations[notationOf(name)].encode(template(name)(context));
};
const manifest = () => {
  const person = nextPerson();
  const { artifacts, leftOut } = makeBundle(person, clients);
  manifestOf(person, artifacts, leftOut);
};
const sides = {
  'each template filled': fillReady,
  'bundle, nothing prepared': () => ordinarily(bundle),
  bundle,
  'small kit': kit,
  'bundle with manifest, in memory': manifest,
};
for (let round = 0; round < 40; round++) for (const side of Object.values(sides)) side();
const measured = measure(Object.values(sides).map((side) => () => perSecond(side)));
for (const [index, name] of Object.keys(sides).entries()) {
  const rates = measured[index] ?? [];
  const ratios = rates.map((rate, round) => (measured[0]?.[round] ?? 0) / rate);
  row(name, `${median(rates).toFixed(0)}/s`, `${median(ratios).toFixed(2)} ×`);
}

console.log(
  '\nFormats that templates write and that are not prepared for accounts like this one (goal: those that refuse it)',
);
for (const client of clients)
  for (const format of formatsFor(client, account)) {
    if (!('template' in format) || format.applies?.(account) === false) continue;
    if (preparedText(client, format, nextPerson()) !== undefined) continue;
    const made = making(client, account).files(format);
    row(`${client.id}/${format.id}`, isProblem(made) ? made.code : 'goes the ordinary way');
  }

console.log(
  '\nBytes of a bundle (goal: a page for people at most 23 kB on average, codes apart; test/pages/bytes.test.ts)',
);
const written = makeBundle(account, clients).artifacts.map(({ path, audience, bytes }) => ({
  isPage: path.endsWith('.html') && audience === 'user',
  size: bytes().length,
}));
const total = written.reduce((sum, { size }) => sum + size, 0);
const pages = written.filter(({ isPage }) => isPage);
const inPages = pages.reduce((sum, { size }) => sum + size, 0);
row(
  'pages for people',
  `${pages.length}`,
  `${(inPages / 1000).toFixed(0)} kB`,
  `${(inPages / pages.length / 1000).toFixed(1)} kB each`,
);
row('all files', `${written.length}`, `${(total / 1000).toFixed(0)} kB`, `pages: ${(inPages / total).toFixed(2)} ×`);
