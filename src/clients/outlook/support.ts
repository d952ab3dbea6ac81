import type { Support as SupportOf } from '../client.ts';
import type { OwnWords } from './words.ts';

type Support = SupportOf<keyof OwnWords['conditions']>;

/*
 * Sources: TechNet cc511507 (local XML with LoginName, Outlook 2007 to 2013), Microsoft support 2212902 (PreferLocalXML), Office deployment notes on
 * profile files. From Outlook 2016 on only the classic wizard is reported to build an IMAP account from Autodiscover, and nobody has said that it
 * takes the login; the switch that brings this wizard back is reported to do nothing on 2024.
 */

const newOutlook: Support = { product: 'Outlook for Windows', when: 'newOne', evidence: 'refused' };

/** Local XML and the registry values that point to it. */
export const localXml: readonly Support[] = [
  { product: 'Outlook 2013', evidence: 'documented' },
  { product: 'Outlook 2016', evidence: 'unverified' },
  { product: 'Outlook 2019', evidence: 'unverified' },
  { product: 'Outlook 2021', evidence: 'reported' },
  { product: 'Outlook 2024', evidence: 'unverified' },
  { product: 'Outlook, Microsoft 365', when: 'classic', evidence: 'unverified' },
  newOutlook,
];

/** The same through Windows PowerShell, in which no test of ours has run the script. */
export const localXmlByPowershell: readonly Support[] = [
  ...localXml,
  { product: 'Windows PowerShell 5.1', evidence: 'unverified' },
];

/** And through Intune. */
export const localXmlByIntune: readonly Support[] = [
  ...localXmlByPowershell,
  { product: 'Intune', evidence: 'unverified' },
];

/** The same by Group Policy Preferences: by their specification, which no Windows of ours has read with us. */
export const localXmlByGroupPolicy: readonly Support[] = [
  ...localXml,
  { product: 'Group Policy Preferences', evidence: 'unverified' },
];

/** Profile files: first-class up to 2013; later versions have been seen to import one with POP3, nobody has told of IMAP. */
export const mapiProfile: readonly Support[] = localXml.map((each) => ({
  ...each,
  evidence: each.evidence === 'reported' ? 'unverified' : each.evidence,
}));
