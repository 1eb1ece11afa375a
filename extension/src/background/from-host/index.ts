import type { HostMessage } from "../../shared/host-messages.js";
import type { Hub } from "../hub.js";
import { cancelled } from "./cancelled.js";
import { certificates } from "./certificates.js";
import { done } from "./done.js";
import { failed } from "./failed.js";
import { overview } from "./overview.js";
import { progress } from "./progress.js";
import { prompt } from "./prompt.js";
import { refusal } from "./refusal.js";
import { recovered } from "./recovered.js";
import { removed } from "./removed.js";

export function fromHost(hub: Hub, message: HostMessage): void {
  switch (message.type) {
    case "certificates":
      return certificates(hub, message);
    case "overview":
      return overview(hub, message);
    case "removed":
      return removed(hub, message);
    case "recovered":
      return recovered(hub, message);
    case "prompt":
      return prompt(hub, message);
    case "progress":
      return progress(hub, message);
    case "done":
      return done(hub, message);
    case "failed":
      return failed(hub, message);
    case "cancelled":
      return cancelled(hub, message);
    case "error":
      return refusal(hub, message);
    case "heartbeat":
      return;
    case "welcome":
    case "incompatible":
      // Answers to hello, and hello was answered long ago.
      return hub.host.fail({ name: "stopped" });
  }
}
