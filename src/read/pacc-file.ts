import type { JsonNode } from './json-tree.ts';

/** A PACC document (draft-ietf-mailmaint-pacc) as it stands. */
export interface PaccFile {
  readonly root: JsonNode;
  readonly protocols: readonly PaccProtocol[];
}

export interface PaccProtocol {
  readonly name: string;
  /** Of its name. */
  readonly at: number;
  readonly node: JsonNode;
  readonly host: JsonNode | undefined;
  readonly url: JsonNode | undefined;
}

/** Finds the parts of a document. */
export function paccOf(root: JsonNode): PaccFile {
  const protocols = root.entries.get('protocols')?.node.entries ?? new Map<never, never>();
  return {
    root,
    protocols: Array.from(protocols, ([name, { at, node }]) => ({
      name,
      at,
      node,
      host: node.entries.get('host')?.node,
      url: node.entries.get('url')?.node,
    })),
  };
}

/** The member under these names. */
export function memberAt(root: JsonNode, ...names: readonly string[]): JsonNode | undefined {
  let found: JsonNode | undefined = root;
  for (const name of names) found = found?.entries.get(name)?.node;
  return found;
}
