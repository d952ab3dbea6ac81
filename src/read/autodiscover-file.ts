import type { XmlElement } from './xml-tree.ts';

/*
 * A plain XML Autodiscover answer ("POX") as it stands: every value with its place, repeated ones too. Names are compared without prefix; what namespaces they are in is for
 * whoever judges.
 */

/** A Protocol element. */
export interface AutodiscoverProtocol {
  readonly element: XmlElement;
  /** Which of all it is, from 1. */
  readonly number: number;
  /** Its Type, as it stands, in whichever of the two ways it is written. */
  readonly type: string;
}

export interface AutodiscoverFile {
  readonly root: XmlElement;
  readonly request: XmlElement | undefined;
  readonly response: XmlElement | undefined;
  readonly error: XmlElement | undefined;
  readonly user: XmlElement | undefined;
  /** The first one. */
  readonly account: XmlElement | undefined;
  /** Those of the first account, in the order of the file. */
  readonly protocols: readonly AutodiscoverProtocol[];
}

/** Finds the parts of an answer. The root may have any name: whoever judges looks. */
export function autodiscoverOf(root: XmlElement): AutodiscoverFile {
  const response = childNamed(root, 'Response');
  const account = response && childNamed(response, 'Account');
  const protocols = (account?.children ?? []).filter(({ name }) => localName(name) === 'Protocol');
  return {
    root,
    request: childNamed(root, 'Request'),
    response,
    error: response && childNamed(response, 'Error'),
    user: response && childNamed(response, 'User'),
    account,
    protocols: protocols.map((element, index) => ({
      element,
      number: index + 1,
      type: element.attributes.Type ?? childNamed(element, 'Type')?.text.trim() ?? '',
    })),
  };
}

/** The first child of this name. */
export function childNamed({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => localName(child.name) === name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What stands in the first child of this name, without white space around it. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childNamed(element, name)?.text.trim();
}

/** The namespace that an element begins with, as its own attributes say. */
export function namespaceOf({ name, attributes }: XmlElement): string | undefined {
  const colon = name.indexOf(':');
  return colon < 0 ? attributes.xmlns : attributes[`xmlns:${name.slice(0, colon)}`];
}
