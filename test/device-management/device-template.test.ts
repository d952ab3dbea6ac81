import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { makeDeviceTemplate, productIn } from '../../src/device-management/device-template.ts';
import { type ProductId, productIds } from '../../src/device-management/products.ts';
import { schemaFindings } from '../../src/lint/mobileconfig/schema-findings.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { makeProfile, readProfile } from '../fixtures.ts';

const cnrs = readProfile('cnrs');
const making = (profile: Profile, id: ProductId, attribute?: string) =>
  makeDeviceTemplate(profile, id, { language: 'en', attribute });

/** The mail payload, read by a library of others. */
function mailOf(text: string): Readonly<Record<string, unknown>> {
  const { PayloadContent: payloads } = parse(text) as unknown as { PayloadContent: Record<string, unknown>[] };
  return payloads.find(({ PayloadType }) => PayloadType === 'com.apple.mail.managed') ?? {};
}

describe('a template for device management', () => {
  test.each([
    ['workspace-one', '{EmailAddress}', '{EmailUserName}@ods.services', '{FirstName} {LastName}', undefined],
    ['ivanti', `\${userEmailAddress}`, `\${userEmailAddressLocalPart}@ods.services`, `\${userDisplayName}`, undefined],
    ['ivanti', `\${userEmailAddress}`, `\${mailLogin}`, `\${userDisplayName}`, 'mailLogin'],
    ['jamf', '$EMAIL', '$EXTENSIONATTRIBUTE_7', '$FULLNAME', '7'],
    [
      'fleet',
      `\${FLEET_VAR_HOST_END_USER_IDP_USERNAME}`,
      `\${FLEET_VAR_HOST_END_USER_IDP_USERNAME_LOCAL_PART}@ods.services`,
      `\${FLEET_VAR_HOST_END_USER_IDP_FULL_NAME}`,
      undefined,
    ],
  ] as const)('has in %s the variables of the address %s and the login %s', (id, address, login, name, attribute) => {
    const { text } = making(cnrs, id, attribute);
    expect(mailOf(text)).toMatchObject({
      EmailAddress: address,
      EmailAccountName: name,
      IncomingMailServerUsername: login,
      OutgoingMailServerUsername: login,
    });
    expect(text).not.toMatch(/zq\w+zq/);
    expect(schemaFindings(parse(text))).toEqual([]);
  });

  test.each(['maas360', 'addigy', 'jamf'] as const)('says in one sentence that %s has no local part', (id) => {
    expect(() => making(cnrs, id)).toThrow(/has no variable for what stands before the @.*\{local\}@ods\.services/);
  });

  test.each(productIds)('whose login is the address is there for %s', (id) => {
    const { text, uses } = making(makeProfile({ login: '{address}' }), id);
    expect(mailOf(text).IncomingMailServerUsername).toBe(mailOf(text).EmailAddress);
    expect(uses.local).toBeUndefined();
  });

  test('takes no text of the provider for a variable', () => {
    const odd = makeProfile({ login: '{address}', organization: 'Costs $EMAIL & more' });
    expect(() => making(odd, 'jamf')).toThrow('Jamf Pro would take “$EMAIL” for a variable');
    expect(mailOf(making(odd, 'maas360').text).EmailAddress).toBe('%email%');
  });

  test('is refused where no variable could say the login', () => {
    expect(() => making(makeProfile({ login: 'ask' }), 'fleet')).toThrow('no rule gives the login');
    expect(() => making(makeProfile({ login: 'ask' }), 'jamf')).toThrow('set up an extension attribute (its number)');
    expect(() => making(makeProfile({ login: '{local|lower}' }), 'fleet')).toThrow('changes what stands before the @');
    const calendar = { url: 'https://dav.example.org/', login: '{local|lower}' };
    expect(() => making(makeProfile({ calendar }), 'fleet')).toThrow('rule {local|lower} changes what stands before');
    const own = { ...calendar, login: 'cal-{local}' };
    expect(() => making(makeProfile({ calendar: own, login: '{address}' }), 'jamf')).toThrow(
      'rule cal-{local} is made',
    );
    expect(() => making(cnrs, 'jamf', 'mail login')).toThrow('is no number of an extension attribute of Jamf Pro');
    expect(() => making(cnrs, 'fleet', 'x')).toThrow('no attribute of your own that is known to be replaced');
    expect(() => productIn('jamff')).toThrow('did you mean jamf?');
  });

  test('is made of what is the same in all domains', () => {
    const two = makeProfile({
      domains: ['a.example', { name: 'b.example', login: '{local}@b.realm' }],
      login: '{address}',
    });
    expect(() => making(two, 'fleet')).toThrow('says different things of its domains');
    const { text } = makeDeviceTemplate(two, 'fleet', { language: 'fr', domain: 'b.example' });
    expect(mailOf(text).IncomingMailServerUsername).toMatch(/_LOCAL_PART\}@b\.realm$/);
  });
});
