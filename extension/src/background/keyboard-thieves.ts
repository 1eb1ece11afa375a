import { listOf, text } from "../shared/guard.js";

/** In storage.session: a page that was mended is trusted again in the browser's next run. */
const key = "keyboardThieves";
const most = 100;
const isList = listOf(text(1, 255), 0, most);

/** The bank's hosts with a page that has taken the keyboard from the panel. No panel is shown in their pages any more. */
export class KeyboardThieves {
  #hosts: readonly string[] = [];

  async load(): Promise<void> {
    const stored: unknown = (await chrome.storage.session.get(key))[key];
    this.#hosts = isList(stored) ? stored : [];
  }

  has(host: string): boolean {
    return this.#hosts.includes(host);
  }

  add(host: string): void {
    if (this.has(host)) return;
    this.#hosts = [...this.#hosts, host].slice(-most);
    void chrome.storage.session.set({ [key]: this.#hosts });
  }
}
