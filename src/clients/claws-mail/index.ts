import { defineClient } from '../client.ts';
import { guides } from './guides.ts';

/** Claws Mail on Linux. */
export const clawsMail = defineClient({
  id: 'claws-mail',
  title: 'Claws Mail',
  devices: ['linux'],
  formats: [],
  guides,
});
