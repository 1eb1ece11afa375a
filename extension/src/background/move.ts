import type { Hub } from "./hub.js";
import { openOwnTab } from "./own-tab.js";
import type { PanelSession } from "./panel-session.js";

/** Goes on in a tab of the panel's own, where no page can take the keyboard; the panel in the page closes, and its flow ends. */
export async function move(hub: Hub, panel: PanelSession): Promise<void> {
  if (!("host" in panel.place)) return;
  hub.keyboardThieves.add(panel.place.host);
  await openOwnTab(panel.institution, "keyboard");
  panel.show({ type: "moved" });
}
