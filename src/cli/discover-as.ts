import { ANYBODY, type Enquiry, STAND_IN } from '../discover/as/enquiry.ts';
import { faultsAgainst } from '../discover/as/profile-fit.ts';
import type { ProfileFit, Simulated } from '../discover/as/report.ts';
import { isSimulatorId, type SimulatorId, simulatorIds, simulators } from '../discover/as/simulators.ts';
import { programProblem } from '../discover/as/words.ts';
import { InputError } from '../errors.ts';
import type { Account, Language } from '../model/account.ts';
import { type Address, parseAddress } from '../model/address.ts';
import type { Net } from '../net/net.ts';
import type { Profile } from '../profile/profile.ts';
import { resolve } from '../resolve/resolve.ts';
import { listed } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';

/** What `discover --as` is asked. */
export interface AsOrder {
  readonly domain: string;
  /** Where an address was given, and not a domain alone. */
  readonly address: Address | undefined;
  readonly programs: readonly SimulatorId[];
  readonly sendAddress: boolean;
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

function enquiryOf(net: Net, { domain, address, sendAddress, followHttp: lowers }: AsOrder): Enquiry {
  const standIn = { local: STAND_IN, domain, text: `${STAND_IN}@${domain}` };
  const shown = address?.text ?? `${ANYBODY}@${domain}`;
  return { net, domain, shown, told: sendAddress && address !== undefined ? address : standIn, lowers };
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
