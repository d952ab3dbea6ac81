import type { Problem } from '../errors.ts';
import type { SaidServer, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What was lost in the order of the files and their lines, and each thing once. */
export function toldInOrder(losses: readonly Problem[], files: readonly Testimony[]): Problem[] {
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const rank = ({ place }: Problem) => order.get(place.file ?? '') ?? 0;
  const said = new Set<string>();
  return losses
    .filter(({ code, details, place: { file } }) => {
      if (code !== 'import.no-address') return true;
      const key = JSON.stringify([file, details.value]);
      return !said.has(key) && said.add(key);
    })
    .toSorted((one, other) => rank(one) - rank(other) || (one.place.line ?? 0) - (other.place.line ?? 0))
    .flatMap(bounded());
}

/** Of one kind of loss in a file, as many as somebody could go through; the next one says that there are more. */
const MOST_LOSSES = 100;

function bounded(): (problem: Problem) => Problem[] {
  const counts = new Map<string, number>();
  return (problem) => {
    const { code, place } = problem;
    const key = `${code} ${place.file ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= MOST_LOSSES) return [problem];
    return count === MOST_LOSSES + 1 ? [loss('import.more', { most: MOST_LOSSES }, place)] : [];
  };
}

/** Codes of a sequence that are all there miss nothing. */
export function withoutWholeSequences(losses: readonly Problem[]): Problem[] {
  const parts = losses.filter(({ code }) => code === 'import.part');
  const known = new Set(parts.map(({ details }) => details.part));
  return losses.filter(({ code, details }) => code !== 'import.part' || known.size < Number(details.count));
}

/** What goes in clear to a server without TLS. A proof that is no password does not show one. */
export function clearLosses({
  security,
  authentication,
  place,
}: Pick<SaidServer, 'security' | 'place'> & { readonly authentication: readonly string[] }): Problem[] {
  if (security !== 'none') return [];
  const shows = authentication.length === 0 || authentication.some((each) => each === 'password' || each === 'oauth2');
  return [loss(shows ? 'import.clear' : 'import.clear-mail', {}, place)];
}
