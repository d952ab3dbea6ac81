import { ANYBODY, type Enquiry } from '../discover/as/enquiry.ts';
import { faultsAgainst } from '../discover/as/profile-fit.ts';
import { type ProfileFit, type Simulated, simulatedJson, simulatedLines } from '../discover/as/simulated-text.ts';
import { isSimulatorId, type SimulatorId, simulatorIds, simulators } from '../discover/as/simulators.ts';
import { programProblem } from '../discover/as/words.ts';
import { askWorld } from '../discover/ask-world.ts';
import { discoveryData } from '../discover/discovery-text.ts';
import type { DomainSubject } from '../discover/subject.ts';
import { discoverWords } from '../discover/words.ts';
import { InputError } from '../errors.ts';
import type { Account, Language } from '../model/account.ts';
import { parseAddress } from '../model/address.ts';
import type { Net } from '../net/net.ts';
import type { Profile } from '../profile/profile.ts';
import { resolve } from '../resolve/resolve.ts';
import { listed } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';
import { loadProfiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

/** What the command line wants. */
interface AsWanted {
  readonly who: string;
  readonly as: readonly string[];
  readonly followHttp: boolean;
  readonly profiles: readonly string[];
  readonly json: boolean;
  readonly subject: DomainSubject;
  readonly database: URL | undefined;
  readonly net: Net;
}

/**
 * What programs would end up with; for a script, beside what the world answers.
 * @returns `no` where one of them finds nothing, or what is wrong for the profile
 * @throws InputError with what is wrong with what was asked for
 */
export async function discoverAs(
  { who, as, followHttp, json, subject, database, net, ...wanted }: AsWanted,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  const programs = programsNamed(as, language);
  const loaded = await loadProfiles(wanted.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const asked = simulate(net, { who, subject, programs, followHttp, profiles });
  const simulated = json ? await withAnswers(asked) : await asked;
  if (!json) {
    const texts = simulated.map((each) => simulatedLines(each, language).join('\n'));
    const { standIn, told } = discoverWords(language);
    const { text: address } = subject.told;
    terminal.print([...texts, subject.isStandIn ? standIn({ address }) : told({ address })].join('\n\n'));
  }
  const failed = simulated.some(
    ({ end: { outcome }, fit }) => !ENDS_WELL.has(outcome) || (fit?.faults.length ?? 0) > 0,
  );
  return failed ? exitCode.no : exitCode.done;

  async function withAnswers(simulating: Promise<Simulated[]>): Promise<Simulated[]> {
    const [ends, discovery] = await Promise.all([simulating, askWorld(subject, net, database)]);
    const clients = Object.fromEntries(ends.map((each) => [each.id, simulatedJson(each, language)]));
    terminal.answer({ ...discoveryData(discovery, language), clients });
    return ends;
  }
}

const ENDS_WELL: ReadonlySet<string> = new Set(['configured', 'asks']);

/** What `discover --as` is asked. */
export interface AsOrder {
  /** A domain or an address, as it was typed. */
  readonly who: string;
  readonly subject: DomainSubject;
  readonly programs: readonly SimulatorId[];
  /** Redirects from https to http are followed where the program follows them. */
  readonly followHttp: boolean;
  readonly profiles: readonly Profile[];
}

/** The programs that `--as` names. @throws InputError for a name that is none of them */
export function programsNamed(names: readonly string[], language: Language): SimulatorId[] {
  const wanted = names.includes('all') ? simulatorIds : names;
  return [...new Set(wanted)].map((name) => {
    if (isSimulatorId(name)) return name;
    const programs = listed(simulatorIds, language);
    throw new InputError(
      programProblem('as.unknown', { value: name, suggestion: nearest(name, simulatorIds), programs }),
    );
  });
}

/** What each of the programs ends with; all ask at once, and a question that two of them ask is asked one time. */
export function simulate(net: Net, order: AsOrder): Promise<Simulated[]> {
  const asked = enquiryOf(net, order);
  const account = accountOf(asked, order.profiles);
  return Promise.all(
    order.programs.map(async (id) => {
      const end = await simulators[id].lookUp(asked);
      const faults = account && faultsAgainst(end, account);
      const fit: ProfileFit | undefined = faults && { profile: account.provider.id, faults };
      return { id, end, fit };
    }),
  );
}

function enquiryOf(net: Net, { who, subject: { domain, told }, followHttp: lowers }: AsOrder): Enquiry {
  const shown = who.includes('@') ? parseAddress(who).text : `${ANYBODY}@${domain}`;
  return { net, domain, shown, told, lowers };
}

/** The account of this address, where a profile has its domain and says all of it. */
function accountOf({ shown }: Enquiry, profiles: readonly Profile[]): Account | undefined {
  try {
    return resolve({ who: parseAddress(shown).text }, profiles).account;
  } catch (error) {
    // No profile has the domain, or none gives the login by a rule: nothing is held against it.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
