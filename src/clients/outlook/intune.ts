import type { FormatDefinition } from '../client.ts';
import type { LocalPlan } from './autodiscover.ts';
import { intuneContext } from './scripts.ts';
import { localXmlByIntune } from './support.ts';
import type { OwnWords } from './words.ts';

/*
 * Intune's remediations: a script that looks (exit code 1 where something is to be done) and one that does it, without arguments, in the person's context. Two pairs: one
 * prepares Outlook, and the other takes that back when the account works. What runs is `install.ps1`; only words and exit codes differ.
 *
 * The files begin with a byte-order mark: Intune hands the bytes on as they are, and Windows PowerShell 5.1 reads a file without one as ANSI (reported by the
 * authors of IntuneScriptLab, who ran such scripts on devices; so is that words on the error stream make a remediation a failed script).
 */
const common = {
  devices: ['windows'],
  mediaType: 'text/plain; charset=utf-8',
  audience: 'admin',
  support: localXmlByIntune,
  context: intuneContext,
} as const;

export const intune: readonly FormatDefinition<LocalPlan, OwnWords>[] = [
  {
    ...common,
    id: 'intune-detect',
    template: 'outlook/intune-detect.ps1',
    purpose: ({ words }) => words.intuneDetect,
    fileName: () => 'intune-detect.ps1',
  },
  {
    ...common,
    id: 'intune-remediate',
    template: 'outlook/intune-remediate.ps1',
    companion: true,
    purpose: ({ words }) => words.intuneRemediate,
    fileName: () => 'intune-remediate.ps1',
  },
  {
    ...common,
    id: 'intune-remove-detect',
    template: 'outlook/intune-remove-detect.ps1',
    purpose: ({ words }) => words.intuneRemoveDetect,
    fileName: () => 'intune-remove-detect.ps1',
  },
  {
    ...common,
    id: 'intune-remove',
    template: 'outlook/intune-remove.ps1',
    companion: true,
    purpose: ({ words }) => words.intuneRemove,
    fileName: () => 'intune-remove.ps1',
  },
];
