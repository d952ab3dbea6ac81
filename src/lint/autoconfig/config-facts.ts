import type { ClientConfigFile } from '../../read/client-config-file.ts';
import type { Content } from '../../read/content.ts';
import type { XmlDocument, XmlFault } from '../../read/xml-tree.ts';

/** What the rules of a clientConfig look at. */
export interface ConfigFacts {
  readonly content: Content;
  readonly xml: XmlDocument | XmlFault;
  /** `undefined`: the XML cannot be read, and one rule says why. */
  readonly config: ClientConfigFile | undefined;
  /** Where the servers begin that nobody looks at any more. */
  readonly beyond: number | undefined;
}

/** More servers than these are in no real file (of Mozilla's database none has more than 7); what rules cost grows faster than their number. */
export const MOST_SERVERS = 100;
