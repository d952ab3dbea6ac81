import * as z from 'zod/mini';
import { httpsUrl, LOGO_PATH, mailAddress, phoneNumber, refusedAs, singleLine } from './schema-parts.ts';

/** What the pages of a provider show of it. */

export const support = z
  .strictObject({
    name: z.optional(singleLine.check(z.describe('What it is called, such as Help desk'))),
    email: z.optional(mailAddress),
    url: z.optional(httpsUrl.check(z.describe('Its page, or a form'))),
    phone: z.optional(phoneNumber),
  })
  .check(
    z.refine(({ email, url, phone }) => (email ?? url ?? phone) !== undefined, refusedAs('profile.support-empty')),
    z.meta({ anyOf: ['email', 'url', 'phone'].map((way) => ({ required: [way] })) }),
  );

export const brand = z
  .strictObject({
    colour: z.optional(
      z.string().check(
        z.refine((text) => /^#[0-9a-f]{6}$/i.test(text), refusedAs('profile.colour')),
        z.meta({ pattern: '^#[0-9A-Fa-f]{6}$' }),
        z.describe('Colour of links and buttons, such as "#1f3f77", in quotes; it must be readable on the pages'),
      ),
    ),
    logo: z.optional(
      z.string().check(
        z.refine((text) => new RegExp(LOGO_PATH, 'u').test(text), refusedAs('profile.logo-path')),
        z.meta({ pattern: LOGO_PATH }),
        z.describe('A PNG or SVG file beside this one, of 50 kB at most; it stands at the top of every page'),
      ),
    ),
  })
  .check(
    z.refine(({ colour, logo }) => (colour ?? logo) !== undefined, refusedAs('profile.brand-empty')),
    z.meta({ minProperties: 1 }),
  );
