import type { Content } from '../read/content.ts';
import type { AnyKind, KindId } from './kind.ts';

/** A kind's rules are loaded when the first file of it is judged. */
const kinds: Readonly<Partial<Record<KindId, () => Promise<AnyKind>>>> = {
  'client-config': async () => (await import('./autoconfig/autoconfig.ts')).clientConfigKind,
};

export const kindIds = Object.keys(kinds) as readonly KindId[];

export async function loadKind(id: KindId): Promise<AnyKind> {
  const load = kinds[id];
  if (load === undefined) throw new Error(`no rules are there for ${id}`);
  return load();
}

/** What a file is by its content; `undefined`: nothing that we know. The first that fits, so that those with a sure sign come first. */
export function kindOf(content: Content): KindId | undefined {
  const { text } = content;
  if (text === undefined) return binaryKind(content.bytes);
  const begin = text.slice(0, 4_000);
  return signs.find(([, sign]) => sign.test(begin))?.[0];
}

function binaryKind(_bytes: Uint8Array): KindId | undefined {
  return undefined;
}

/** What files begin with. An XML file is known by its root element, also when it is broken behind that. */
const root = (names: string) =>
  new RegExp(
    `^\\s*(?:<\\?[^>]*\\?>\\s*|<!--(?:[^-]|-[^-])*-->\\s*|<![A-Z][^[>]*(?:\\[[^\\]]*\\]\\s*)?>\\s*)*<(?:[\\w.-]+:)?(?:${names})[\\s/>]`,
  );

const signs: readonly (readonly [KindId, RegExp])[] = [['client-config', root('clientConfig|emailProvider')]];
