import { source } from '../../words/words.ts';

export const en = source({
  place: 'the end of ~/.mbsyncrc, behind an empty line',
  script: {
    folderTaken:
      'this folder has messages of another program, and mbsync would send them all to the server: move it away, then start again; nothing has been changed',
  },
});
