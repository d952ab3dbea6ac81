import { childrenNamed, type XmlElement } from './xml-tree.ts';

/*
 * A clientConfig file (Mozilla's autoconfiguration 1.1) as it stands: every value with its place, repeated ones too, and nothing put right. What each program makes of it is
 * not known here.
 */

/** A server element. */
export interface ConfigServer {
  readonly element: XmlElement;
  readonly direction: 'incoming' | 'outgoing';
  /** Which of all servers it is, from 1. */
  readonly number: number;
  /** Its attribute, as it stands; `''` where it has none. */
  readonly type: string;
  /** The first child of each name. */
  readonly children: ReadonlyMap<string, XmlElement>;
}

export interface ClientConfigFile {
  readonly root: XmlElement;
  readonly providers: readonly XmlElement[];
  /** Those of the first provider, in the order of the file. */
  readonly servers: readonly ConfigServer[];
  readonly domains: readonly XmlElement[];
}

/** Finds the parts of a clientConfig. The root may have any name: whoever judges looks. */
export function clientConfigOf(root: XmlElement): ClientConfigFile {
  const providers = childrenNamed(root, 'emailProvider');
  const [provider] = providers;
  return {
    root,
    providers,
    domains: provider === undefined ? [] : childrenNamed(provider, 'domain'),
    servers: provider === undefined ? [] : serversIn(provider),
  };
}

/** The servers of a provider, in the order of the file. */
export function serversIn(provider: XmlElement): ConfigServer[] {
  const elements = provider.children.filter(({ name }) => Object.hasOwn(directions, name));
  return elements.map((element, index) => ({
    element,
    direction: directions[element.name as keyof typeof directions],
    number: index + 1,
    type: element.attributes.type ?? '',
    children: firstOfEach(element),
  }));
}

const directions = { incomingServer: 'incoming', outgoingServer: 'outgoing' } as const;

function firstOfEach({ children }: XmlElement): ReadonlyMap<string, XmlElement> {
  const first = new Map<string, XmlElement>();
  for (const child of children) if (!first.has(child.name)) first.set(child.name, child);
  return first;
}

/** The first child of this name. */
export function childOf({ children }: Pick<ConfigServer, 'children'>, name: string): XmlElement | undefined {
  return children.get(name);
}

/** What stands in the first child of this name, without white space around it. */
export function textOf(server: Pick<ConfigServer, 'children'>, name: string): string | undefined {
  return server.children.get(name)?.text.trim();
}
