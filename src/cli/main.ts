#!/usr/bin/env node

import { texts } from '../words/index.ts';
import { languageOfLocale } from '../words/languages.ts';
import { run } from './run.ts';
import { exitCode } from './terminal.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language = languageOfLocale(LC_ALL || LC_MESSAGES || LANG);

let unwritten = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    // Who reads the answer may stop before its end (`facteur clients | head`); that is no mistake.
    if (code === 'EPIPE') return;
    if (!unwritten && stream === process.stdout)
      process.stderr.write(`${texts(language).cli.unwritten({ reason: code })}\n`);
    unwritten = true;
    process.exitCode = exitCode.badInput;
  });
}

const attended = process.stdin.isTTY === true && process.stderr.isTTY === true;
const code = await run(process.argv.slice(2), {
  language,
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY === true && { bar: process.stderr }),
  ...(attended
    ? {
        ask: async (question) => (await import('./ask.ts')).ask(question),
        askSecret: async (message) => (await import('./ask.ts')).askSecret(message),
      }
    : { unattended: true }),
});
process.exitCode = unwritten ? exitCode.badInput : code;
