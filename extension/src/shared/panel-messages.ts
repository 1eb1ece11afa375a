/** What the panel and the service worker say to each other. The tab is never among it: the browser tells it. */
import { isObject, literal, pattern, record, text, type Check } from "./guard.js";
import type { Fields } from "./browser-messages.js";
import type { Code, Done, Holding, Progress, Prompt, Reason, Side } from "./host-messages.js";
import type { RestartNote } from "./restart-note.js";

export const panelPortName = "panel";

/** To the first screen: the list, or where no institution is chosen yet, the choice of one. */
export type ListRequest = { type: "list" };
/** To the choice of an institution. */
export type InstitutionsRequest = { type: "institutions" };
export type ChooseRequest = { type: "choose"; institution: string };
export type IssueRequest = { type: "issue" };
export type RenewRequest = { type: "renew"; certificate: string };
export type RemoveRequest = { type: "remove"; certificate: string };
export type AnswerRequest = { type: "answer"; prompt: string; fields: Fields };
export type BackRequest = { type: "back" };
/** The user has read that a certificate is missing. */
export type ReadRequest = { type: "read" };
/** The user was asked whether every window may be closed, and agreed. */
export type CloseBrowserRequest = { type: "close-browser" };
export type PanelRequest =
  | ListRequest
  | InstitutionsRequest
  | ChooseRequest
  | IssueRequest
  | RenewRequest
  | RemoveRequest
  | AnswerRequest
  | BackRequest
  | ReadRequest
  | CloseBrowserRequest;

/** Why there is no host to talk to. */
export type HostProblem =
  | { name: "missing" }
  | { name: "refused" }
  | { name: "stopped" }
  | { name: "incompatible"; update: Side };

export type ConnectingView = { type: "connecting" };
export type HostProblemView = { type: "host-problem"; problem: HostProblem };
export type InstitutionsView = { type: "institutions"; institutions: Holding[] };
/**
 * notes: what is to be said of certificates that were issued or renewed before. interrupted: something was cut off earlier, and
 * nothing was issued.
 */
export type CertificatesView = { type: "certificates"; notes: RestartNote[]; interrupted: boolean } & Holding;
export type PromptView = Omit<Prompt, "flow">;
export type ProgressView = Omit<Progress, "flow">;
/** Something was sent, and the host hasn't said yet what it does about it. */
export type BusyView = { type: "busy"; why: "starting" | "answering" | "stopping" | "removing" };
export type DoneView = Omit<Done, "flow">;
export type FailedView = { type: "failed"; code: Code; reason: Reason; retry: boolean };
export type View =
  | ConnectingView
  | HostProblemView
  | InstitutionsView
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
const id = pattern(/^[A-Za-z0-9_-]{1,64}$/);

const requests: readonly Check<PanelRequest>[] = [
  record<ListRequest>({ type: literal("list") }),
  record<InstitutionsRequest>({ type: literal("institutions") }),
  record<ChooseRequest>({ type: literal("choose"), institution: pattern(/^[0-9]{4}$/) }),
  record<IssueRequest>({ type: literal("issue") }),
  record<RenewRequest>({ type: literal("renew"), certificate: id }),
  record<RemoveRequest>({ type: literal("remove"), certificate: id }),
  record<AnswerRequest>({ type: literal("answer"), prompt: id, fields }),
  record<BackRequest>({ type: literal("back") }),
  record<ReadRequest>({ type: literal("read") }),
  record<CloseBrowserRequest>({ type: literal("close-browser") }),
];

export function parsePanelRequest(value: unknown): PanelRequest | undefined {
  return requests.some((check) => check(value)) ? (value as PanelRequest) : undefined;
}
