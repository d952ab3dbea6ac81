import { makeBundle } from '../bundle/bundle.ts';
import { apple } from '../clients/apple/index.ts';
import { describe, InputError, problemsOf } from '../errors.ts';
import type { Account, Language, Login } from '../model/account.ts';
import { SERVICE_NAMES } from '../model/service-names.ts';
import { domainsOf, type Profile } from '../profile/profile.ts';
import { resolve } from '../resolve/resolve.ts';
import { en } from '../words/device-management.en.ts';
import { fr } from '../words/device-management.fr.ts';
import { nearest } from '../words/suggest.ts';
import { bind } from '../words/words.ts';
import { type Product, type ProductId, productIds, products } from './products.ts';

/** Makes a problem of a template for device management. */
export const deviceProblem = problemsOf({ en: en.problems, fr: fr.problems });

/** What people read of it, in one language. */
export const deviceWords = (language: Language) => bind({ en, fr }[language], language);

/** An Apple profile in which a product puts the values of each person. */
export interface DeviceTemplate {
  readonly product: ProductId;
  readonly fileName: string;
  readonly text: string;
  /** The variables that are in it. */
  readonly uses: {
    readonly address?: string;
    readonly local?: string;
    readonly login?: string;
    readonly name?: string;
  };
}

export interface DeviceTemplateOptions {
  /** An attribute of the product's that has the login of each person. */
  readonly attribute?: string | undefined;
  /** Whose template it is, where the domains of a provider differ: anybody's domain. */
  readonly domain?: string | undefined;
  readonly language: Language;
}

/** Stand for the person while the profile is made: nothing else that a provider writes has them. */
const MARKS = { local: 'zqlocalzq', login: 'zqloginzq', name: 'zqnamezq' } as const;

/** @throws InputError for a name that is none */
export function productIn(value: string): ProductId {
  const found = productIds.find((id) => id === value);
  if (found !== undefined) return found;
  const details = { value, suggestion: nearest(value, productIds), known: productIds.join(', ') };
  throw new InputError(deviceProblem('device-management.product', details));
}

/**
 * The profile of a provider with variables in the place of a person: never signed, because what replaces them would break the signature. It is made as everybody's is, for somebody
 * who stands for all, so that it says what theirs say; and the variables are put in at last, where no escape gets at them.
 * @throws InputError where the product cannot say what the login rule needs, or would take a text of the provider's for a variable
 */
export function makeDeviceTemplate(profile: Profile, id: ProductId, options: DeviceTemplateOptions): DeviceTemplate {
  const product: Product = products[id];
  const login = ownLogin(product, id, options);
  const names = domainsOf(profile).map(({ name }) => name);
  const wanted = options.domain === undefined ? names.filter((name) => !name.includes('*')) : [options.domain];
  const made = wanted.map((domain) =>
    filled(accountOf(domain, profile, product, id, login, options.language), product, id, login, options.language),
  );
  const [first, ...others] = made;
  if (first === undefined || others.some(({ text }) => text !== first.text))
    throw new InputError(deviceProblem('device-management.domains', { domain: wanted[0] ?? 'example.org' }));
  return { product: id, fileName: `${profile.id}-${id}.mobileconfig`, ...first };
}

function ownLogin(
  { attribute, title }: Product,
  id: ProductId,
  { attribute: value, language }: DeviceTemplateOptions,
): string | undefined {
  if (value === undefined || attribute?.form.test(value))
    return value === undefined ? undefined : attribute?.variable(value);
  const form = attribute === undefined ? '' : formOf(id, language);
  throw new InputError(deviceProblem('device-management.attribute', { value, product: title, form }));
}

function accountOf(
  domain: string,
  profile: Profile,
  product: Product,
  id: ProductId,
  login: string | undefined,
  language: Language,
): Account {
  const person = {
    address: `${MARKS.local}@${domain}`,
    ...(product.name !== undefined && { name: MARKS.name }),
    ...(login !== undefined && { login: MARKS.login }),
  };
  try {
    return resolve(person, [profile]).account;
  } catch (error) {
    const asked = error instanceof InputError && error.problems.some(({ code }) => code === 'login.asked');
    if (!asked) throw error;
    const details = { product: product.title, attribute: attributeOf(id, language) };
    throw new InputError(deviceProblem('device-management.no-rule', details), { cause: error });
  }
}

function filled(
  account: Account,
  product: Product,
  id: ProductId,
  login: string | undefined,
  language: Language,
): Pick<DeviceTemplate, 'text' | 'uses'> {
  const { title } = product;
  // A profile has Exchange where that is the only way to the mailbox.
  const inProfile = SERVICE_NAMES.filter((service) => service !== 'exchange' || account.incoming.length === 0);
  const services = inProfile.flatMap((service): readonly Login[] => [account[service] ?? []].flat());
  const rules = [account, ...services].flatMap(({ loginRule }) => loginRule ?? []);
  const filter = rules.find((rule) => rule.includes('|'));
  if (filter !== undefined)
    throw new InputError(deviceProblem('device-management.filter', { rule: filter, product: title }));
  const { artifacts, leftOut } = makeBundle(account, [apple]);
  const artifact = FORMATS.flatMap(
    (format) => artifacts.find((each) => each.client === 'apple' && each.format === format) ?? [],
  )[0];
  const reason = leftOut[0] === undefined ? '' : describe(leftOut[0].problem, language);
  if (artifact === undefined) throw new InputError(deviceProblem('device-management.nothing', { reason }));
  const marked = new TextDecoder().decode(artifact.bytes());
  const literal = product.variables.exec(marked.replace(/<data>[^<]*<\/data>/g, ''))?.[0];
  if (literal !== undefined)
    throw new InputError(deviceProblem('device-management.literal', { value: literal, product: title }));
  const uses: Record<string, string> = {};
  const put = (text: string, mark: string, name: keyof DeviceTemplate['uses'], variable: string | undefined) => {
    if (variable === undefined || !text.includes(mark)) return text;
    uses[name] = variable;
    return text.replaceAll(mark, () => variable);
  };
  let text = put(marked, account.address, 'address', product.address);
  text = put(text, account.displayAddress, 'address', product.address);
  text = put(text, MARKS.login, 'login', login);
  text = put(text, MARKS.name, 'name', product.name);
  text = put(text, MARKS.local, 'local', product.local?.variable);
  if (!text.includes(MARKS.local)) return { text, uses };
  const details = {
    product: title,
    rule: rules.find((rule) => rule.includes('{local}')) ?? '{local}',
    attribute: attributeOf(id, language),
  };
  throw new InputError(deviceProblem('device-management.no-local', details));
}

/** The first that there is: where a provider has Exchange alone, that for iPhone and iPad. */
const FORMATS = ['profile', 'exchange-ios', 'exchange-macos'];

function attributeOf(id: ProductId, language: Language): string {
  const all: Readonly<Partial<Record<ProductId, string>>> = deviceWords(language).attributes;
  return all[id] ?? '';
}

function formOf(id: ProductId, language: Language): string {
  const all: Readonly<Partial<Record<ProductId, string>>> = deviceWords(language).forms;
  return all[id] ?? '';
}
