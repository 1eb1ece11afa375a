import type { Hub } from "../hub.js";

/** Closes every window, once what has to survive that is on disk. One that refuses keeps none of the others. */
export async function closeBrowser(hub: Hub): Promise<void> {
  await hub.restart.saved;
  const windows = await chrome.windows.getAll();
  const ids = windows.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.allSettled(ids.map((id) => chrome.windows.remove(id)));
}
