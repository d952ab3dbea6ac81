import type { XmlElement } from '../../read/xml-tree.ts';

/** The element that stands around; `''` is the document. */
export type ElementPlace = string;

const server = ['hostname', 'port', 'socketType', 'username', 'password', 'authentication', 'useGlobalPreferredServer'];
const dav = ['username', 'authentication', 'serverURL', 'url'];
const wired = ['hostname', 'port', 'socketType', 'url', 'username', 'authentication'];

/**
 * What readers and the specification (versions 1.1 and 1.2, with the drafts between) know, by the element around it. `restriction`, `owaURL` and the like are in no
 * draft, but Thunderbird or its database has them.
 */
const known: Readonly<Record<ElementPlace, readonly string[]>> = {
  clientConfig: [
    ...[
      'emailProvider',
      'oAuth2',
      'enable',
      'inputField',
      'webMail',
      'clientConfigUpdate',
      'addressBook',
      'addressbook',
    ],
    ...['contacts', 'calendar', 'fileShare', 'chatServer', 'videoConference', 'setupServer', 'documentation'],
  ],
  emailProvider: [
    ...['domain', 'displayName', 'displayShortName', 'incomingServer', 'outgoingServer', 'documentation', 'enable'],
    ...['inputField', 'oAuth2', 'webMail', 'addressBook', 'addressbook', 'calendar', 'fileShare'],
  ],
  incomingServer: [...server, 'pop3', 'url', 'owaURL', 'ewsURL', 'easURL'],
  outgoingServer: [...server, 'addThisServer', 'restriction', 'url'],
  pop3: ['leaveMessagesOnServer', 'daysToLeaveMessagesOnServer', 'downloadOnBiff', 'checkInterval'],
  documentation: ['descr'],
  enable: ['instruction'],
  oAuth2: ['issuer', 'scope', 'authURL', 'tokenURL', 'clientID', 'clientSecret'],
  webMail: ['loginPage', 'loginPageInfo'],
  loginPageInfo: ['username', 'usernameField', 'passwordField', 'loginButton'],
  addressBook: dav,
  addressbook: dav,
  contacts: dav,
  calendar: dav,
  fileShare: dav,
  chatServer: wired,
  videoConference: wired,
  setupServer: wired,
};

/** Elements that nobody knows where they stand; what is in them is passed over. */
export function strangers(root: XmlElement): { readonly element: XmlElement; readonly place: ElementPlace }[] {
  const found: { element: XmlElement; place: ElementPlace }[] = [];
  const visit = (element: XmlElement) => {
    const here = known[element.name];
    if (here === undefined) return;
    for (const child of element.children) {
      if (here.includes(child.name)) visit(child);
      else found.push({ element: child, place: element.name });
    }
  };
  if (root.name === 'clientConfig') visit(root);
  return found;
}
