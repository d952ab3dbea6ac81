import * as z from 'zod/mini';
import { ASK, RULE_PATTERN, ruleFault } from '../model/rule.ts';
import { refusedWith, toldOf } from './schema-parts.ts';

/** How a profile says what people log in with. */

/** A rule that gives the login, or that none does. */
export const loginRule = z.string().check(
  refusedWith((text) => {
    const fault = text === ASK ? undefined : ruleFault(text);
    return fault && toldOf(fault);
  }),
  z.meta({ pattern: `^(?:${ASK}|${RULE_PATTERN})$` }),
);
/** For editors, a line for each thing that a rule may have. */
export const RULE = `with what stands for the person:
{local}: the part of the address before the @
{address}: the address
{domain}: the domain of the address, beside one of these two
{local|lower}: in lower case
{local|untagged}: without “+tag”
{local|replace:.:_}: with “_” for each “.”; up to 16 characters each, the second may be empty
{address|…}: the same for the address; filters stand one behind the other, as in {local|untagged|lower}, untagged before replace
ask, alone: no rule gives the login, so each person says it`;
export const ownRule = loginRule.check(
  z.describe(`Login rule of this service alone. Without it: the rule of the domain. A rule is a text ${RULE}`),
);
