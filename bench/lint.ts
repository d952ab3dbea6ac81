import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFor } from '../src/clients/client.ts';
import { planPayload } from '../src/clients/thunderbird-android/payload.ts';
import { isProblem } from '../src/errors.ts';
import { judge } from '../src/lint/judgement.ts';
import { kindIds } from '../src/lint/kinds.ts';
import { signedSamples } from '../src/lint/signing/signed-samples.ts';
import { parseProfile } from '../src/profile/file.ts';
import { readAccountrc } from '../src/read/accountrc-file.ts';
import { type Content, contentOf } from '../src/read/content.ts';
import { type KindId, kindOf } from '../src/read/file-kind.ts';
import { readGlibKeyFile } from '../src/read/glib-key-file.ts';
import { readJsonTree } from '../src/read/json-tree.ts';
import { readKeyFile } from '../src/read/key-file.ts';
import { readMbsyncrc } from '../src/read/mbsyncrc.ts';
import { readMsmtprc } from '../src/read/msmtprc.ts';
import { readMuttrc } from '../src/read/muttrc.ts';
import { isMarkup, isPng } from '../src/read/png.ts';
import { readPrf } from '../src/read/prf-file.ts';
import { readPropertyList } from '../src/read/property-list.ts';
import { readQrPicture } from '../src/read/qr-picture.ts';
import { readRegistryText } from '../src/read/registry-file.ts';
import { readSignedContent } from '../src/read/signed-content.ts';
import { readXmlTree } from '../src/read/xml-tree.ts';
import { fixtures, root } from '../test/fixtures.ts';
import { bundleOf } from '../test/made.ts';
import { median, row } from './figures.ts';

/*
 * `npm run bench:lint`: files judged a second, on one core, against reading them alone (decoding and parsing) in the same run. The files are those that Facteur writes for the
 * accounts of its tests, by their kind. Rounds of both sides alternate; a figure is the median of the rounds, because machines differ and are noisy: read the ratios.
 */
const GOAL = 0.5;
const ROUNDS = 9;
/** Milliseconds of processor time of one side in a round, and files of a kind. */
const SLICE = 60;
/**
 * Files, or milliseconds where that is less, of each side before the first round: what rules are made of is compiled later than a reader, which has done the kinds before
 * already (a clientConfig took 830 µs at first, and 330 after 8 000 of them).
 */
const WARMING = { files: 10_000, milliseconds: 4_000 } as const;
const MOST = 20;

const xml = ({ text = '' }: Content) => readXmlTree(text);
/** What reading alone is. A kind that has no line here is told of, and not measured. */
const readers: Readonly<Partial<Record<KindId, (content: Content) => unknown>>> = {
  'client-config': xml,
  k9s: xml,
  autodiscover: xml,
  mobileconfig: listIn,
  'autodiscover-v2': ({ text = '' }) => readJsonTree(text),
  pacc: ({ text = '' }) => readJsonTree(text),
  qr: ({ bytes, text = '' }) => (isPng(bytes) || isMarkup(text) ? readQrPicture(bytes, text) : readJsonTree(text)),
  source: ({ text = '' }) => readGlibKeyFile(text),
  accountrc: ({ text = '' }) => readAccountrc(text),
  aerc: ({ text = '' }) => readKeyFile(text),
  muttrc: ({ text = '' }) => readMuttrc(text),
  msmtprc: ({ text = '' }) => readMsmtprc(text),
  mbsyncrc: ({ text = '' }) => readMbsyncrc(text),
  reg: readRegistryText,
  prf: ({ text = '' }) => readPrf(text),
  profile: ({ bytes }) => parseProfile(bytes, 'bench.yaml'),
};

/** What a signature is around is read as well; whether it holds is for lint to say. */
function listIn({ bytes, text }: Content): unknown {
  if (text !== undefined) return readPropertyList(text);
  const signed = readSignedContent(bytes);
  if (signed.kind === 'fault' || signed.content === undefined) throw new Error('no sample');
  return readPropertyList(contentOf('bench', signed.content).text ?? '');
}

