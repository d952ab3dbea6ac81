// Longer than other files: Apple's tables for the dictionaries that set up mail stand here in one place.

/**
 * What Apple's schema says of the dictionaries of a configuration profile that sets up mail: the profile itself, what every payload may have, and
 * the payloads for accounts, for a link and for a certificate. Source: github.com/apple/device-management, `mdm/profiles`, release iOS 18.1 / macOS 15.1 (commit b6202ca); a
 * test holds every line against those files where they are at hand.
 */

/** Systems that take mail accounts from a profile. (tvOS and watchOS take none.) */
export type Platform = 'ios' | 'macos' | 'visionos';

/** The types of a property list. */
export type KeyType = 'string' | 'integer' | 'real' | 'boolean' | 'date' | 'data' | 'array' | 'dictionary';

/** The first version of each system that knows it; `false` where none does. */
export type Since = Readonly<Record<Platform, string | false>>;

export interface Key {
  readonly type: KeyType;
  /** Optional where absent. */
  readonly required?: true;
  /** The values that exist, where the list is closed. */
  readonly values?: readonly (string | number)[];
  /** Refers to another payload by its PayloadUUID. */
  readonly uuid?: true;
  /** A password: for encrypted profiles only, says the schema. */
  readonly secret?: true;
  /** Where it differs from that of the dictionary. */
  readonly since?: Partial<Since>;
  /** The type of each member, where a dictionary's keys are free or an array's members are alike. */
  readonly members?: KeyType;
  /** The keys of a dictionary, where they are fixed; of an array, what each of its members is, under the name that Apple gives it. */
  readonly keys?: Keys;
}

export type Keys = Readonly<Record<string, Key>>;

export interface Dictionary {
  readonly since: Since;
  readonly keys: Keys;
}

/** Keys that every payload may have (CommonPayloadKeys.yaml). The account payloads below do not repeat them. */
export const commonKeys = {
  PayloadIdentifier: { type: 'string', required: true },
  PayloadUUID: { type: 'string', required: true },
  PayloadType: { type: 'string', required: true },
  PayloadVersion: { type: 'integer', required: true, values: [1] },
  PayloadDescription: { type: 'string' },
  PayloadDisplayName: { type: 'string' },
  PayloadOrganization: { type: 'string' },
} as const satisfies Keys;

/** The profile itself (TopLevel.yaml). */
export const mobileconfigDictionary: Dictionary = {
  since: { ios: '4.0', macos: '10.7', visionos: '1.0' },
  keys: {
    ...commonKeys,
    PayloadType: { type: 'string', required: true, values: ['Configuration'] },
    PayloadContent: { type: 'array', required: true, members: 'dictionary' },
    PayloadScope: { type: 'string', values: ['System', 'User'], since: { macos: '10.8' } },
    PayloadRemovalDisallowed: { type: 'boolean', since: { visionos: false } },
    PayloadExpirationDate: { type: 'date' },
    RemovalDate: { type: 'date' },
    DurationUntilRemoval: { type: 'real' },
    HasRemovalPasscode: { type: 'boolean' },
    TargetDeviceType: {
      type: 'integer',
      values: [0, 1, 2, 3, 4, 5, 6],
      since: { ios: '12.2', macos: '10.15', visionos: '1.1' },
    },
    /** From a BCP 47 tag, or `default`, to a text. */
    ConsentText: { type: 'dictionary', members: 'string' },
    IsEncrypted: { type: 'boolean' },
    EncryptedPayloadContent: { type: 'data' },
  },
};

/** The systems that each TargetDeviceType stands for; 0 is any, and so is its absence. */
export const targetPlatforms: Readonly<Record<number, readonly Platform[]>> = {
  0: ['ios', 'macos', 'visionos'],
  1: ['ios'],
  2: [],
  3: [],
  4: [],
  5: ['macos'],
  6: ['visionos'],
};

