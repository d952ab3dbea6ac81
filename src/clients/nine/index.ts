import { offersActiveSync, planPasswordOnly } from '../active-sync.ts';
import { defineClient, planned } from '../client.ts';
import { words } from './words.ts';

/**
 * Nine Work, for Exchange ActiveSync (com.ninefolders.hd3.work, the edition for managed devices). 9Folders' help (15362) names the keys of the service,
 * and that a person has a user name apart from the address; the names of these two keys are from no page that we have read. It wants a boolean as a text (15612).
 */
export const nine = defineClient({
  id: 'nine',
  title: 'Nine Work',
  devices: ['android'],
  words,
  formats: [
    planned(planPasswordOnly('Nine Work'), [
      {
        id: 'managed',
        template: 'nine/nine-work.json',
        mediaType: 'application/json',
        audience: 'admin',
        support: [{ product: 'Nine Work', evidence: 'unverified' }],
        purpose: ({ words }) => words.managed,
        applies: offersActiveSync,
        fileName: () => 'nine-work.json',
        context: ({ plan }) => plan,
      },
    ]),
  ],
});
