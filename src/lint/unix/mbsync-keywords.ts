const yesNo = /^(?:yes|true|on|1|no|false|off|0)$/i;
const whole = /^-?\d+$/;
const any = /^/;
const ssl = /^(?:none|starttls|imaps)$/i;

/** Keywords of each section, in lower case, with what their values may be (isync 1.4.4, drv_imap.c, drv_maildir.c, config.c; the last of each are those of 1.5). */
const syncing: Readonly<Record<string, RegExp>> = {
  maxmessages: whole,
  maxsize: /^\d+[km]?b?$/i,
  expireunread: yesNo,
  copyarrivaldate: yesNo,
  create: /^(?:none|far|near|both|master|slave)$/i,
  remove: /^(?:none|far|near|both|master|slave)$/i,
  expunge: /^(?:none|far|near|both|master|slave)$/i,
  sync: /^(?:none|full|all|pull|push|(?:pull|push)?(?:new|renew|delete|flags|gone|upgrade))$/i,
  syncstate: any,
  expungesolo: any,
};
const account: Readonly<Record<string, RegExp>> = {
  ...{ host: any, port: whole, user: any, usercmd: any, pass: any, passcmd: any, tunnel: any, ssltype: ssl },
  ...{ sslversion: any, sslversions: any, systemcertificates: yesNo, certificatefile: any, clientcertificate: any },
  ...{ clientkey: any, cipherstring: any, authmechs: any, authmech: any, timeout: whole, pipelinedepth: /^[1-9]\d*$/ },
  ...{ disableextension: any, disableextensions: any, requiressl: yesNo, requirecram: yesNo, useimaps: yesNo },
  ...{ usesslv2: any, usesslv3: any, usetlsv1: yesNo, 'usetlsv1.1': yesNo, 'usetlsv1.2': yesNo },
  ...{ usekeychain: yesNo, tlstype: ssl, tlsversions: any },
};
const store: Readonly<Record<string, RegExp>> = {
  ...{ path: any, maxsize: syncing.maxsize ?? any, mapinbox: any, flatten: any, trash: any },
  ...{ trashnewonly: yesNo, trashremotenew: yesNo },
};
/** By the section in which they stand, outside of all as `''`. */
export const mbsyncKeywords: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  imapaccount: account,
  imapstore: { ...account, ...store, account: any, usenamespace: yesNo, pathdelimiter: /^.$/, subscribedonly: yesNo },
  maildirstore: {
    ...store,
    ...{ inbox: any, infodelimiter: /^.$/, altmap: yesNo, subfolders: /^(?:verbatim|maildir\+\+|legacy)$/i },
  },
  channel: {
    ...syncing,
    ...{ far: /:/, near: /:/, master: /:/, slave: /:/, pattern: any, patterns: any },
  },
  group: { channel: any, channels: any },
  '': { ...syncing, fsync: yesNo, fielddelimiter: /^.$/, bufferlimit: /^[1-9]\d*[km]?b?$/i },
};

/** Keywords that isync 1.4 does not know. */
export const newKeywords: readonly string[] = ['tlstype', 'tlsversions', 'expungesolo', 'usekeychain'];
/** Keywords that take a list. */
export const listKeywords: readonly string[] = [
  ...['authmechs', 'authmech', 'sslversions', 'sslversion', 'tlsversions', 'disableextension', 'disableextensions'],
  ...[
    'pattern',
    'patterns',
    'channel',
    'channels',
    'group',
    'create',
    'remove',
    'expunge',
    'sync',
    'usesslv2',
    'usesslv3',
  ],
];
