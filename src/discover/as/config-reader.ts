import type { ConfigFacts } from '../../lint/autoconfig/config-facts.ts';
import type { View } from '../../lint/kind.ts';
import { configIn } from './config-file.ts';
import { saidByView, unusable } from './config-said.ts';
import { withoutDocumentType } from './document-type.ts';
import { failureOf, type PlaceVerdict } from './file-places.ts';
import type { Reached } from './follow.ts';
import type { Diary } from './look-up.ts';
import { type Remark, remark } from './words.ts';

/** How a program reads a clientConfig that it has fetched. */
export interface ConfigManners {
  readonly view: (facts: ConfigFacts) => View | undefined;
  /** Its variables, replaced. */
  readonly fill: (text: string) => string;
  /** The status is not looked at. */
  readonly anyStatus?: boolean;
  /** Whatever is XML for it ends the search. */
  readonly whole?: boolean;
  /** What it does with an answer that it cannot use. */
  readonly useless?: (facts: ConfigFacts) => { readonly use: 'stop' | 'next'; readonly got?: Remark };
}

export function readConfig(
  diary: Diary,
  reached: Reached,
  { view, fill, anyStatus = false, whole = false, useless = () => ({ use: 'next' }) }: ConfigManners,
): PlaceVerdict<View> {
  const failure = failureOf(reached);
  if (reached.status !== 'answered' || (failure !== undefined && !anyStatus))
    return { use: 'next', got: failure ?? remark('got-empty', {}) };
  const facts = configIn(reached.body, (text) => withoutDocumentType(text).text);
  const found = view(facts);
  // Of a page for people it is of no matter how the program reads it, unless that ends its search.
  if (found === undefined && (whole || /<(?:incoming|outgoing)server/i.test(facts.content.text ?? '')))
    diary.doubt(remark('doubt-unread', {}));
  if (found !== undefined && found.outcome !== 'refuses') return { use: 'take', found, got: saidByView(found, fill) };
  if (failure !== undefined) return { use: 'next', got: failure };
  const { use, got } = useless(facts);
  return { use, got: got ?? unusable(facts) };
}
