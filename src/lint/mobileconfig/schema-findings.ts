import {
  commonKeys,
  type Dictionary,
  type Key,
  type KeyType,
  mobileconfigDictionary,
  type Platform,
  payloadDictionaries,
  type Since,
  targetPlatforms,
} from './apple-keys.ts';

/** A place in a property list: keys of dictionaries, numbers of arrays. */
export type PlistPath = readonly (string | number)[];

/** Where a profile is not as Apple's schema has it. */
export interface SchemaFinding {
  readonly what:
    | 'key-unknown'
    | 'key-missing'
    | 'key-type'
    | 'key-empty'
    | 'key-value'
    | 'password'
    | 'not-on-platform';
  readonly path: PlistPath;
  /** The last key of the path, or the payload that the devices have not. */
  readonly key: string;
  /** The payload, or the dictionary in it. */
  readonly payload: string;
  /** What stands there in the place of a value that exists. */
  readonly value: string;
  /** The type or the values, or the systems. */
  readonly expected: string;
}

type Members = Readonly<Record<string, unknown>>;

const all: readonly Platform[] = ['ios', 'macos', 'visionos'];
const systemNames = { ios: 'iOS', macos: 'macOS', visionos: 'visionOS' } as const satisfies Record<Platform, string>;

/** The form that the schema asks of a reference to another payload. */
const UUID = /^[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}$/;

/**
 * Holds a configuration profile, as a property list reader returns it, against Apple's tables: unknown and missing keys, types, values, keys that no
 * target system knows, empty texts, passwords in clear. A payload of a type that is not in the tables is judged by the common keys only.
 * @param platforms the systems of interest; without them, those that the profile's TargetDeviceType names. A key is good if one of them knows it.
 */
export function schemaFindings(profile: unknown, platforms?: readonly Platform[]): SchemaFinding[] {
  if (!isDictionary(profile)) return [wrongType([], 'Configuration', 'dictionary')];
  const target = typeof profile.TargetDeviceType === 'number' ? profile.TargetDeviceType : 0;
  const on = platforms ?? targetPlatforms[target] ?? all;
  // An encrypted profile has its payloads in EncryptedPayloadContent.
  const top =
    profile.IsEncrypted === true
      ? { ...mobileconfigDictionary.keys, PayloadContent: { type: 'array' } as const }
      : mobileconfigDictionary.keys;
  const outer = { ...mobileconfigDictionary, keys: top };
  const content: unknown[] = Array.isArray(profile.PayloadContent) ? profile.PayloadContent : [];
  return [
    ...judgeDictionary(profile, outer, 'Configuration', [], somewhere(on)),
    ...content.flatMap((payload, index) =>
      isDictionary(payload) ? judgePayload(payload, ['PayloadContent', index], on) : [],
    ),
  ];
}

function judgePayload(payload: Members, path: PlistPath, on: readonly Platform[]): SchemaFinding[] {
  const type = String(payload.PayloadType);
  const dictionary = Object.hasOwn(payloadDictionaries, type) ? payloadDictionaries[type] : undefined;
  if (dictionary === undefined) {
    const common = Object.fromEntries(Object.entries(payload).filter(([key]) => Object.hasOwn(commonKeys, key)));
    return judgeDictionary(
      common,
      { since: mobileconfigDictionary.since, keys: commonKeys },
      type,
      path,
      somewhere(on),
    );
  }
  if (!known(dictionary.since, on)) return [elsewhere(type, type, path, on)];
  return judgeDictionary(payload, { ...dictionary, keys: { ...commonKeys, ...dictionary.keys } }, type, path, on);
}

function judgeDictionary(
  members: Members,
  of: Dictionary,
  payload: string,
  path: PlistPath,
  on: readonly Platform[],
): SchemaFinding[] {
  const missing = Object.entries(of.keys)
    .filter(([key, { required }]) => required && !Object.hasOwn(members, key))
    .map(([key]) => finding('key-missing', [...path, key], payload));
  const others = Object.entries(members).flatMap(([key, value]) => {
    const place = [...path, key];
    const described = Object.hasOwn(of.keys, key) ? of.keys[key] : undefined;
    if (described === undefined) return [finding('key-unknown', place, payload)];
    return judgeValue(value, described, { ...of.since, ...described.since }, place, payload, on);
  });
  return [...missing, ...others];
}

function judgeValue(
  value: unknown,
  key: Key,
  since: Since,
  path: PlistPath,
  payload: string,
  on: readonly Platform[],
): SchemaFinding[] {
  if (!known(since, on)) return [elsewhere(lastKey(path), payload, path, on)];
  if (!hasType[key.type](value)) return [wrongType(path, payload, key.type)];
  // iOS calls a profile with an empty text malformed (ManagedConfiguration asks for strings of non-zero length).
  if (value === '') return [finding('key-empty', path, payload)];
  if (key.secret) return [finding('password', path, payload)];
  const expected = key.uuid ? 'PayloadUUID' : key.values?.join(', ');
  const fits = key.uuid ? UUID.test(String(value)) : (key.values?.some((each) => each === value) ?? true);
  if (!fits && expected !== undefined) return [finding('key-value', path, payload, expected, String(value))];
  if (key.keys !== undefined && isDictionary(value))
    return judgeDictionary(value, { since, keys: key.keys }, lastKey(path), path, on);
  if (key.keys !== undefined && Array.isArray(value)) {
    const [member] = Object.entries(key.keys);
    if (member === undefined) return [];
    const [name, described] = member;
    const each = (inner: unknown, index: number) =>
      judgeValue(inner, described, { ...since, ...described.since }, [...path, index], name, on);
    return value.flatMap(each);
  }
  const { members } = key;
  if (members === undefined) return [];
  const inner: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value as Members);
  return inner
    .filter(([, member]) => !hasType[members](member))
    .map(([name]) => wrongType([...path, name], payload, members));
}

/** As readers of property lists return the types; they make no difference between an integer and a real without fraction. */
const hasType = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  real: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  data: (value) => value instanceof Uint8Array,
  array: (value) => Array.isArray(value),
  dictionary: (value) => isDictionary(value),
} as const satisfies Record<KeyType, (value: unknown) => boolean>;

function isDictionary(value: unknown): value is Members {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}

function known(since: Since, on: readonly Platform[]): boolean {
  return on.some((platform) => since[platform] !== false);
}

/** A watch or a television takes profiles too, though no account: what is not about accounts is judged as for the others. */
function somewhere(on: readonly Platform[]): readonly Platform[] {
  return on.length > 0 ? on : all;
}

function finding(
  what: SchemaFinding['what'],
  path: PlistPath,
  payload: string,
  expected = '',
  value = '',
): SchemaFinding {
  return { what, path, key: lastKey(path), payload, expected, value };
}

function elsewhere(key: string, payload: string, path: PlistPath, on: readonly Platform[]): SchemaFinding {
  const expected = on.map((platform) => systemNames[platform]).join(', ') || 'TargetDeviceType';
  return { ...finding('not-on-platform', path, payload, expected), key };
}

function wrongType(path: PlistPath, payload: string, expected: KeyType): SchemaFinding {
  return finding('key-type', path, payload, expected === 'dictionary' ? 'dict' : expected);
}

function lastKey(path: PlistPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

/** The place as messages name it: `PayloadContent[0].EmailAddress`. */
export function pathText(path: PlistPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}
