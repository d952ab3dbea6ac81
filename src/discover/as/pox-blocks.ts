import { autodiscoverOf, childText } from '../../read/autodiscover-file.ts';
import { contentOf } from '../../read/content.ts';
import { readXmlTree } from '../../read/xml-tree.ts';
import type { Reached } from './follow.ts';

/** An Autodiscover answer of Outlook's schema, as a program reads it that looks for little. */
export interface PoxAnswer {
  readonly error: string | undefined;
  readonly redirectUrl: string | undefined;
  readonly redirectAddress: string | undefined;
  readonly blocks: readonly PoxBlock[];
}

export interface PoxBlock {
  readonly type: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly value: (name: string) => string | undefined;
}

/** `undefined` where there is no such answer. */
export function poxIn(reached: Reached): PoxAnswer | undefined {
  if (reached.status !== 'answered') return undefined;
  const { text } = contentOf('', reached.body);
  const xml = text === undefined ? undefined : readXmlTree(text);
  if (xml?.kind !== 'document' || xml.root.name !== 'Autodiscover') return undefined;
  const { response, error, account, protocols } = autodiscoverOf(xml.root);
  if (response === undefined) return undefined;
  const inAccount = (name: string) => account && childText(account, name);
  return {
    error: error && (childText(error, 'ErrorCode') ?? ''),
    redirectUrl: inAccount('RedirectUrl'),
    redirectAddress: inAccount('RedirectAddr'),
    blocks: protocols.map(({ element, type }) => {
      const value = (name: string) => childText(element, name);
      const port = Number.parseInt(value('Port') ?? '', 10);
      return { type, host: value('Server') ?? '', port: Number.isNaN(port) ? undefined : port, value };
    }),
  };
}
