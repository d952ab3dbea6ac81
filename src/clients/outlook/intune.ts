import { defineFormat } from '../client.ts';
import { intuneContext } from './scripts.ts';
import { refusesAuthentication } from './servers.ts';
import { localXmlByIntune } from './support.ts';

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
  refuses: refusesAuthentication,
  context: intuneContext,
} as const;

export const intune = [
  defineFormat({
    ...common,
    id: 'intune-detect',
    template: 'outlook/intune-detect.ps1',
    purpose: ({ outlook }) => outlook.intuneDetect,
    fileName: () => 'intune-detect.ps1',
  }),
  defineFormat({
    ...common,
    id: 'intune-remediate',
    template: 'outlook/intune-remediate.ps1',
    companion: true,
    purpose: ({ outlook }) => outlook.intuneRemediate,
    fileName: () => 'intune-remediate.ps1',
  }),
  defineFormat({
    ...common,
    id: 'intune-remove-detect',
    template: 'outlook/intune-remove-detect.ps1',
    purpose: ({ outlook }) => outlook.intuneRemoveDetect,
    fileName: () => 'intune-remove-detect.ps1',
  }),
  defineFormat({
    ...common,
    id: 'intune-remove',
    template: 'outlook/intune-remove.ps1',
    companion: true,
    purpose: ({ outlook }) => outlook.intuneRemove,
    fileName: () => 'intune-remove.ps1',
  }),
] as const;
