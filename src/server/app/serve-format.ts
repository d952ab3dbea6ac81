import { renderText } from '../../artifacts/render.ts';
import type { Client, TextFormat } from '../../clients/client.ts';
import { UnrepresentableError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { encodeUtf8 } from '../../template/encode.ts';
import { notations } from '../../template/notation.ts';
import { notationOf } from '../../template/templates.ts';

/** A format of which the server sends the text. */
export interface ServedFormat {
  readonly mediaType: string;
  readonly fileName: (account: Account) => string;
  /** The one text of the format; `undefined` where the format cannot carry the account, so that nobody is served a wrong login. */
  readonly text: (account: Account) => string | undefined;
}

/** A client's format by its id. @throws where the client has none that is plain UTF-8: a mistake of ours that every test would meet */
export function servedFormat(client: Client, id: string): ServedFormat {
  const format = client.formats.find((each) => each.id === id);
  if (format === undefined || !isPlainText(format)) throw new Error(`${client.id} has no text ${id}`);
  return served(format);
}

/** The same for a format that stands in no client's list. */
export function served(format: TextFormat): ServedFormat {
  return {
    mediaType: format.mediaType,
    fileName: (account) => format.fileName(account),
    text: (account) => {
      try {
        return renderText(format, account);
      } catch (error) {
        if (error instanceof UnrepresentableError) return undefined;
        throw error;
      }
    },
  };
}

/** A Web response sends a string in UTF-8, without a mark. */
function isPlainText(format: Client['formats'][number]): format is TextFormat {
  return 'template' in format && notations[notationOf(format.template)].encode === encodeUtf8;
}
