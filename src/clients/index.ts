import { android } from './android/index.ts';
import { apple } from './apple/index.ts';
import type { Client } from './client.ts';
import { outlook } from './outlook/index.ts';
import { thunderbird } from './thunderbird/index.ts';
import { thunderbirdAndroid } from './thunderbird-android/index.ts';

/** Every client that Facteur knows, in the order in which people are told of them. A new client is one line here. */
export const clients: readonly Client[] = [outlook, apple, thunderbird, thunderbirdAndroid, android];
