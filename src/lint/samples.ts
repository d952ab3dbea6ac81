import type { Circumstances } from './kind.ts';
import { sampleRoot } from './signing/signed-samples.ts';

/** In what the samples of rules are judged, so that they say the same on any day. */
export const sampleCircumstances: Circumstances = {
  now: new Date('2026-11-01T12:00:00Z'),
  roots: () => [Uint8Array.from(atob(sampleRoot), (letter) => letter.charCodeAt(0))],
};
