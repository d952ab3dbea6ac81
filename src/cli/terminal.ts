import type { Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';

/** What somebody at a terminal is asked. */
export interface Asked {
  readonly message: string;
  /** What Enter alone says. */
  readonly proposed?: string | undefined;
  /** What an answer looks like, where none is proposed. */
  readonly hint?: string | undefined;
  /** The only answers, with what each is called. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** What is wrong with an answer, in one line; it is asked again then. */
  readonly fault: (answer: string) => string | undefined;
}

/** Where a command runs. */
export interface Screen {
  /** The language of the person who runs the command. */
  readonly language: Language;
  /** What was asked for: standard output. */
  readonly print: (text: string) => void;
  /** Talk: standard error. */
  readonly say: (text: string) => void;
  /** Nobody sits there: a script runs the command. */
  readonly unattended?: boolean;
  /** Where a bar can show how far a run is: standard error, on a terminal. */
  readonly bar?: NodeJS.WritableStream | undefined;
  /** Asks a question; absent where nobody sits at a terminal, `undefined` where the person gives up. */
  readonly ask?: (question: Asked) => Promise<string | undefined>;
  /** Asks for a secret; absent where nobody sits at a terminal, `undefined` where the person gives up. */
  readonly askSecret?: (message: string) => Promise<string | undefined>;
}

/** What a command may do with the terminal. With `--quiet`, `say` says nothing. */
export interface Terminal extends Screen {
  /** What went wrong, or soon will: it is told however quiet it shall be. */
  readonly alert: (text: string) => void;
  /** Tells warnings: on standard error, and in the answer in JSON. They stop nothing. */
  readonly warn: (warnings: readonly Problem[]) => void;
  /** Prints the answer for a script, with the warnings that were told. */
  readonly answer: (answer: object) => void;
}

/** Exit codes: done; the answer is no; wrongly asked or bad input; a mistake of Facteur itself (EX_SOFTWARE of sysexits.h); the person gave up (as a shell says of Ctrl-C). */
export const exitCode = { done: 0, no: 1, badInput: 2, defect: 70, givenUp: 130 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
