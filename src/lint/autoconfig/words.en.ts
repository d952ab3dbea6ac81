import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no well-formed XML: {detail}',
    remedy: 'mend it at this place; an XML editor shows the same one',
  },
  doctype: {
    says: 'the file has a document type ({detail})',
    remedy: 'remove it: nothing in a clientConfig needs one',
  },
  'not-a-client-config': {
    says: 'there is no emailProvider in a clientConfig',
    remedy: 'put everything into <clientConfig version="1.1"><emailProvider id="…">',
  },
  'id-syntax': {
    says: 'the id of the provider is “{value}”, and no host name',
    remedy: 'write the main domain as id: <emailProvider id="example.org">',
  },
  'port-socket': {
    says: 'server {number} ({type}): on port {port} a connection does not begin with {socket}',
    remedy: 'write port {usual}, or socketType {other}',
  },
  'plain-socket': {
    says: 'server {number} ({type}) is plain text: nothing protects the password',
    remedy: 'offer SSL on port {usual} in its place',
  },
  'plain-socket-android': {
    says: 'server {number} ({type}) is plain text',
    remedy: 'remove it, or offer SSL in its place: the other servers of the file are lost with it',
  },
});
