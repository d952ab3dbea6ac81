import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptContext, scriptWords } from '../../../src/clients/linux/script.ts';
import type { Account } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile, root } from '../../fixtures.ts';
import { templates } from '../../render/fill.ts';

/* The smallest scripts that use what all scripts for Linux share: those of a program that reads ~/.toyrc or, without that file, toyrc of its other folder. */
const folder = join(root, 'templates/linux');
const partials = Object.fromEntries(
  readdirSync(folder).map((file) => [
    `linux/${file.slice(0, -'.hbs'.length)}`,
    readFileSync(join(folder, file), 'utf8'),
  ]),
);
const fill = templates('sh', {
  ...partials,
  'toy/install.sh': `#!/bin/sh
{{> linux/begin.sh}}
{{> linux/config-home.sh}}
{{> linux/files.sh}}
{{> linux/block.sh}}
{{> linux/running.sh}}
{{> toy/places.sh}}
if is_running {{program}}; then refuse {{program}} {{running}}; fi
printf 'word %s\\naccount %s\\n' {{word}} {{account}} >"$work/new"
put_block own "$config/toy/"{{account}} "$work/new"
main=$HOME/.toyrc
if [ ! -e "$main" ] && [ ! -L "$main" ] && [ -e "$config/toyrc" ]; then main=$config/toyrc; fi
places put_block main "$main" "$work/new"
install
`,
  'toy/places.sh': `places() {
  "$@" "$HOME/.toyrc" "$config/toyrc"
}
`,
  'toy/remove.sh': `#!/bin/sh
{{> linux/begin.sh}}
{{> linux/files.sh}}
{{> linux/config-home.sh}}
{{> linux/block.sh}}
{{> toy/places.sh}}
has_ours() {
  grep -qxF 'account '{{account}}
}
drop_block own "$config/toy/"{{account}}
places drop_block main
places leave_none main has_ours
remove
`,
});

const profile = makeProfile({});
export const [one, two] = ['one', 'two'].map(
  (local) => resolve({ address: `${local}@example.org` }, [profile]).account,
) as [Account, Account];

/** Places a file of the account's own, and our part of the file that the program reads. */
export function installer(account: Account, word = 'one', program = 'no-such-program'): string {
  return fill('toy/install.sh')({
    ...scriptContext('toy', account, 'en'),
    word,
    program,
    running: scriptWords('en').running({ program }),
  });
}

/** Takes both away. */
export function remover(account: Account): string {
  return fill('toy/remove.sh')(scriptContext('toy', account, 'en'));
}
