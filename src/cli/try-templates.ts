import { setImmediate } from 'node:timers/promises';
import { parseXml } from '@rgrove/parse-xml';
import { fileOffers } from '../artifacts/offers.ts';
import { type Artifact, artifact, formatsFor, type LeftOut, making } from '../artifacts/render.ts';
import type { Client, Format } from '../clients/client.ts';
import { clients } from '../clients/index.ts';
import { isProblem, type Problem, problem, UnrepresentableError } from '../errors.ts';
import type { Account, Language } from '../model/account.ts';
import type { GuideLinks } from '../pages/kit-context.ts';
import { renderAdministration } from '../pages/render-admin.ts';
import { renderCommonGuides } from '../pages/render-common-guides.ts';
import { renderGuides } from '../pages/render-guides.ts';
import { renderKit } from '../pages/render-kit.ts';
import { letterAmongMany, renderLetters } from '../pages/render-letter.ts';
import { renderAccountPages } from '../pages/render-onboarding.ts';
import { renderOverview } from '../pages/render-overview.ts';
import type { Served } from '../pages/served.ts';
import type { Profile } from '../profile/profile.ts';
import { type DomainEntry, domainEntries } from '../resolve/mail-domain.ts';
import { fieldsOf, type TypedLogins } from '../server/app/people/asked-logins.ts';
import { homeContext } from '../server/app/people/home.ts';
import { loginContext } from '../server/app/people/login.ts';
import { providersContext } from '../server/app/people/providers.ts';
import { sentAgain } from '../server/app/people/sent-again.ts';
import { sorryPage } from '../server/app/people/sorry.ts';
import { siteHomeContext } from '../site/home-page.ts';
import { pageGroups } from '../site/people-pages.ts';
import { TemplateError } from '../template/environment.ts';
import { fillTemplate, renderTemplate } from '../template/fill.ts';
import type { NotationName } from '../template/notation.ts';
import type { TemplateName } from '../template/templates.generated.ts';
import { notationOf, type OwnTemplates, withTemplates } from '../template/templates.ts';
import { languages } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';
import { samples } from './samples.generated.ts';
import { shippedProfiles } from './shipped.generated.ts';

type FileOf = (name: string) => string;

/**
 * Fills templates with sample accounts, wherever one of them is used: each asks only for what its context has, and gives what its notation can carry. Between
 * two accounts it lets others work: a server that tries new templates answers on, with the old ones.
 * @returns every mistake once
 */
export async function tryTemplates(templates: OwnTemplates, fileOf: FileOf): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  const attempt: Attempt = (work, about) => {
    const mistake = mistakeOf(work, (error) => problemOf(error, about, templates, fileOf));
    if (mistake !== undefined) found.set(JSON.stringify(mistake.place), mistake);
  };
  // No other file has a page inside, so nothing of one can be wrong in a page.
  const pages = Object.keys(templates).some((name) => name.endsWith('.html'));
  for (const step of fillingSteps(pages)) {
    withTemplates(templates, () => step(attempt));
    await setImmediate();
  }
  return [...found.values()];
}

/** @param about the template that is filled first, where there is one */
export type Attempt = (work: () => void, about?: TemplateName) => void;

/** What fills every template with the sample accounts, and with what the server has without any. */
export function fillingSteps(pages: boolean): ((attempt: Attempt) => void)[] {
  return [
    ...samples.map(({ account }, index) => (attempt: Attempt) => {
      const made = tryFormats(account, attempt);
      // Every second one as a server shows them.
      if (pages) tryPages(account, made, index % 2 === 0 ? undefined : SERVED, attempt);
    }),
    tryServer,
  ];
}

const LINKS: GuideLinks = { guide: () => '../guides/guide.html', list: () => '../guides/index.html' };
const SERVED: Served = { otherLogin: true, device: undefined, start: 'https://example.org/' };

function tryFormats(account: Account, attempt: Attempt): Made {
  const made: Made = { artifacts: [], leftOut: [] };
  for (const client of clients) {
    for (const format of formatsFor(client, account).filter(({ applies }) => applies?.(account) ?? true)) {
      attempt(() => tryFormat(client, format, account, made), 'template' in format ? format.template : undefined);
    }
  }
  return made;
}

function tryPages(account: Account, { artifacts, leftOut }: Made, served: Served | undefined, attempt: Attempt): void {
  const offers = fileOffers(() => artifacts, account);
  const linked = { offers, clients };
  const guides = clients.flatMap((client) => renderGuides(client, account, linked, served));
  const told = () => ({ offers, artifacts: [...artifacts, ...guides], leftOut });
  const overview = renderOverview(account, told, clients, served);
  const others = [
    ...renderAccountPages(account, served),
    ...renderLetters(account),
    ...renderKit(account, clients, offers, undefined),
    ...renderKit(account, clients, offers, LINKS),
    ...renderCommonGuides(account, clients, false),
    ...renderAdministration(account, told, clients),
  ];
  for (const { bytes } of [...guides, ...overview, ...others]) attempt(() => bytes());
  attempt(() => letterAmongMany(account));
}

/** What was made, and what was not, is told by the pages. */
interface Made {
  readonly artifacts: Artifact[];
  readonly leftOut: LeftOut[];
}

