import { source } from './words.ts';

export const en = source({
  evidence: {
    tested: 'tested here with {products}',
    documented: 'documented for {products}',
    reported: 'reported to work: {products}',
    unverified: 'nobody has checked: {products}',
    refused: 'does not work: {products}',
  },
  devices: {
    windows: 'Windows',
    macos: 'Mac',
    linux: 'Linux',
    android: 'Android',
    ios: 'iPhone and iPad',
  },
});
