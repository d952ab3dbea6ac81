import { isCancel, password } from '@clack/prompts';

/** Asks for something that nobody else should read: what is typed does not show, nor how long it is. `undefined` where the person gives up. */
export async function askSecret(message: string): Promise<string | undefined> {
  // Standard output is for answers.
  const typed = await password({ message, mask: '', output: process.stderr });
  return isCancel(typed) ? undefined : typed;
}
