import { manyTexts } from './many-flags.ts';

/** Options of every command. */
export const GENERAL = ['lang', 'json', 'quiet', 'help', 'version'] as const;

export const COMMANDS = [
  'generate',
  'explain',
  'serve',
  'clients',
  'init',
  'lint',
  'import',
  'dns',
  'discover',
  'publish',
  'check',
] as const;

/** Options that have one value. */
export const SINGLE = [
  'out',
  'name',
  'login',
  'role',
  'lang',
  'templates',
  'for',
  'attribute',
  'as',
  'format',
  'server',
  'ttl',
  'autodiscover',
  'watch',
  'metrics-port',
  'metrics-host',
  ...manyTexts,
] as const;
