/** What the panel and the service worker say to each other. Tab and origin are never among it: the browser tells them. */
import { isObject, literal, pattern, record, text, type Check } from "./guard.js";
import type { Fields } from "./browser-messages.js";
import type { Certificate, Certificates, Code, Progress, Prompt, Reason, Side } from "./host-messages.js";

export const pagePortName = "page";
export const panelPortName = "panel";

export type ListRequest = { type: "list" };
export type IssueRequest = { type: "issue" };
export type AnswerRequest = { type: "answer"; prompt: string; fields: Fields };
export type BackRequest = { type: "back" };
export type PanelRequest = ListRequest | IssueRequest | AnswerRequest | BackRequest;

/** Why there is no host to talk to. */
export type HostProblem =
  | { name: "missing" }
  | { name: "refused" }
  | { name: "stopped" }
  | { name: "incompatible"; update: Side };

export type ConnectingView = { type: "connecting"; host: string };
export type HostProblemView = { type: "host-problem"; problem: HostProblem };
export type CertificatesView = Pick<Certificates, "type" | "institution" | "certificates">;
export type PromptView = Omit<Prompt, "flow">;
export type ProgressView = Omit<Progress, "flow">;
/** Something was sent, and the host hasn't said yet what it does about it. */
export type BusyView = { type: "busy"; why: "starting" | "answering" | "stopping" };
export type DoneView = { type: "done"; certificate: Certificate };
export type FailedView = { type: "failed"; code: Code; reason: Reason; retry: boolean };
export type View =
  | ConnectingView
  | HostProblemView
  | CertificatesView
  | PromptView
  | ProgressView
  | BusyView
  | DoneView
  | FailedView;

const fields: Check<Fields> = (value): value is Fields => {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length >= 1 && entries.length <= 8 && entries.every(([name, item]) => fieldName(name) && fieldText(item))
  );
};
const fieldName = pattern(/^[a-z][A-Za-z]{0,31}$/);
const fieldText = text(0, 256);

const requests: readonly Check<PanelRequest>[] = [
  record<ListRequest>({ type: literal("list") }),
  record<IssueRequest>({ type: literal("issue") }),
  record<AnswerRequest>({ type: literal("answer"), prompt: pattern(/^[A-Za-z0-9_-]{1,64}$/), fields }),
  record<BackRequest>({ type: literal("back") }),
];

export function parsePanelRequest(value: unknown): PanelRequest | undefined {
  return requests.some((check) => check(value)) ? (value as PanelRequest) : undefined;
}
