import { defineClient } from '../client.ts';
import { guides } from './guides.ts';

/** Evolution, the mail program of GNOME. */
export const evolution = defineClient({
  id: 'evolution',
  title: 'Evolution',
  devices: ['linux'],
  formats: [],
  guides,
});
