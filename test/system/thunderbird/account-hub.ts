import { UNTIL } from './online.ts';
import type { Running } from './program.ts';

/** What the account hub showed to a person. */
export interface Shown {
  /** The servers that it proposed. */
  readonly found: Readonly<Record<'incoming' | 'outgoing', { host: string; port: number; login: string }>>;
  /** Its words on where it found them, by their name in Thunderbird's catalogue (accountHub.ftl). */
  readonly source: string;
  /** `added`, or the name of its words on why not. */
  readonly end: string;
}

/**
 * Sets up an account in the account hub as a person does: types the name and the address, continues, sees what was found, continues, types the
 * password, continues (the steps of Thunderbird 153). Thunderbird looks for the configuration and logs in to the incoming server before it adds the account.
 */
export function setUpAccount(thunderbird: Running, name: string, address: string, password: string): Promise<Shown> {
  return thunderbird.run<Shown>(
    `${UNTIL}
    const window = await until("the main window", () => {
      const found = Services.wm.getMostRecentWindow("mail:3pane");
      return found?.document.readyState == "complete" && found;
    });
    await window.openAccountHub("MAIL");
    const hub = window.document.querySelector("account-hub-container").modal.querySelector("account-hub-email");
    const type = (selector, text) => {
      const input = hub.querySelector(selector);
      input.value = text;
      input.dispatchEvent(new window.Event("input", { bubbles: true }));
    };
    const proceed = async () => {
      const enabled = () => hub.querySelector("account-hub-footer #forward:not(:disabled)");
      (await until("the button to continue", enabled)).click();
    };
    const step = () => hub.querySelector("[id$=Subview]:not([hidden])");
    const reach = id => until(id, () => step()?.id == id && !hub.classList.contains("busy"));
    // Between two steps there is none.
    const notices = () => {
      const header = step()?.shadowRoot.querySelector("account-hub-header").shadowRoot;
      const texts = header?.querySelectorAll("#emailFormNotification:not([hidden], .info) [data-l10n-id]") ?? [];
      return [...texts].map(({ dataset }) => dataset.l10nId);
    };

    await reach("emailAutoConfigSubview");
    type("#realName", arguments[0]);
    type("#email", arguments[1]);
    await proceed();

    await reach("emailConfigFoundSubview");
    const text = id => step().querySelector("#" + id).textContent;
    const shown = kind => ({
      host: text(kind + "Host"),
      port: Number(text(kind + "Port")),
      login: text(kind + "Username"),
    });
    const found = { incoming: shown("incoming"), outgoing: shown("outgoing") };
    const source = notices().find(id => id.startsWith("account-hub-config-success-description-"));
    await proceed();

    await reach("emailPasswordSubview");
    type("#password", arguments[2]);
    await proceed();
    const end = await until("the end", () => step()?.id == "emailAddedSuccessSubview" ? "added" : notices()[0]);
    return { found, source, end };`,
    name,
    address,
    password,
  );
}