const everywhere: Since = { ios: '4.0', macos: '10.7', visionos: '1.1' };
const mailAuthentication = [
  'EmailAuthNone',
  'EmailAuthPassword',
  'EmailAuthCRAMMD5',
  'EmailAuthNTLM',
  'EmailAuthHTTPMD5',
] as const;
/** Which application makes the calls to contacts of this account. */
const communicationServiceRules: Keys = {
  DefaultServiceHandlers: { type: 'dictionary', keys: { AudioCall: { type: 'string' } } },
};

/** The payloads, by PayloadType. */
export const payloadDictionaries: Readonly<Record<string, Dictionary>> = {
  'com.apple.mail.managed': {
    since: everywhere,
    keys: {
      EmailAccountDescription: { type: 'string' },
      EmailAccountName: { type: 'string' },
      EmailAccountType: { type: 'string', required: true, values: ['EmailTypeIMAP', 'EmailTypePOP'] },
      EmailAddress: { type: 'string' },
      IncomingMailServerAuthentication: { type: 'string', required: true, values: mailAuthentication },
      IncomingMailServerHostName: { type: 'string', required: true },
      IncomingMailServerPortNumber: { type: 'integer' },
      IncomingMailServerUseSSL: { type: 'boolean' },
      IncomingMailServerUsername: { type: 'string' },
      IncomingMailServerIMAPPathPrefix: { type: 'string' },
      IncomingPassword: { type: 'string', secret: true },
      OutgoingMailServerAuthentication: { type: 'string', required: true, values: mailAuthentication },
      OutgoingMailServerHostName: { type: 'string', required: true },
      OutgoingMailServerPortNumber: { type: 'integer' },
      OutgoingMailServerUseSSL: { type: 'boolean' },
      OutgoingMailServerUsername: { type: 'string' },
      OutgoingPassword: { type: 'string', secret: true },
      OutgoingPasswordSameAsIncomingPassword: { type: 'boolean' },
      PreventMove: { type: 'boolean', since: { ios: '5.0', macos: false } },
      PreventAppSheet: { type: 'boolean', since: { ios: '5.0', macos: false } },
      allowMailDrop: { type: 'boolean', since: { ios: '9.2', macos: '10.12' } },
      disableMailRecentsSyncing: { type: 'boolean', since: { ios: '6.0' } },
      SMIMEEnabled: { type: 'boolean', since: { ios: '5.0', macos: false } },
      SMIMESigningEnabled: { type: 'boolean', since: { ios: '10.0', macos: false } },
      SMIMESigningCertificateUUID: { type: 'string', uuid: true, since: { ios: '5.0', macos: false } },
      SMIMEEncryptionEnabled: { type: 'boolean', since: { ios: '10.0', macos: false } },
      SMIMEEncryptionCertificateUUID: { type: 'string', uuid: true, since: { ios: '5.0', macos: false } },
      SMIMEEnablePerMessageSwitch: { type: 'boolean', since: { ios: '8.0', macos: false, visionos: false } },
      SMIMESigningUserOverrideable: { type: 'boolean', since: { ios: '12.0', macos: false } },
      SMIMESigningCertificateUUIDUserOverrideable: { type: 'boolean', since: { ios: '12.0', macos: false } },
      SMIMEEncryptByDefault: { type: 'boolean', since: { ios: '12.0', macos: false } },
      SMIMEEncryptByDefaultUserOverrideable: { type: 'boolean', since: { ios: '12.0', macos: false } },
      SMIMEEncryptionCertificateUUIDUserOverrideable: { type: 'boolean', since: { ios: '12.0', macos: false } },
      SMIMEEnableEncryptionPerMessageSwitch: { type: 'boolean', since: { ios: '12.0', macos: false } },
      VPNUUID: { type: 'string', since: { ios: '14.0', macos: false } },
    },
  },
  'com.apple.caldav.account': {
    since: everywhere,
    keys: {
      CalDAVAccountDescription: { type: 'string' },
      CalDAVHostName: { type: 'string', required: true },
      CalDAVPort: { type: 'integer' },
      CalDAVUseSSL: { type: 'boolean' },
      CalDAVPrincipalURL: { type: 'string' },
      CalDAVUsername: { type: 'string' },
      CalDAVPassword: { type: 'string', secret: true },
      VPNUUID: { type: 'string', since: { ios: '14.0', macos: false } },
    },
  },
  'com.apple.carddav.account': {
    since: everywhere,
    keys: {
      CardDAVAccountDescription: { type: 'string' },
      CardDAVHostName: { type: 'string', required: true },
      CardDAVPort: { type: 'integer' },
      CardDAVUseSSL: { type: 'boolean' },
      CardDAVPrincipalURL: { type: 'string', since: { macos: false } },
      CardDAVUsername: { type: 'string' },
      CardDAVPassword: { type: 'string', secret: true },
      CommunicationServiceRules: {
        type: 'dictionary',
        since: { ios: '10.0', macos: false },
        keys: communicationServiceRules,
      },
      VPNUUID: { type: 'string', since: { ios: '14.0', macos: false } },
    },
  },
  /** Exchange ActiveSync. */
  'com.apple.eas.account': {
    since: { ios: '4.0', macos: false, visionos: '1.1' },
    keys: {
      EmailAddress: { type: 'string' },
      Host: { type: 'string' },
      SSL: { type: 'boolean' },
      UserName: { type: 'string' },
      Password: { type: 'string', secret: true },
      OverridePreviousPassword: { type: 'boolean', since: { ios: '14.0' } },
      OAuth: { type: 'boolean', since: { ios: '12.0' } },
      OAuthSignInURL: { type: 'string', since: { ios: '13.0' } },
      OAuthTokenRequestURL: { type: 'string', since: { ios: '13.0' } },
      Certificate: { type: 'data', since: { ios: '7.0' } },
      CertificateName: { type: 'string', since: { ios: '7.0' } },
      CertificatePassword: { type: 'string', secret: true },
      PayloadCertificateUUID: { type: 'string', uuid: true },
      HeaderMagic: { type: 'string', since: { visionos: false } },
      MailNumberOfPastDaysToSync: { type: 'integer', values: [0, 1, 3, 7, 14, 31] },
      PreventMove: { type: 'boolean', since: { ios: '5.0' } },
      PreventAppSheet: { type: 'boolean', since: { ios: '5.0' } },
      allowMailDrop: { type: 'boolean', since: { ios: '9.2' } },
      disableMailRecentsSyncing: { type: 'boolean' },
      CommunicationServiceRules: { type: 'dictionary', since: { ios: '10.0' }, keys: communicationServiceRules },
      EnableMail: { type: 'boolean', since: { ios: '13.0' } },
      EnableContacts: { type: 'boolean', since: { ios: '13.0' } },
      EnableCalendars: { type: 'boolean', since: { ios: '13.0' } },
      EnableReminders: { type: 'boolean', since: { ios: '13.0' } },
      EnableNotes: { type: 'boolean', since: { ios: '13.0' } },
      EnableMailUserOverridable: { type: 'boolean', since: { ios: '13.0' } },
      EnableContactsUserOverridable: { type: 'boolean', since: { ios: '13.0' } },
      EnableCalendarsUserOverridable: { type: 'boolean', since: { ios: '13.0' } },
      EnableRemindersUserOverridable: { type: 'boolean', since: { ios: '13.0' } },
      EnableNotesUserOverridable: { type: 'boolean', since: { ios: '13.0' } },
      SMIMEEnabled: { type: 'boolean', since: { ios: '5.0', visionos: false } },
      SMIMESigningEnabled: { type: 'boolean', since: { ios: '10.3' } },
      SMIMESigningCertificateUUID: { type: 'string', uuid: true, since: { ios: '5.0' } },
      SMIMEEncryptionEnabled: { type: 'boolean', since: { ios: '10.3', visionos: false } },
      SMIMEEncryptionCertificateUUID: { type: 'string', uuid: true, since: { ios: '5.0' } },
      SMIMEEnablePerMessageSwitch: { type: 'boolean', since: { ios: '8.0', visionos: false } },
      SMIMESigningUserOverrideable: { type: 'boolean', since: { ios: '12.0' } },
      SMIMESigningCertificateUUIDUserOverrideable: { type: 'boolean', since: { ios: '12.0' } },
      SMIMEEncryptByDefault: { type: 'boolean', since: { ios: '12.0' } },
      SMIMEEncryptByDefaultUserOverrideable: { type: 'boolean', since: { ios: '12.0' } },
      SMIMEEncryptionCertificateUUIDUserOverrideable: { type: 'boolean', since: { ios: '12.0' } },
      SMIMEEnableEncryptionPerMessageSwitch: { type: 'boolean', since: { ios: '12.0' } },
      VPNUUID: { type: 'string', since: { ios: '14.0' } },
    },
  },
  /** Exchange Web Services. */
  'com.apple.ews.account': {
    since: { ios: false, macos: '10.7', visionos: false },
    keys: {
      EmailAddress: { type: 'string' },
      Host: { type: 'string' },
      SSL: { type: 'boolean' },
      Port: { type: 'integer' },
      Path: { type: 'string' },
      ExternalHost: { type: 'string' },
      ExternalSSL: { type: 'boolean' },
      ExternalPort: { type: 'integer' },
      ExternalPath: { type: 'string' },
      UserName: { type: 'string' },
      Password: { type: 'string', secret: true },
      OAuth: { type: 'boolean', since: { macos: '10.14' } },
      OAuthSignInURL: { type: 'string', since: { macos: '10.14' } },
      PayloadCertificateUUID: { type: 'string', uuid: true, since: { macos: '10.12' } },
      AuthenticationCertificateUUID: { type: 'string', since: { macos: '10.11' } },
      allowMailDrop: { type: 'boolean', since: { macos: '10.12' } },
    },
  },
  'com.apple.ldap.account': {
    since: everywhere,
    keys: {
      LDAPAccountDescription: { type: 'string' },
      LDAPAccountHostName: { type: 'string', required: true },
      LDAPAccountUserName: { type: 'string' },
      LDAPAccountPassword: { type: 'string', secret: true },
      LDAPAccountUseSSL: { type: 'boolean' },
      LDAPSearchSettings: {
        type: 'array',
        keys: {
          LDAPSearchSettingsItem: {
            type: 'dictionary',
            keys: {
              LDAPSearchSettingDescription: { type: 'string' },
              LDAPSearchSettingSearchBase: { type: 'string', required: true },
              LDAPSearchSettingScope: {
                type: 'string',
                values: [
                  'LDAPSearchSettingScopeBase',
                  'LDAPSearchSettingScopeOneLevel',
                  'LDAPSearchSettingScopeSubtree',
                ],
              },
            },
          },
        },
      },
      VPNUUID: { type: 'string', since: { ios: '14.0', macos: false } },
    },
  },
  'com.apple.webClip.managed': {
    since: { ios: '4.0', macos: '10.7', visionos: false },
    keys: {
      URL: { type: 'string', required: true },
      Label: { type: 'string', required: true },
      Icon: { type: 'data' },
      Precomposed: { type: 'boolean', since: { macos: false } },
      FullScreen: { type: 'boolean', since: { macos: false } },
      IsRemovable: { type: 'boolean', since: { macos: false } },
      IgnoreManifestScope: { type: 'boolean', since: { ios: '14.0', macos: false } },
      TargetApplicationBundleIdentifier: { type: 'string', since: { ios: '14.0', macos: false } },
    },
  },
  /** A certificate of an authority; the same as com.apple.security.pkcs1. */
  'com.apple.security.root': {
    since: { ios: '4.0', macos: '10.7', visionos: '1.0' },
    keys: {
      PayloadCertificateFileName: { type: 'string' },
      PayloadContent: { type: 'data', required: true },
    },
  },
};
