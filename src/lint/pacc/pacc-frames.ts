const PROTOCOLS =
  '"protocols":{"imap":{"host":"imap.example.org"},"submit":{"host":"smtp.example.org"},"smtp":{"host":"smtp.example.org"}}';
const AUTHENTICATION = '"authentication":{"password":true}';
const INFO = '"info":{"provider":{"name":"Example","shortName":"Example"}}';

const documentOf = (protocols: string, authentication = AUTHENTICATION, info = INFO) =>
  `{${protocols},${authentication},${info}}`;

/** A document of which no rule says anything. */
export const goodPacc = documentOf(PROTOCOLS);

/** Frames, by what the fragment stands for. */
export const paccFrames = {
  whole: (fragment: string) => fragment,
  protocols: (protocols: string) => documentOf(protocols),
  /** What is in `protocols`. */
  protocol: (fragment: string) => documentOf(`"protocols":{${fragment}}`),
  info: (info: string) => documentOf(PROTOCOLS, AUTHENTICATION, info),
  authentication: (authentication: string) => documentOf(PROTOCOLS, authentication),
} as const;
