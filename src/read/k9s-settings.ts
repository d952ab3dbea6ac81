import { childrenNamed, type XmlElement } from './xml-tree.ts';

/*
 * A settings file of Thunderbird for Android and K-9 Mail as it stands: every value with its place, and nothing put right. What the app makes of it is not known here.
 */

/** A server of an account. */
export interface K9sServer {
  readonly element: XmlElement;
  readonly direction: 'incoming' | 'outgoing';
  /** Its attribute, as it stands; `undefined` where it has none. */
  readonly type: string | undefined;
}

export interface K9sAccount {
  readonly element: XmlElement;
  /** Which of all accounts it is, from 1. */
  readonly number: number;
  /** `undefined` where it has none. */
  readonly uuid: string | undefined;
  /** The first of each direction: the app reads the last, and no file has two. */
  readonly servers: readonly K9sServer[];
  readonly identities: readonly XmlElement[];
}

export interface K9sSettings {
  readonly root: XmlElement;
  /** Settings of the app itself. */
  readonly global: XmlElement | undefined;
  readonly accounts: readonly K9sAccount[];
}

/** Finds the parts of a settings file. The root may have any name: whoever judges looks. */
export function k9sSettingsOf(root: XmlElement): K9sSettings {
  const elements = childrenNamed(root, 'accounts').flatMap((list) => childrenNamed(list, 'account'));
  return {
    root,
    global: childrenNamed(root, 'global')[0],
    accounts: elements.map((element, index) => ({
      element,
      number: index + 1,
      uuid: element.attributes.uuid,
      servers: (['incoming', 'outgoing'] as const).flatMap((direction) =>
        childrenNamed(element, `${direction}-server`)
          .slice(0, 1)
          .map((server) => ({ element: server, direction, type: server.attributes.type })),
      ),
      identities: childrenNamed(element, 'identities').flatMap((list) => childrenNamed(list, 'identity')),
    })),
  };
}

/** What stands in the first child of this name, as it stands; `undefined` where there is none. */
export function k9sValue(
  element: XmlElement,
  name: string,
): { readonly text: string; readonly at: number } | undefined {
  return element.children.find((child) => child.name === name);
}

/** A setting, which has its name in an attribute. */
export function k9sSetting(account: XmlElement, key: string): XmlElement | undefined {
  return childrenNamed(account, 'settings')
    .flatMap((settings) => childrenNamed(settings, 'value'))
    .find(({ attributes }) => attributes.key === key);
}
