import type { Device } from './account.ts';

/** Those that a code is scanned with, and not read from. */
export const PHONES: readonly Device[] = ['android', 'ios'];

/** Is it for phones alone? */
export function forPhones(devices: readonly Device[]): boolean {
  return devices.every((device) => PHONES.includes(device));
}
