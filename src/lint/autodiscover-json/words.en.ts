import { source } from '../../words/words.ts';

export const en = source({
  'v2-not-well-formed': {
    says: 'this is no JSON that can be read: {detail}',
    remedy: 'mend it at this place',
  },
  'v2-members': {
    says: 'there is no text under {name}',
    remedy: 'write Protocol and Url, each with a text; capitals count',
  },
  'v2-url': {
    says: 'the address is none with https, or holds a user name',
    remedy: 'write one that begins with https:// and a host',
  },
  'v2-error': {
    says: 'the server answers with the error {code}',
    remedy: 'ask for AutodiscoverV1, and look at the server',
  },
});
