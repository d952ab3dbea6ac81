import { type ClientConfigFile, clientConfigOf } from '../../read/client-config-file.ts';
import type { Content } from '../../read/content.ts';
import { readXmlTree, type XmlDocument, type XmlElement, type XmlFault } from '../../read/xml-tree.ts';

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

/** A document type that brings nothing: programs pass over it. One with declarations is read no further. */
const BARE_DOCTYPE = /<!DOCTYPE\s[^[<>]*>/;

export function configFacts(content: Content): ConfigFacts {
  const whole = readXmlTree(content.text ?? '', [BARE_DOCTYPE]);
  if (whole.kind === 'fault') return { content, xml: whole, config: undefined, beyond: undefined };
  const { root, beyond } = withFewServers(whole.root);
  return { content, xml: { ...whole, root }, config: clientConfigOf(root), beyond };
}

/** The file without the servers that are too many. */
function withFewServers(root: XmlElement): { root: XmlElement; beyond: number | undefined } {
  let count = 0;
  let beyond: number | undefined;
  const kept = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.filter(({ name, at }) => {
      if (name !== 'incomingServer' && name !== 'outgoingServer') return true;
      count += 1;
      if (count > MOST_SERVERS) beyond ??= at;
      return count <= MOST_SERVERS;
    }),
  });
  const children = root.children.map((child) => (child.name === 'emailProvider' ? kept(child) : child));
  return count <= MOST_SERVERS ? { root, beyond } : { root: { ...root, children }, beyond };
}
