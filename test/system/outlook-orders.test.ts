import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolve } from '../../src/resolve/resolve.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { run, scriptIn, unpack } from './outlook-files.ts';
import { has } from './programs.ts';
import { makeWine, OFFICE, type State, type Wine } from './wine.ts';

/*
 * install.cmd and remove.cmd of three accounts, two of one domain, in seeded orders, also cut off before any of the commands that change something, and with our folder lost
 * in between: once all are removed, everything is as before.
 */
const cnrs = (address: string) => resolve({ address, login: 'x.y@ods.services' }, [readProfile('cnrs')]).account;
const accounts = {
  nom: cnrs('nom@cnrs.fr'),
  prenom: cnrs('prenom.nom@cnrs.fr'),
  elsewhere: resolve({ address: 'nom@example.org' }, [makeProfile({})]).account,
} as const;
type Who = keyof typeof accounts;

/** What a person, or the end of the power, does. `cut`: before which changing command the script ends; 0: before none. */
type Step = { readonly script: 'install' | 'remove'; readonly who: Who; readonly cut: number } | 'lose the folder';

interface Moment {
  readonly registry: State;
  /** A copy of our folder, and what is in it. */
  readonly copy: string;
  readonly files: readonly string[];
}

const who = fc.constantFrom<Who>('nom', 'nom', 'prenom', 'elsewhere');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ script: fc.constant('install' as const), who, cut: fc.constant(0) }) },
  { weight: 3, arbitrary: fc.record({ script: fc.constantFrom('install', 'remove'), who, cut: fc.nat(14) }) },
  { weight: 1, arbitrary: fc.constant('lose the folder' as const) },
);

const BEGINNINGS = {
  'an Outlook that is used': `[${OFFICE}\\16.0\\Outlook\\AutoDiscover]
"PreferLocalXML"=dword:00000000

[${OFFICE}\\16.0\\Outlook\\Setup]
"First-Run"=hex:01,02

[${OFFICE}\\16.0\\Outlook\\Profiles\\Outlook]

[${OFFICE}\\15.0]
`,
  'no Office at all': '',
} as const;

/** What changes something, as our scripts write it. */
const CHANGES = /reg\.exe" (?:add|delete) |^(?:copy|move|del|rmdir|if not exist .* mkdir) |attrib\.exe" /;

describe.skipIf(!has('wine'))('in wine', () => {
  let wine: Wine;
  const folders = new Map<Who, string>();
  /** What a step made of a moment: the scripts start some fifty programs each, so the same step is taken once. */
  const known = new Map<string, Moment>();
  let copies = 0;

  beforeAll(() => {
    wine = makeWine();
    for (const each of ['nom', 'prenom', 'elsewhere'] as const) {
      const folder = unpack(wine, accounts[each], each);
      folders.set(each, folder);
      for (const script of ['install', 'remove'])
        writeFileSync(join(folder, `cut-${script}.cmd`), cutting(folder, script), 'latin1');
    }
  });
  afterAll(() => wine?.remove());

  describe.each([
    ['an Outlook that is used', 6],
    ['no Office at all', 1],
  ] as const)('all is as before after the removals: %s', (beginning, numRuns) => {
    let start: Moment;
    beforeAll(() => {
      rmSync(join(wine.localData, 'Facteur'), { recursive: true, force: true });
      restore(BEGINNINGS[beginning]);
      start = look();
    });

    const orders = fc.tuple(
      fc.array(step, { minLength: 2, maxLength: 4 }),
      fc.shuffledSubarray<Who>(['nom', 'prenom', 'elsewhere'], { minLength: 3 }),
    );
    test.each(fc.sample(orders, { seed: 2026, numRuns }).map((order) => [told(order), ...order] as const))(
      '%s',
      (_, steps, removals) => {
        const last = removals.reduce(
          (moment, each) => after(moment, { script: 'remove', who: each, cut: 0 }),
          steps.reduce(after, start),
        );
        expect([last.registry.text, last.files]).toEqual([start.registry.text, start.files]);
      },
    );
  });

  test('a script is cut off where it should be', () => {
    restore('');
    const { status } = runCut('nom', 'install', 5);
    expect([status, look().registry.keys]).toEqual([9, ['HKEY_CURRENT_USER\\Software\\Facteur-Outlook']]);
  });

  function after(moment: Moment, step: Step): Moment {
    const key = JSON.stringify([moment.registry.text, moment.files, step]);
    const made = known.get(key) ?? take(moment, step);
    known.set(key, made);
    return made;
  }

  function take({ registry, copy }: Moment, step: Step): Moment {
    const folder = join(wine.localData, 'Facteur');
    rmSync(folder, { recursive: true, force: true });
    if (existsSync(copy)) cpSync(copy, folder, { recursive: true });
    restore(registry.text.replaceAll('\r\n', '\n'));
    if (step === 'lose the folder') rmSync(folder, { recursive: true, force: true });
    else runCut(step.who, step.script, step.cut);
    return look();
  }

  function runCut(who: Who, script: string, cut: number) {
    const name = cut === 0 ? script : `cut-${script}`;
    return run(wine, folders.get(who) ?? '', `${name}.cmd`, '/quiet', ...(cut === 0 ? [] : [String(cut)]));
  }

  function restore(text: string): void {
    wine.merge(`[-${OFFICE}]\n\n[-HKEY_CURRENT_USER\\Software\\Facteur-Outlook]\n\n${text}`);
  }

  function look(): Moment {
    const folder = join(wine.localData, 'Facteur');
    copies += 1;
    const copy = join(wine.drive, 'copies', String(copies));
    const there = existsSync(folder);
    if (there) cpSync(folder, copy, { recursive: true });
    const files = there ? readdirSync(folder, { recursive: true }).map(String).sort() : ['no folder'];
    return { registry: wine.state(), copy, files };
  }
});

/** The script, ending as if the power went before the command whose number is its second argument. */
function cutting(folder: string, script: string): string {
  const lines = readFileSync(join(folder, scriptIn(folder, `${script}.cmd`)), 'latin1').split('\r\n');
  const cut = ['set /a commands+=1 >nul', 'if "%commands%"=="%cut%" exit 9'];
  const text = lines.flatMap((line) => (CHANGES.test(line) ? [...cut, line] : [line]));
  return [
    '@set "cut=%~2"',
    '@set commands=0',
    ...text.map((line) => line.replace('if not "%~2"=="" set "misread=1"', 'rem')),
  ].join('\r\n');
}

function told([steps, removals]: readonly [readonly Step[], readonly Who[]]): string {
  const words = steps.map((step) =>
    typeof step === 'string' ? step : `${step.script} ${step.who}${step.cut === 0 ? '' : ` cut before ${step.cut}`}`,
  );
  return [...words, ...removals.map((who) => `remove ${who}`)].join(', ');
}
