import type { Hub } from "./hub.js";
import { openOwnTab } from "./own-tab.js";
import type { PanelSession } from "./panel-session.js";

/** Panels that are on their way: each asks until it is gone. */
const moving = new WeakSet<PanelSession>();

/** Goes on in a tab of the panel's own, where no page can take the keyboard; the panel in the page closes, and its flow ends. */
export async function move(hub: Hub, panel: PanelSession): Promise<void> {
  if (!("host" in panel.place) || moving.has(panel)) return;
  moving.add(panel);
  hub.keyboardThieves.add(panel.place.host);
  try {
    await openOwnTab(panel.institution, "keyboard");
    panel.show({ type: "moved" });
  } catch {
    // No tab can be opened while another is dragged: the panel asks again.
    moving.delete(panel);
  }
}
