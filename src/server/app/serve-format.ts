import { bytesByRule, renderBytes } from '../../artifacts/render.ts';
import type { Client, Format, TextFormat } from '../../clients/client.ts';
import type { Account, Language, OwnTexts } from '../../model/account.ts';
import type { MailDomain } from '../../resolve/mail-domain.ts';
import { encodeUtf8 } from '../../template/encode.ts';
import { notations } from '../../template/notation.ts';
import { notationOf } from '../../template/templates.ts';

/** A format that the server sends. */
export interface ServedFormat {
  readonly mediaType: string;
  readonly fileName: (account: Account) => string;
  /** Its file; `undefined` where the format cannot carry the account, so that nobody is served a wrong login. */
  readonly bytes: (account: Account) => Uint8Array | undefined;
  /** The same for the account that the rules of a domain give to a local part, where that is known without the account; `undefined` where it has to be made. */
  readonly ready: (domain: MailDomain, local: string) => Uint8Array | undefined;
}

/** A client's format by its id. @throws where the client has none that is plain UTF-8: a mistake of ours that every test would meet */
export function servedFormat(client: Client, id: string): ServedFormat {
  const formatFor = ({ language, provider }: Account) => textFormat(client, id, language, provider.texts);
  return {
    mediaType: textFormat(client, id, 'en').mediaType,
    fileName: (account) => formatFor(account).fileName(account),
    bytes: (account) => renderBytes(client, formatFor(account), account),
    ready: (domain, local) => {
      const { languages, texts } = domain.provider;
      return bytesByRule(textFormat(client, id, languages[0], texts), domain, local);
    },
  };
}

function textFormat(client: Client, id: string, language: Language, own?: OwnTexts): TextFormat {
  const format = client.formats(language, own).find((each) => each.id === id);
  if (format === undefined || !isPlainText(format)) throw new Error(`${client.id} has no text ${id}`);
  return format;
}

function isPlainText(format: Format): format is TextFormat {
  return 'template' in format && notations[notationOf(format.template)].encode === encodeUtf8;
}
