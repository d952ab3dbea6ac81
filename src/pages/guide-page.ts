import type { Run } from '../clients/client.ts';
import type { Account, Device, Language } from '../model/account.ts';
import type { Catalogue } from '../words/index.ts';
import type { Common } from './common.ts';
import type { Translation } from './frame.ts';
import type { Served } from './served.ts';

/** A file beside the page that does the work, or part of it. */
export interface GuideFile {
  readonly href: string;
  readonly path: string;
  readonly title: string;
  readonly use: string;
  /** Of the client's formats. */
  readonly format: string;
  readonly signed: boolean;
  /** How it is run, where it is no file to open. */
  readonly run: Run | undefined;
}

/** What every guide's page is made of. */
export interface ProgramPage {
  readonly account: Account;
  readonly language: Language;
  readonly texts: Catalogue;
  readonly translations: readonly Translation[];
  /** The page of all devices. */
  readonly overview: string;
  /** In the bundle. */
  readonly path: string;
  /** Where the program runs. */
  readonly devices: readonly Device[];
  readonly served: Served | undefined;
  /** Where it is written once for many. */
  readonly common?: Common;
  /** Codes are pictures, which take less room than drawings: for a page with those of several programs. */
  readonly pictures?: boolean;
  /** Where a step leads that is left for the way by hand; absent: on this page. `false`: there is no such way. */
  readonly handHref?: string | false;
  /** What takes the account away again. */
  readonly remover: GuideFile | undefined;
  /** The page of this guide in the bundle, whichever client it is of; `undefined` where there is none. */
  readonly guideAt: (id: string) => OtherGuide | undefined;
}

/** The page of another guide, as a link says it. */
export interface OtherGuide {
  readonly href: string;
  readonly title: string;
  /** Can this mailbox be set up in that program? */
  readonly suits: boolean;
}
