import { either } from './text.ts';
import { source } from './words.ts';

/** Apple profiles in which a device manager puts the values of each person. */
export const en = source({
  problems: {
    'device-management.product': either(
      'suggestion',
      '“{value}” in --for is no product that is known here: did you mean {suggestion}? There are {known}',
      '“{value}” in --for is no product that is known here: there are {known}',
    ),
    'device-management.signed':
      '{option} does not go with --for: {product} replaces the variables, which breaks every signature, and signs what it sends by itself',
    'device-management.option': '{option} does not go with --for: a template has the values of nobody',
    'device-management.one-profile': 'a template is made of one provider: name it with --profile',
    'device-management.no-local': either(
      'attribute',
      '{product} has no variable for what stands before the @, of which the login rule {rule} is made: set up {attribute} there with the login of each person, and name it with --attribute',
      '{product} has no variable for what stands before the @, of which the login rule {rule} is made, and no attribute of your own is known to be replaced there: give each person their own profile (generate --from), or take another product',
    ),
    'device-management.no-rule': either(
      'attribute',
      'no rule gives the login: set up {attribute} in {product} with the login of each person, and name it with --attribute',
      'no rule gives the login, and no attribute of your own is known to be replaced in {product}: give each person their own profile (generate --from)',
    ),
    'device-management.filter':
      'the login rule {rule} changes what stands before the @, and no variable of {product} does: set up an attribute with the login of each person where the product has one (--attribute), or give each person their own profile (generate --from)',
    'device-management.attribute': either(
      'form',
      '“{value}” in --attribute is no {form} of {product}',
      '{product} has no attribute of your own that is known to be replaced: leave out --attribute',
    ),
    'device-management.literal':
      '{product} would take “{value}” for a variable, and no notation has an escape for it: change that text of the profile',
    'device-management.domains':
      'the profile says different things of its domains: name anybody of the one that the template is for, as in somebody@{domain}',
    'device-management.attribute-alone': '--attribute says nothing without --for PRODUCT',
    'device-management.nothing': 'there is no Apple profile for this provider: {reason}',
  },
  attributes: { jamf: 'an extension attribute (its number)', ivanti: 'a user attribute (its name)' },
  forms: { jamf: 'number of an extension attribute', ivanti: 'name of a user attribute' },
  made: either(
    'change',
    '{path} for {product}, unsigned: upload it there, and it signs what it sends',
    '{path} would be made for {product}',
  ),
  assumes: {
    title: 'What it takes for granted:',
    address: '{variable} is the address',
    local: '{variable} is what stands before the @ of the address{unverified}',
    login: '{variable} is the login of the mailbox',
    name: '{variable} is the name, without & or < in it, where the product does not escape what it puts in',
    unverified: ' (not verified: look at one device first)',
    userLevel: 'on a Mac it is assigned to users, and not to computers (the mailbox is on the user channel)',
    again: 'a profile that was installed by hand is another mailbox on the device: remove that first',
  },
});
