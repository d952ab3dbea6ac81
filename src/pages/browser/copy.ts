/**
 * Runs in every page that has values to type elsewhere: behind each it puts a button that copies it. Without this script a click or a long press takes a value whole
 * (`user-select: all`).
 */

const { copy = '', copied = '' } = document.body.dataset;
const status = document.querySelector<HTMLElement>('[role="status"]');
for (const value of document.querySelectorAll<HTMLElement>('.copy')) {
  const text = value.textContent ?? '';
  // What is short is typed sooner than pasted: a port.
  if (status !== null && !/^\d{1,5}$/.test(text)) value.after(buttonFor(value, text, status));
}

function buttonFor(value: HTMLElement, text: string, status: HTMLElement): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = copy;
  button.setAttribute('aria-label', `${copy} ${text}`);
  button.onclick = async () => {
    if (!(await write(value, text))) return;
    button.textContent = copied;
    // Read aloud where a screen reader is. (WCAG 2.2, 4.1.3)
    status.textContent = `${copied} ${text}`;
    setTimeout(() => {
      button.textContent = copy;
      status.textContent = '';
    }, 2000);
  };
  return button;
}

/** Was it copied? A page in a folder or without TLS has no clipboard but the selection's. */
async function write(value: Element, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(value);
    return document.execCommand('copy');
  }
}
