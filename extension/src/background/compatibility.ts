import { minimumHost, protocol } from "../shared/protocol.js";
import type { Side, Welcome } from "../shared/host-messages.js";
import { isAtLeast } from "./version.js";

/** Which of the two must be updated before they can work together; undefined if none. */
export function mustUpdate(welcome: Welcome, ownVersion: string): Side | undefined {
  if (welcome.protocol > protocol) return "extension";
  if (welcome.protocol < protocol) return "host";
  if (!isAtLeast(welcome.version, minimumHost)) return "host";
  if (!isAtLeast(ownVersion, welcome.minimumExtension)) return "extension";
  return undefined;
}
