import { generateProfiles } from './profiles.ts';
import { generateSamples } from './samples.ts';
import { generateTemplates } from './templates.ts';

// `npm run generate`: the sources that are made of templates/, profiles/ and test/accounts/. Types, tests and the build need them.
generateTemplates();
await generateProfiles();
generateSamples();
