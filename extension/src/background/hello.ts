import type { Hello } from "../shared/browser-messages.js";
import { language } from "../shared/i18n.js";
import { minimumHost, protocol } from "../shared/protocol.js";
import { browserKind, ownBrands } from "../shared/browser-kind.js";

export function hello(id: string): Hello {
  return {
    type: "hello",
    id,
    protocol,
    version: chrome.runtime.getManifest().version,
    minimumHost,
    browser: browserKind(ownBrands()),
    language: language(),
  };
}
