import { nearest } from '../words/suggest.ts';

/** A variable of the environment that looks like one of ours and is none. */
export interface UnknownVariable {
  readonly name: string;
  /** The one that was probably meant; empty where none is near. */
  readonly suggestion: string;
}

const OURS = 'FACTEUR_';

/** Kubernetes sets these in every container of a namespace that has a service called “facteur”, or “facteur-metrics” (Kubernetes, “Accessing the Service”). */
const KUBERNETES = /^FACTEUR_(?:\w+_)?(?:SERVICE_(?:HOST|PORT)|PORT_\d+_(?:TCP|UDP|SCTP))(?:_|$)/;

/** The variables of the environment that nobody reads, though their name says that Facteur should. */
export async function unknownVariables(environment: Readonly<Record<string, unknown>>): Promise<UnknownVariable[]> {
  const given = Object.keys(environment).filter((name) => name.startsWith(OURS) && !KUBERNETES.test(name));
  if (given.length === 0) return [];
  // The settings of the server are the only ones, and only who has such a variable waits for their library.
  const { flags, isServiceLink } = await import('../server/node/options.ts');
  const known = flags.map(({ environment: name }) => name.slice(OURS.length));
  return given
    .map((name) => name.slice(OURS.length))
    .filter((name) => !known.includes(name) && !isServiceLink(String(environment[`${OURS}${name}`])))
    .map((name) => {
      const meant = nearest(name, known);
      return { name: `${OURS}${name}`, suggestion: meant === '' ? '' : `${OURS}${meant}` };
    });
}
