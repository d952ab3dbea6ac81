import { either } from './text.ts';
import { source } from './words.ts';

/** What may be wrong with a run over many people. */
export const en = source({
  'many.twice': either(
    'where',
    'row {row} ({where}) has this mailbox already: remove one of the two',
    'row {row} has this mailbox already: remove one of the two',
  ),
  'many.one-login': either(
    'where',
    'row {row} ({where}) has the login {login} too, and a login opens one mailbox: correct it, or remove one of the two',
    'row {row} has the login {login} too, and a login opens one mailbox: correct it, or remove one of the two',
  ),
  'many.nobody':
    'has nobody in it, which is most likely a fault of what gives the list, so nothing is done and nobody counts as gone: look whether it has rows',
  'many.workers': '--workers {value} is no number of threads: write auto, or a number from 0 to 64',
  'many.differs': 'what is there was made of other values: replace it with --update',
  'many.nothing': 'nothing could be made for the clients asked for',
  'many.worker-died': 'a worker died over this person, twice: report it with what is special about them',
  'many.shard': '--shard {value} is not one of several parts: write, say, --shard 2/4 for the second of four',
  'many.number': '{option} {value} is no number that fits there: write one from {least} to {most}',
  'many.whom': '--from has the people: leave out {option}, which names somebody or says something of one person',
  'many.only-from': '{option} is for many people: name their list with --from',
  'many.archives': '--zip-per-person writes a ZIP for each person into a folder: name one with --out',
  'many.no-journal': '{path} should be the journal of Facteur and is something else: move it, or choose another --out',
  'many.other-source':
    '{path} is the journal of another list of people ({there}, not {here}): choose another --out; or move it away, with the ZIP files beside it if there are some, and everything is made or compared anew',
  'many.other-profiles': either(
    'there',
    '{path} is the journal of a run with another --profile ({there}): name that again, or choose another --out',
    '{path} is the journal of a run without --profile: leave it out, or choose another --out',
  ),
  'many.other-layout':
    '{path} is the journal of a run that wrote its files in another way (with or without --zip-per-person): call it as then, or choose another --out',
  'many.other-shard': '{path} is the journal of another --shard: call it as then, or choose another --out',
  'many.journal': '{path}, the journal, cannot be used ({reason}): give the right to write it, or choose another --out',
  'many.part': '{path} cannot be read as a ZIP of Facteur: move it, and it is made again',
  'many.damaged':
    'the files of {folder} in {path} are damaged, and the list does not have what they were made of: put a sound copy of the ZIP there, or move it away, and all in the list are made again',
  'many.remade': 'files in {path} were damaged and are made again: {folders}',
  'many.foreign-zip': '{path} is there and is none of the ZIP files of such a run: move it, or choose another --out',
  'many.unknown-zip':
    '{path} holds people of whom the journal knows nothing, and would be replaced: move it away, put the journal that belongs to it back, or choose another --out',
  'many.busy': 'another run is at work in {path}: wait for its end, or choose another --out',
});
