#!/usr/bin/env node
import { languageOfLocale } from '../i18n/index.ts';
import { run } from './run.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = await run(process.argv.slice(2), {
  language: languageOfLocale(LC_ALL || LC_MESSAGES || LANG),
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
});
