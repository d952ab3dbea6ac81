import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';
import { packageNames } from './package-names.ts';

const { install, tidy } = packageNames.en;

export const en = source({
  conditions: {
    classic: 'classic',
    newOne: 'the new one',
  },
  installPackage: {
    title: 'Set-up for Outlook on Windows',
    use: `Right-click it and choose Extract All, then close Outlook and double-click “${install}” in the new folder; no administrator is needed. If Windows says “Windows protected your PC”, click More info, then Run anyway; if it shows a security warning, click Run. It can be spared both: before extracting, right-click install.zip, choose Properties, tick Unblock and click OK. The script says what to do next in Outlook. If Outlook then asks for the address only, do not go on: set up the account by hand. As soon as the account works, double-click “${tidy}” in the same folder: until then it answers for every account at {domain}. It helps classic Outlook only, not the new Outlook.`,
  },
  installCommand: {
    title: 'Set-up, out of install.zip',
    use: 'Double-click it, with Outlook closed and autodiscover.xml in the same folder. If Windows says “Windows protected your PC”, click More info, then Run anyway. It tells what to do next.',
  },
  removeCommand: {
    title: 'Clean-up, out of install.zip',
    use: `Double-click it as soon as the account works in Outlook, or to give up: it takes back exactly what “${install}” set, or says what it leaves and why. If Windows says “Windows protected your PC”, click More info, then Run anyway. Your account and your messages stay.`,
  },
  autodiscover: {
    title: 'Settings that Outlook reads',
    use: `Leave it beside “${install}”, which copies it to its place. There is nothing to open.`,
  },
  installPowershell: {
    title: 'Script for administrators (PowerShell)',
    use: 'Does what install.zip does, in one file, for a logon script: in the person’s own session, not as SYSTEM, with Outlook closed (powershell.exe -NoProfile -ExecutionPolicy Bypass -File install.ps1; with -WhatIf it only tells). Run it again with -Remove once the account works: until then it answers for every account at {domain}, and an Exchange account there loses free/busy times and out-of-office replies. No test of ours has run it in PowerShell.',
  },
  installRegistry: {
    title: 'Registry values for administrators',
    use: `First put autodiscover.xml at {path}, where nobody else may write; then merge this file in the person’s session and restart Outlook. It cannot look before it writes: it replaces a path that is set for the domain. install.zip is the better way, for it needs no fixed place, keeps what was there, looks for policies that forbid it and undoes half-done work. What this file set for all accounts, “${tidy}” leaves and names, because nobody knows what was there before. Hand it out as a download, not as an attachment, and merge remove.reg once the account works.`,
  },
  removeRegistry: {
    title: 'Removal of the registry values',
    use: `Merge it once the account works: until then Outlook takes the file for every account of the domain. It cannot look before it deletes: the values that install.reg wrote go, also where your organisation had set them itself or another account of the domain has its path there, and no key. “${tidy}” looks, and is the better way. Then delete autodiscover.xml.`,
  },
  profile: {
    title: 'Outlook profile file for administrators',
    use: 'Close Outlook, then run: outlook.exe /importprf "C:\\folder\\account.prf" (a double-click does nothing). It makes a profile “{name}” of its own, changes no other one, and does nothing where that profile exists; outlook.exe /profiles lets people choose it. Microsoft documents it up to Outlook 2013 and advises against it later. Hand it out as a download, not as an attachment.',
  },
  intuneDetect: {
    title: 'Remediation for Intune (classic Outlook)',
    use: 'Detection script; intune-remediate.ps1 is the remediation script that goes with it. Under Devices › Scripts and remediations, choose the logged-on credentials, no signature check, 64-bit PowerShell, and assign it to this person alone: the scripts hold the person’s login. It waits for Outlook to be closed and tries again at its next run. When the account works, end the assignment and assign the removal. No test of ours has run it in PowerShell or Intune.',
  },
  intuneRemediate: {
    title: 'Remediation script for Intune',
    use: 'Goes with intune-detect.ps1: does what install.zip does, without a question, and ends with 0 or 1.',
  },
  intuneRemoveDetect: {
    title: 'Removal by Intune (classic Outlook)',
    use: 'Detection script; intune-remove.ps1 is the remediation script that goes with it, with the same settings. Assign it when the account works, after you have ended the other assignment, which would otherwise set everything again: until the removal, the file answers for every account of the domain.',
  },
  intuneRemove: {
    title: 'Removal script for Intune',
    use: 'Goes with intune-remove-detect.ps1: takes back exactly what was set, and ends with 0 or 1.',
  },
  groupPolicyRegistry: {
    title: 'Registry values as a Group Policy (classic Outlook)',
    use: 'What install.zip sets, for a GPO: copy the text and paste it under User Configuration › Preferences › Windows Settings › Registry, and do the same with Files.xml. It acts only for the person whose entry in the Active Directory has this address (mail or proxyAddresses), so the items of many people may stand in one GPO. A secondary address of proxyAddresses counts too: if a successor or deputy has it there, take (proxyAddresses=…) out of the condition, or they get this person’s login. When the account works, take the items out, or the person out of the GPO: Windows then removes the values, also where your organisation had set them itself. With roaming profiles it does not (Microsoft KB 3060859: the list of what to remove stays on each computer): there, set the action of the items to Delete instead, and take them out later.',
  },
  groupPolicyFiles: {
    title: 'The file that they point to, as a Group Policy',
    use: 'Goes with Registry.xml, under User Configuration › Preferences › Windows Settings › Files: copies autodiscover.xml to the person’s own folder and takes it away again when the item no longer applies, on a computer where it was applied; the secondary addresses of proxyAddresses count here too. First put autodiscover.xml at {path}, or change fromPath to a share of yours that only administrators may write to.',
  },
  androidManaged: {
    title: 'Outlook for Android on managed devices',
    use: either(
      'modern',
      'For the Exchange account. In Intune: Apps › Configuration › Managed devices › Android Enterprise › Outlook › Enter JSON data; elsewhere copy the keys and values into the form for Outlook. Assign it to this person alone, since the values are theirs; the app opens the sign-in page, and asks for no password here. For many people, replace the values by variables of your console that are the same, and mind that the login (EmailUPN) may differ from the address.',
      'For the Exchange account. In Intune: Apps › Configuration › Managed devices › Android Enterprise › Outlook › Enter JSON data; elsewhere copy the keys and values into the form for Outlook. Assign it to this person alone, since the values are theirs; the app asks for the password. For many people, replace the values by variables of your console that are the same, and mind that the login (EmailUPN) may differ from the address.',
    ),
  },
  iosManaged: {
    title: 'Outlook for iPhone and iPad on managed devices',
    use: either(
      'modern',
      'For the Exchange account: the app configuration that your device management sends with Outlook. In Intune: Apps › Configuration › Managed devices › iOS › Outlook › Enter XML data, from <dict> to </dict>. Assign it to this person alone, since the values are theirs; the app opens the sign-in page, and asks for no password here. A device that is not managed does not take it.',
      'For the Exchange account: the app configuration that your device management sends with Outlook. In Intune: Apps › Configuration › Managed devices › iOS › Outlook › Enter XML data, from <dict> to </dict>. Assign it to this person alone, since the values are theirs; the app asks for the password. A device that is not managed does not take it.',
    ),
  },
  macManaged: {
    title: 'Outlook for Mac on managed computers',
    use: 'A configuration profile for your device management, in the user’s channel: at its first start, Outlook offers this address as the account to add. It does no more, because Outlook for Mac has no setting for servers or logins: the person types the login where it is not the address. If your organisation sets AllowedEmailDomains, the domain of the address must be in it.',
  },
  macDescription:
    'At its first start, Outlook offers {address} as the account to add. The profile contains no server, no login and no password.',
  /** Said by the scripts. */
  script: {
    running: 'Outlook is running. Close it, then start this again.',
    conflict: `Nothing was changed: Outlook already has a file for {domain} that is not this one. If it belongs to another account that you set up in this way, run its “${tidy}” (or remove.cmd) first; otherwise ask your administrator. The present setting is:`,
    policy:
      'Nothing was changed: a policy of your organisation keeps Outlook from reading this file, or from adding an account of this kind. Only your administrator can change that. The policy is:',
    failed:
      'It did not work, and what had been done was undone. Your organisation may forbid changes of the registry: ask your administrator, or set up the account by hand.',
    installed: 'Outlook is prepared for your address at {domain}.',
    hazard:
      'Do not forget the removal: until then this file answers for every account at {domain} in your Outlook, and an Exchange account there would lose the free/busy times of others and its out-of-office replies.',
    removed: 'Done: Outlook is as it was before. Your account and your messages stay.',
    shared:
      'Done for this account. Values that serve all accounts stay, because another account that you set up in this way needs them: they go with its removal. Your account and your messages stay.',
    kept: 'This folder stays, because something is in it that does not belong to this account:',
    absent: 'There was nothing to remove.',
    left: 'What was set for this account is taken back. These values stay, because there is no note of who set them: your organisation may have. They only change how Outlook adds accounts, and your administrator can delete them:',
    leftover: 'Something could not be removed. Start this again, or ask your administrator.',
  },
  command: {
    usage: 'The only option is /quiet: no question, no word unless something is wrong. The exit code tells the result.',
    /** In one line: who starts it inside a ZIP sees one file of it, and has to see what to do. */
    missing: [
      'Extract the whole ZIP first, then start this file in the new folder.',
      'The reason: autodiscover.xml is not beside this file, as it is where a ZIP is only opened.',
    ],
    mismatch:
      'The autodiscover.xml beside this file is not the one that belongs to it, for your address at {domain}: it is another account’s, or it was changed. Put all files of one account into a folder of their own, as they came, then start this again.',
    next: [
      '1. Start Outlook. If it has no account yet, it asks for one by itself; otherwise choose File, Add Account.',
      '2. Type your name, your e-mail address and your password. Outlook finds everything else, also the login, which is not always the address.',
      `3. When mail comes and goes, double-click “${tidy}”.`,
      `If Outlook asks for the address only (the new Outlook does, and perhaps Outlook 2024), do not go on with it: it would try the address as the login. Close it, double-click “${tidy}”, and follow the steps by hand.`,
    ],
  },
  powershell: {
    system: 'This belongs in a person’s session: run it as that person, not as SYSTEM.',
    next: 'The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, run this script with -Remove.',
  },
  intune: {
    next: 'The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, end this assignment and assign the removal.',
    missing: 'Outlook is not prepared.',
    remaining: 'There is something to remove.',
  },
  problems: {
    'outlook.no-password': either(
      'person',
      'this file makes Outlook on Windows sign in with a password only, and {hosts} takes none: use another program, or the webmail if there is one',
      'Outlook on Windows can prove a login with the password only, and {hosts} does not take one ({methods}): allow “password” on a server of the profile, or use another program',
    ),
    'outlook.profile-security':
      'an Outlook profile file can ask for TLS from the first byte only, and {host} has STARTTLS or nothing: use install.zip, or put a server with “tls” into the profile',
    'outlook.profile-ascii':
      'an Outlook profile file holds plain letters without accents only, and “{value}” has others: use install.zip, or write it without them',
  },
});
