import type { ClientConfigFile } from '../../read/client-config-file.ts';
import type { Content } from '../../read/content.ts';
import type { XmlDocument, XmlFault } from '../../read/xml-tree.ts';

/** What the rules of a clientConfig look at. */
export interface ConfigFacts {
  readonly content: Content;
  readonly xml: XmlDocument | XmlFault;
  /** `undefined`: the XML cannot be read, and one rule says why. */
  readonly config: ClientConfigFile | undefined;
}
