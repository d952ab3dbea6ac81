import type { PasswordRules } from '../../model/account.ts';
import { brokenRules } from '../password/rules.ts';

/**
 * Runs in the page (templates/onboarding/password.html.hbs), where it tells at every key which rules a password keeps. It sends nothing and keeps nothing.
 * The page brings rules, words and fields, the last in a <template>: without this script there is nothing to type into.
 */

const template = document.querySelector<HTMLTemplateElement>('template[data-rules]');
if (template !== null) start(template);

function start(template: HTMLTemplateElement): void {
  // What onboarding/page.ts has written.
  const rules = JSON.parse(template.dataset.rules ?? '') as PasswordRules;
  const words = template.dataset;
  template.before(template.content.cloneNode(true));

  const field = (name: string) => document.querySelector<HTMLInputElement>(`input[data-field="${name}"]`);
  const password = field('password');
  const show = document.querySelector<HTMLButtonElement>('button[data-shows]');
  const summary = document.querySelector<HTMLElement>('[data-summary]');
  if (password === null || show === null || summary === null) return;
  const names = [field('first'), field('last')].filter((each) => each !== null);
  const lines = Array.from(document.querySelectorAll<HTMLElement>('li[data-rule]'), (line) => {
    const state = document.createElement('span');
    state.className = 'state';
    line.prepend(state, ' ');
    // A change is read with its rule, once there is a pause. (WAI-ARIA 1.2, aria-live, aria-atomic)
    line.setAttribute('aria-live', 'polite');
    line.setAttribute('aria-atomic', 'true');
    return { rule: line.dataset.rule, line, state };
  });

  const judge = () => {
    const empty = password.value === '';
    const broken: readonly (string | undefined)[] = brokenRules(
      rules,
      names.map(({ value }) => value),
      password.value,
    );
    for (const { rule, line, state } of lines) {
      const verdict = empty ? '' : broken.includes(rule) ? 'broken' : 'kept';
      if (line.dataset.verdict === verdict) continue;
      line.dataset.verdict = verdict;
      state.textContent = verdict === '' ? '' : (words[verdict] ?? '');
    }
    const total = empty ? '' : broken.length > 0 ? words.some : words.all;
    if (summary.textContent !== total) summary.textContent = total ?? '';
  };
  const hide = () => {
    password.type = 'password';
    show.setAttribute('aria-pressed', 'false');
  };

  for (const each of [password, ...names]) each.addEventListener('input', judge);
  show.addEventListener('click', () => {
    if (password.type === 'text') return hide();
    password.type = 'text';
    show.setAttribute('aria-pressed', 'true');
  });
  // A browser may keep a page that one has left, and show it again as it was.
  addEventListener('pagehide', () => {
    password.value = '';
    hide();
    judge();
  });
  judge();
}