function tryFormat(client: Client, format: Format, account: Account, { artifacts, leftOut }: Made): void {
  // What a client has planned of an account may hold lines that other templates have written.
  const files = making(client, { ...account }).files(format);
  if (isProblem(files)) {
    leftOut.push({ client: client.id, format: format.id, problem: files });
    throw new UnrepresentableError(files);
  }
  const made = files.map((file) => artifact(client, format, file, undefined));
  for (const { bytes } of made) {
    if ('template' in format) wellFormed(format.template, bytes());
    else bytes();
  }
  artifacts.push(...made);
}

/** The answers and pages of the server that no format has. */
function tryServer(attempt: Attempt): void {
  const profiles = [...shippedProfiles.values()];
  for (const language of languages) {
    const home = { language, profiles, typed: '<a&b>@example.org', root: './', links: {} } as const;
    attempt(() =>
      renderTemplate(
        'server/home.html',
        homeContext({ ...home, name: 'a & b', problem: { kind: 'wrong', text: 'a & b' } }),
      ),
    );
    for (const profile of profiles) {
      attempt(() =>
        renderTemplate('server/home.html', homeContext({ ...home, profiles: [profile], links: profile, typed: '' })),
      );
    }
    for (const { login, problem } of [{ login: '<a&b>', problem: 'a & b' }, { login: '' }])
      for (const profile of profiles)
        attempt(() =>
          renderTemplate('server/login.html', tryLogin(profile, language, new Map([['login', login]]), problem)),
        );
    attempt(() => sentAgain('<a href="x"></a></body>', new Map([['login', '<a&b>']])));
    for (const profile of [undefined, ...profiles])
      attempt(() =>
        sorryPage({ kind: 'often', seconds: 3, language, root: './', profiles: profile ? [profile] : profiles }),
      );
    attempt(() => renderTemplate('server/providers.html', providersContext(profiles, language)));
    const groups = pageGroups(
      profiles.flatMap((profile) =>
        [...domainEntries(profile).values()].slice(0, 1).map(({ at, pattern }) => at(pattern)),
      ),
    );
    attempt(() => renderTemplate('site/home.html', siteHomeContext(groups, language, languages)));
  }
  const url = 'https://ods.example.org/Microsoft-Server-ActiveSync';
  const settings = { culture: 'fr:fr', address: 'a&b@example.org', url };
  attempt(() => tryXml('server/mobilesync.xml', settings));
  const wrong = { time: '10:00:00.0000000', id: '1', code: 600, message: 'a & b' };
  attempt(() => tryXml('server/autodiscover-error.xml', wrong));
}

function tryLogin(profile: Profile, language: Language, typed: TypedLogins, problem?: string) {
  const [entry] = domainEntries(profile).values();
  // Every profile has one, and those that come with Facteur list a name.
  const { pattern, at } = entry as DomainEntry;
  const domain = at(pattern);
  const { provider, displayName } = domain;
  const fields = fieldsOf(domain);
  return loginContext({
    ...{ provider, language, typed, problem, fields },
    ...{ address: `a&b@${displayName}`, root: './', actionIn: (each) => `./?lang=${each}` },
  });
}

function tryXml(name: TemplateName, context: Parameters<typeof fillTemplate>[1]): void {
  wellFormed(name, new TextEncoder().encode(fillTemplate(name, context)));
}

class MalformedError extends Error {}

const parsers: Readonly<Partial<Record<NotationName, (text: string) => unknown>>> = {
  xml: parseXml,
  mobileconfig: parseXml,
  k9s: parseXml,
  json: (text) => JSON.parse(text),
};

/** A file that its client cannot even read would be found by nobody before a person has it. */
function wellFormed(name: TemplateName, bytes: Uint8Array): void {
  try {
    parsers[notationOf(name)]?.(new TextDecoder().decode(bytes));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new MalformedError(reason, { cause: error });
  }
}

/** What is wrong where the work comes to nothing with the templates in use, and not with ours. */
function mistakeOf(work: () => void, tell: (error: unknown) => Problem): Problem | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof UnrepresentableError)) return tell(error);
    return worksWithOurs(work) ? tell(error) : undefined;
  }
}

function worksWithOurs(work: () => void): boolean {
  try {
    withTemplates({}, work);
    return true;
  } catch (error) {
    if (error instanceof UnrepresentableError) return false;
    throw error;
  }
}

function problemOf(error: unknown, about: TemplateName | undefined, templates: OwnTemplates, fileOf: FileOf): Problem {
  if (error instanceof TemplateError) {
    const { template, line, absent } = error;
    const place = { file: fileOf(template), line };
    if (absent === undefined) return problem('templates.value', {}, place);
    const { name, known } = absent;
    if (known.length === 0) return problem('templates.absent-all', { name }, place);
    return problem('templates.absent', { name, suggestion: nearest(name, known), known: known.join(', ') }, place);
  }
  const file = fileOf(blamed(about, templates));
  if (error instanceof MalformedError) return problem('templates.malformed', { reason: error.message }, { file });
  if (error instanceof UnrepresentableError) {
    const { value = '', notation = '' } = error.problem.details;
    return problem('templates.unrepresentable', { value: String(value), notation: String(notation) }, { file });
  }
  throw error;
}

/** The template itself where it is not ours, or one of its notation, which it includes, or any. */
function blamed(about: TemplateName | undefined, templates: OwnTemplates): string {
  const names = Object.keys(templates);
  if (about !== undefined && about in templates) return about;
  const notation = about && notationOf(about);
  return names.find((name) => name.endsWith(`.${notation}`)) ?? names[0] ?? '';
}
