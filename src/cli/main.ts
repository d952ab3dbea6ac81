#!/usr/bin/env node
import { languageOfLocale } from '../i18n/index.ts';
import { run } from './run.ts';

// Who reads the answer may stop before its end (`facteur clients | head`); that is no mistake.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = await run(process.argv.slice(2), {
  language: languageOfLocale(LC_ALL || LC_MESSAGES || LANG),
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
});
