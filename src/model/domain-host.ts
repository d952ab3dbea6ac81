import { asciiHost } from './address.ts';

/* Hosts with `{domain}` in them (`mail.{domain}`, or nothing else): each mail domain of a provider has servers of its own name. */

const DOMAIN = '{domain}';
/** Between dots alone: with anything directly beside it, the name would be another one, which anybody may have registered. */
const BETWEEN_DOTS = /^(?:[^{}]*\.)?\{domain\}(?:\.[^{}]*)?$/;

/** Does it name each domain's own host? */
export function namesDomain(text: string): boolean {
  return text.includes(DOMAIN);
}

/** The ASCII form of this host in a mail domain; `undefined` where it is none, or becomes too long. */
export function hostIn(text: string, domain: string): string | undefined {
  if (!namesDomain(text)) return asciiHost(text);
  return BETWEEN_DOTS.test(text) ? asciiHost(text.replace(DOMAIN, domain)) : undefined;
}

/** A domain for trying whether a host would be one. */
export const ANY_DOMAIN = 'example.org';
