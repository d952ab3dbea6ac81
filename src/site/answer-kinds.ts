import type { Provider } from '../model/account.ts';
import { pageScripts } from '../pages/frame.ts';
import { lookOf } from '../pages/look.ts';
import { accountPageScript } from '../pages/onboarding-context.ts';
import { type Caching, OF_HOST, page, pagePolicy, personalKind, SHARED, staticFile } from '../server/app/answer.ts';

/** The headers of each kind of answer, as `facteur serve` makes them: names and values in turn, without what a web server says of each file by itself. */
export interface Kinds {
  /** What the name of the host tells. */
  readonly config: readonly string[];
  /** What the path tells, so that everybody may keep it. */
  readonly shared: readonly string[];
  readonly pacc: readonly string[];
  readonly pointer: readonly string[];
  readonly page: readonly string[];
  /** A short text, such as that there is nothing. */
  readonly text: readonly string[];
}

const XML = 'text/xml; charset=utf-8';

/** @param providers whose pages are shown: the policy of pages allows the style and the script of each */
export function kindsOf(providers: readonly Provider[]): Kinds {
  return {
    config: ofFile(XML, OF_HOST),
    shared: ofFile(XML, SHARED),
    pacc: ofFile('application/json', OF_HOST),
    pointer: personalKind('application/json; charset=utf-8'),
    page: ofPages(providers),
    text: personalKind('text/plain; charset=utf-8'),
  };
}

function ofFile(mediaType: string, caching: Caching): readonly string[] {
  return without(staticFile(new Uint8Array(), mediaType, caching).whole, 'Content-Length', 'ETag');
}

/** A page of a file is the same for everybody, so browsers may keep it and ask whether it still holds. */
function ofPages(providers: readonly Provider[]): readonly string[] {
  const scripts = new Set(providers.flatMap((each) => pageScripts(accountPageScript(each))));
  const styles = new Set(providers.flatMap((each) => lookOf(each).styleHash ?? []));
  const policy = pagePolicy({ scriptHashes: [...scripts], styleHashes: [...styles] });
  const kind = without(page(new Uint8Array()).headers, 'Content-Length', 'Vary');
  return withValue(withValue(kind, 'Content-Security-Policy', policy), 'Cache-Control', 'no-cache');
}

function without(kind: readonly string[], ...names: readonly string[]): readonly string[] {
  return kind.filter((_, index) => !names.includes(kind[index - (index % 2)] ?? ''));
}

function withValue(kind: readonly string[], name: string, value: string): readonly string[] {
  return kind.with(kind.indexOf(name) + 1, value);
}
