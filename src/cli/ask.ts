import { isCancel, password, select, text } from '@clack/prompts';
import type { Asked } from './terminal.ts';

// Standard output is for answers.
const output = process.stderr;

/** Asks for something that nobody else should read: what is typed does not show, nor how long it is. `undefined` where the person gives up. */
export async function askSecret(message: string): Promise<string | undefined> {
  const typed = await password({ message, mask: '', output });
  return isCancel(typed) ? undefined : typed;
}

/** Asks until there is an answer that is right. `undefined` where the person gives up. */
export async function ask({ message, proposed = '', hint, choices, fault }: Asked): Promise<string | undefined> {
  if (choices !== undefined) {
    const chosen = await select({
      message,
      options: choices.map(({ value, label }) => ({ value, label })),
      initialValue: proposed,
      // They are in English.
      showInstructions: false,
      output,
    });
    return isCancel(chosen) ? undefined : chosen;
  }
  const meant = (typed: string | undefined) => typed?.trim() || proposed;
  const typed = await text({
    message,
    placeholder: proposed || (hint ?? ''),
    // Shown as the answer, where it is taken.
    defaultValue: proposed,
    validate: (written) => fault(meant(written)),
    output,
  });
  return isCancel(typed) ? undefined : meant(typed);
}
