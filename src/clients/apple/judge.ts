import type { Problem } from '../../errors.ts';
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
} from './keys.ts';
import { problem } from './words.ts';

type Members = Readonly<Record<string, unknown>>;

const all: readonly Platform[] = ['ios', 'macos', 'visionos'];
const systemNames = { ios: 'iOS', macos: 'macOS', visionos: 'visionOS' } as const satisfies Record<Platform, string>;

/** The form that the schema asks of a reference to another payload. */
const UUID = /^[0-9A-Za-z]{8}(?:-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}$/;

/**
 * Read by tests alone as yet: what will read the mobileconfig of others (`lint`) has it here. Holds a configuration profile, as a property list reader returns it, against Apple's tables: unknown and missing keys, types, values, keys that no
 * target system knows, empty texts, passwords in clear, identifiers used twice. A payload of a type that is not in the tables is judged by the common keys only.
 * @param platforms the systems of interest; without them, those that the profile's TargetDeviceType names. A key is good if one of them knows it.
 */
export function judgeMobileconfig(mobileconfig: unknown, platforms?: readonly Platform[]): Problem[] {
  const problems: Problem[] = [];
  if (!isDictionary(mobileconfig)) return [wrongType('', 'dictionary')];
  const target = typeof mobileconfig.TargetDeviceType === 'number' ? mobileconfig.TargetDeviceType : 0;
  const on = platforms ?? targetPlatforms[target] ?? all;
  // An encrypted profile has its payloads in EncryptedPayloadContent.
  const top =
    mobileconfig.IsEncrypted === true
      ? { ...mobileconfigDictionary.keys, PayloadContent: { type: 'array' } as const }
      : mobileconfigDictionary.keys;
  problems.push(
    ...judgeDictionary(mobileconfig, { ...mobileconfigDictionary, keys: top }, 'Configuration', '', somewhere(on)),
  );

  const content: unknown[] = Array.isArray(mobileconfig.PayloadContent) ? mobileconfig.PayloadContent : [];
  content.forEach((payload, index) => {
    if (isDictionary(payload)) problems.push(...judgePayload(payload, `PayloadContent[${index}]`, on));
  });
  const payloads = content.filter(isDictionary);
  problems.push(
    ...twice([mobileconfig, ...payloads], 'PayloadIdentifier'),
    ...twice([mobileconfig, ...payloads], 'PayloadUUID'),
  );
  return problems;
}

function judgePayload(payload: Members, path: string, on: readonly Platform[]): Problem[] {
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
  if (!known(dictionary.since, on)) return [elsewhere(type, path, on)];
  return judgeDictionary(payload, { ...dictionary, keys: { ...commonKeys, ...dictionary.keys } }, type, path, on);
}

function judgeDictionary(members: Members, of: Dictionary, name: string, path: string, on: readonly Platform[]) {
  const problems: Problem[] = [];
  for (const [key, { required }] of Object.entries(of.keys)) {
    if (required && !Object.hasOwn(members, key)) {
      problems.push(problem('apple.key-missing', { key, payload: name }, { field: join(path, key) }));
    }
  }
  for (const [key, value] of Object.entries(members)) {
    const field = join(path, key);
    const described = Object.hasOwn(of.keys, key) ? of.keys[key] : undefined;
    if (described === undefined) problems.push(problem('apple.key-unknown', { key, payload: name }, { field }));
    else problems.push(...judgeValue(key, value, described, { ...of.since, ...described.since }, field, on));
  }
  return problems;
}

function judgeValue(
  name: string,
  value: unknown,
  key: Key,
  since: Since,
  field: string,
  on: readonly Platform[],
): Problem[] {
  if (!known(since, on)) return [elsewhere(name, field, on)];
  if (!hasType[key.type](value)) return [wrongType(field, key.type)];
  // iOS calls a profile with an empty text malformed (ManagedConfiguration asks for strings of non-zero length).
  if (value === '') return [problem('apple.key-empty', { key: name }, { field })];
  if (key.secret) return [problem('apple.password', { key: name }, { field })];
  const expected = key.uuid ? 'PayloadUUID' : key.values?.join(', ');
  const fits = key.uuid ? UUID.test(String(value)) : (key.values?.some((each) => each === value) ?? true);
  if (!fits && expected !== undefined) {
    return [problem('apple.key-value', { key: name, value: String(value), expected }, { field })];
  }
  if (key.keys !== undefined && isDictionary(value)) {
    return judgeDictionary(value, { since, keys: key.keys }, name, field, on);
  }
  if (key.keys !== undefined && Array.isArray(value)) {
    const [member] = Object.entries(key.keys);
    if (member === undefined) return [];
    const [memberName, described] = member;
    return value.flatMap((each, index): Problem[] =>
      judgeValue(memberName, each, described, { ...since, ...described.since }, `${field}[${index}]`, on),
    );
  }
  const { members } = key;
  if (members === undefined) return [];
  const each: [string, unknown][] = Array.isArray(value)
    ? value.map((member, index) => [`${field}[${index}]`, member])
    : Object.entries(value as Members).map(([member, inner]) => [join(field, member), inner]);
  return each.filter(([, member]) => !hasType[members](member)).map(([place]) => wrongType(place, members));
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

/** Identifiers and UUIDs tell payloads apart; the profile's own count too. */
function twice(dictionaries: readonly Members[], key: 'PayloadIdentifier' | 'PayloadUUID'): Problem[] {
  const values = dictionaries.map((each) => each[key]).filter((value) => typeof value === 'string');
  const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
  return [...repeated].map((value) => problem('apple.identifier-twice', { key, value }, { field: key }));
}

function known(since: Since, on: readonly Platform[]): boolean {
  return on.some((platform) => since[platform] !== false);
}

/** A watch or a television takes profiles too, though no account: what is not about accounts is judged as for the others. */
function somewhere(on: readonly Platform[]): readonly Platform[] {
  return on.length > 0 ? on : all;
}

function elsewhere(what: string, field: string, on: readonly Platform[]): Problem {
  const platforms = on.map((platform) => systemNames[platform]).join(', ') || 'TargetDeviceType';
  return problem('apple.not-on-platform', { what, platforms }, { field });
}

function wrongType(field: string, expected: KeyType): Problem {
  return problem('apple.key-type', { expected }, { field });
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
