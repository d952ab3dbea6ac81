import type { Severity } from '../lint-rule.ts';
import type { Effect, Hurts, Party } from '../parties.ts';
import { androidRefusal } from './android-view.ts';
import type { ConfigFacts } from './config-facts.ts';
import { inServer, mailServers } from './config-servers.ts';
import { evolutionView } from './evolution-view.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';
import { skippedByThunderbird, thunderbirdView } from './thunderbird-view.ts';

type Names = 'refused-android' | 'refused-thunderbird' | 'skipped-thunderbird' | 'refused-evolution';

/** As much of another rule as tells whether it has said it already. */
interface Other {
  readonly severity: Severity;
  readonly hurts: Hurts;
  readonly find: (
    facts: ConfigFacts,
  ) => Iterable<{ readonly hurts?: Hurts; readonly spares?: readonly Party[]; readonly number?: string | number }>;
}

const { imap } = frames.servers;

/**
 * What a program refuses or leaves out for a reason that no other rule has. Its view knows all of what it looks at; a rule knows one reason.
 * @param others the rules that may have said it already
 */
export function refusedRules(others: readonly Other[]): ConfigRules<Names> {
  /** Is there an error with such an effect, of this server where one is given? */
  const isSaid = (facts: ConfigFacts, party: Party, effects: readonly Effect[], server?: number) =>
    others.some(
      (rule) =>
        rule.severity === 'error' &&
        rule.hurts[party] !== undefined &&
        Array.from(rule.find(facts)).some(({ hurts = rule.hurts, spares = [], number }) => {
          const effect = hurts[party];
          const counts = effect !== undefined && effects.includes(effect) && !spares.includes(party);
          return counts && (server === undefined || number === server);
        }),
    );
  const skippedServers = (facts: ConfigFacts) => {
    const skipped = skippedByThunderbird(facts);
    return mailServers(facts).filter(({ number }) => skipped.includes(number));
  };
  return {
    'refused-android': {
      severity: 'error',
      hurts: { 'thunderbird-android': 'refuses-file' },
      source:
        'Thunderbird for Android, RealAutoconfigParser.kt, GetAutoDiscovery.kt: it reads every server of every provider, repeated values, and known names in unknown elements',
      bad: '<socketType>SSL</socketType><fallback><socketType>plain</socketType></fallback>',
      good: '<socketType>SSL</socketType>',
      frame: frames.inImap,
      *find(facts) {
        const element = androidRefusal(facts);
        if (element !== undefined && !isSaid(facts, 'thunderbird-android', REFUSING))
          yield { at: element.at, field: element.name, name: element.name };
      },
    },
    'refused-thunderbird': {
      severity: 'error',
      hurts: { thunderbird: 'refuses-file' },
      source: 'Thunderbird, readFromXML.sys.mjs',
      bad: '<emailProvider id="0">',
      good: '<emailProvider id="example.org">',
      frame: frames.provider,
      *find(facts) {
        const { config } = facts;
        if (config === undefined || thunderbirdView(facts)?.outcome !== 'refuses') return;
        // Where servers are left out, each has its reason.
        if (!isSaid(facts, 'thunderbird', [...REFUSING, 'skips-server']) && skippedServers(facts).length === 0)
          yield { at: (config.providers[0] ?? config.root).at };
      },
    },
    'skipped-thunderbird': {
      severity: 'error',
      hurts: { thunderbird: 'skips-server' },
      source: 'Thunderbird, readFromXML.sys.mjs: anything wrong about a server is the end of that server',
      bad: '<authentication>TLS-client-cert</authentication>',
      good: '<authentication>password-cleartext</authentication>',
      frame: frames.inImap,
      *find(facts) {
        for (const server of skippedServers(facts))
          if (!isSaid(facts, 'thunderbird', ['skips-server'], server.number))
            yield inServer(server, 'type', server.element);
      },
    },
    'refused-evolution': {
      severity: 'error',
      hurts: { evolution: 'refuses-file' },
      source: 'Evolution, e-mail-autoconfig.c',
      bad: imap.replace(' type="imap"', ''),
      good: imap,
      frame: frames.incoming,
      *find(facts) {
        const { config } = facts;
        if (
          config !== undefined &&
          evolutionView(facts)?.outcome === 'refuses' &&
          !isSaid(facts, 'evolution', REFUSING)
        )
          yield { at: (config.servers[0]?.element ?? config.root).at };
      },
    },
  };
}

/** With these nothing comes of the file. */
const REFUSING: readonly Effect[] = ['refuses-file', 'refuses-account'];
