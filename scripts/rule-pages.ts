import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './generated.ts';
import { rulePages } from './rule-texts.ts';

/** Writes `docs/rules/`: a page for each rule of `facteur lint`, out of the table that judges (`npm run rule-docs`). */
const folder = join(root, 'docs/rules');
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of await rulePages()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