/** Kinds that are named on the command line; none: all. */
const only = process.argv.slice(2);

interface Samples {
  readonly kind: KindId;
  readonly files: Uint8Array[];
}

const samples = new Map<string, Samples>();
for (const { account } of fixtures()) {
  for (const { bytes } of bundleOf(account).artifacts) add(bytes());
  const plan = planFor(planPayload, account);
  if (!isProblem(plan)) add(new TextEncoder().encode(plan.payload));
}
add(readFileSync(join(root, 'profiles/universite.yaml')));
add(Buffer.from(signedSamples.good, 'base64'));

console.log(`Files judged, against files read (goal: at least ${GOAL} ×)`);
row('', 'bytes', 'read/s', 'judged/s', 'ratio');
for (const [name, { kind, files }] of samples) {
  if (only.length > 0 && !only.includes(kind)) continue;
  const read = readers[kind];
  if (read === undefined) {
    row(name, 'no reader named');
    continue;
  }
  const sides: readonly ((file: Uint8Array) => unknown)[] = [
    (file) => read(contentOf('bench', file)),
    (file) => judge(contentOf('bench', file)),
  ];
  for (const work of sides) await perSecond(files, work, WARMING.milliseconds, WARMING.files);
  const rates: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [side, work] of sides.entries()) rates[side]?.push(await perSecond(files, work));
  const [reads = 1, judges = 0] = rates.map(median);
  const bytes = Math.round(files.reduce((sum, { length }) => sum + length, 0) / files.length);
  const ratio = judges / reads;
  const verdict = ratio >= GOAL ? '' : ' BELOW';
  row(name, String(bytes), reads.toFixed(0), judges.toFixed(0), `${ratio.toFixed(2)} ×${verdict}`);
}

console.log('\nA file of 100 MB, refused by the built program (goal: under a second, and under 100 MB of memory)');
const folder = mkdtempSync(join(tmpdir(), 'facteur-bench-'));
const huge = join(folder, 'huge.xml');
writeFileSync(huge, '<clientConfig>');
truncateSync(huge, 100_000_000);
// What the process has had at most, told at its end.
const told = 'data:text/javascript,process.on("exit",()=>console.error("\\n"+process.resourceUsage().maxRSS))';
const start = performance.now();
const { status, stderr } = spawnSync(
  process.execPath,
  ['--import', told, join(root, 'dist/cli/main.js'), 'lint', huge],
  { encoding: 'utf8' },
);
const seconds = (performance.now() - start) / 1000;
const memory = Number(stderr.trim().split('\n').at(-1)) / 1000;
row(`exit code ${status}`, `${seconds.toFixed(2)} s`, `${memory.toFixed(0)} MB`, memory < 100 ? '' : 'ABOVE');
rmSync(folder, { recursive: true });

function add(file: Uint8Array): void {
  const content = contentOf('bench', file);
  const kind = kindOf(content);
  if (kind === undefined || !kindIds.includes(kind)) return;
  const drawn = kind === 'qr' && isMarkup(content.text ?? '');
  const signed = kind === 'mobileconfig' && content.text === undefined;
  const form = isPng(file) ? 'picture' : drawn ? 'drawing' : signed ? 'signed' : undefined;
  const name = form === undefined ? kind : `${kind} (${form})`;
  const { files } = samples.get(name) ?? { files: [] };
  if (files.length < MOST) samples.set(name, { kind, files: [...files, file] });
}

/** How many of the files are worked on in a second. */
async function perSecond(
  files: readonly Uint8Array[],
  work: (file: Uint8Array) => unknown,
  slice = SLICE,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const from = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  let count = 0;
  while (count < files.length || (count < most && spent() < slice)) {
    await work(files[count % files.length] as Uint8Array);
    count += 1;
  }
  return (count * 1000) / spent();
}
