/** A product that puts the values of each person into a profile, and what it calls them. */
export interface Product {
  readonly title: string;
  readonly address: string;
  /** What stands before the @ of the address; absent where there is none. */
  readonly local?: { readonly variable: string; readonly verified: boolean };
  readonly name?: string;
  /** An attribute that the administrator has made. */
  readonly attribute?: { readonly form: RegExp; readonly variable: (name: string) => string };
  /** What it would take for a variable of its own. */
  readonly variables: RegExp;
}

/*
 * All of it is from the makers' pages and from notes of administrators, read on 26 November 2026; none of these products has been tried. Sources: Jamf Pro, "Computer
 * Configuration Profiles" and "Acting on Extension Attribute Data" · Workspace ONE UEM, the list that the console shows (gist synic fc7a219) · Ivanti Neurons for
 * MDM, "Attributes" · MaaS360, "Default attributes" · Addigy, "Using End User Attributes as Variables in MDM Profiles" · Fleet, "Built-in variables" (Premium).
 */
export const products = {
  jamf: {
    title: 'Jamf Pro',
    address: '$EMAIL',
    name: '$FULLNAME',
    attribute: { form: /^\d{1,9}$/, variable: (number) => `$EXTENSIONATTRIBUTE_${number}` },
    variables: /\$[A-Z][A-Z_]*\w*/,
  },
  'workspace-one': {
    title: 'Workspace ONE UEM',
    address: '{EmailAddress}',
    local: { variable: '{EmailUserName}', verified: false },
    name: '{FirstName} {LastName}',
    variables: /\{\w+\}/,
  },
  ivanti: {
    title: 'Ivanti Neurons for MDM',
    address: `\${userEmailAddress}`,
    local: { variable: `\${userEmailAddressLocalPart}`, verified: true },
    name: `\${userDisplayName}`,
    attribute: { form: /^\w{1,64}$/, variable: (name) => `\${${name}}` },
    variables: /\$\{[^}]*\}?/,
  },
  maas360: { title: 'IBM MaaS360', address: '%email%', variables: /%\w+%/ },
  addigy: {
    title: 'Addigy',
    address: '{{.User "emails_primary"}}',
    name: '{{.User "name_formatted"}}',
    variables: /\{\{.*?(?:\}\}|$)/m,
  },
  fleet: {
    title: 'Fleet',
    // With braces, so that no letter behind it makes another name of it. It is an address by convention alone.
    address: `\${FLEET_VAR_HOST_END_USER_IDP_USERNAME}`,
    local: { variable: `\${FLEET_VAR_HOST_END_USER_IDP_USERNAME_LOCAL_PART}`, verified: true },
    name: `\${FLEET_VAR_HOST_END_USER_IDP_FULL_NAME}`,
    variables: /\$\{?FLEET_\w+\}?/,
  },
} as const satisfies Readonly<Record<string, Product>>;

export type ProductId = keyof typeof products;

// They are the keys of the table.
export const productIds = Object.keys(products) as readonly ProductId[];
