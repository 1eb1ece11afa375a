import { vi } from "vitest";
import type { Actions } from "../src/panel/actions.js";

export function fakeActions(): { [Name in keyof Actions]: ReturnType<typeof vi.fn<Actions[Name]>> } {
  return {
    choose: vi.fn<Actions["choose"]>(),
    institutions: vi.fn<Actions["institutions"]>(),
    issue: vi.fn<Actions["issue"]>(),
    issueAnyway: vi.fn<Actions["issueAnyway"]>(),
    renew: vi.fn<Actions["renew"]>(),
    remove: vi.fn<Actions["remove"]>(),
    removeNow: vi.fn<Actions["removeNow"]>(),
    answer: vi.fn<Actions["answer"]>(),
    back: vi.fn<Actions["back"]>(),
    return: vi.fn<Actions["return"]>(),
    closeBrowser: vi.fn<Actions["closeBrowser"]>(),
    closeBrowserNow: vi.fn<Actions["closeBrowserNow"]>(),
    read: vi.fn<Actions["read"]>(),
    restart: vi.fn<Actions["restart"]>(),
    close: vi.fn<Actions["close"]>(),
  };
}
