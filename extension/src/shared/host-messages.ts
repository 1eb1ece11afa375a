/** Messages of the host, as manifests/messages/messages.schema.json says; host-message-guard.ts checks them. */

export const codes = [
  "G001e",
  "G002e",
  "G003e",
  "G004e",
  "G005e",
  "G006e",
  "G007i",
  "G008e",
  "G009e",
  "G010e",
  "G011e",
  "G012e",
  "G013e",
  "G014e",
  "G015e",
  "G020e",
  "G021e",
] as const;
export type Code = (typeof codes)[number];

export const reasons = [
  "store-failed",
  "journal-failed",
  "update-download-failed",
  "update-information-failed",
  "institution-unknown",
  "origin-mismatch",
  "origin-refused",
  "already-issued",
  "institution-unsupported",
  "certificate-unknown",
  "certificate-revoked",
  "not-renewable",
  "not-replaced",
  "login-locked",
  "session-expired",
  "tls-untrusted",
  "clock-wrong",
  "bank-refused",
  "bank-answer",
  "certificate-rejected",
  "internal",
  "hello-first",
  "message-malformed",
  "message-too-large",
  "type-unknown",
  "flow-unknown",
  "prompt-unknown",
  "credentials",
  "answer-wrong",
  "input-invalid",
  "update-downloaded",
  "flow-busy",
  "bank-unreachable",
  "bank-busy",
  "proxy-unreachable",
  "proxy-unsupported",
  "proxy-credentials",
  "question-not-registered",
  "user-code-unconfirmed",
  "transaction-token-not-registered",
  "otp-hardware-not-registered",
  "otp-token-not-issued",
  "transaction-token-not-chosen",
  "contract-unconfirmed",
  "update-install-failed",
] as const;
export type Reason = (typeof reasons)[number];

export const purposes = ["issue", "renew"] as const;
export type FlowPurpose = (typeof purposes)[number];

export const stages = ["signing-in", "making-key", "requesting", "checking", "installing"] as const;
export type Stage = (typeof stages)[number];

export type Side = "extension" | "host";
export type Bilingual = { ja: string; en: string };

/** What the bank may ask beside the password. */
export const stepScreens = ["CCHK003", "CCHK004", "CCHK005", "CCHK006"] as const;
export type StepScreen = (typeof stepScreens)[number];

export type Institution = {
  code: string;
  name: Bilingual;
  service: Bilingual;
  host: string;
  practice: boolean;
  /** The host can issue and renew here; where not, it only lists. */
  supported: boolean;
  prompts: StepScreen[];
  expired: "issue" | "revoke-first";
};

export type Certificate = {
  id: string;
  organization: string;
  organizationalUnit: string;
  commonName: string;
  serialNumber: string;
  validFrom: string;
  validUntil: string;
  daysLeft: number;
  renewable: boolean;
  renewableFrom: string;
  notice: boolean;
  replaced: boolean;
};

export const promptScreens = ["CCHK002", ...stepScreens, "CCHK008"] as const;
export type PromptScreen = (typeof promptScreens)[number];
export const fieldKinds = ["id", "secret", "digits", "text"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type Field = { name: string; kind: FieldKind; minLength: number; maxLength: number };
/** One of the four: CCHK004, CCHK005, CCHK006, CCHK008. */
export type Show = { waitSeconds: number } | { qr: string[] } | { question: string } | { proxy: string };
export type Problem = { code: Code; reason: Reason; triesLeft?: number };

export type Welcome = {
  type: "welcome";
  id: string;
  protocol: number;
  version: string;
  minimumExtension: string;
  browserProcess: string;
};
export type Incompatible = { type: "incompatible"; id: string; protocol: number; version: string; update: Side };
export type Holding = { institution: Institution; certificates: Certificate[]; expired: number };
export type Certificates = { type: "certificates"; id: string } & Holding;
export type Overview = { type: "overview"; id: string; institutions: Holding[] };
export type Removed = { type: "removed"; id: string; certificate: string };
/** An enrolment that an earlier run of the host left open. */
export type Recovered = { type: "recovered"; institution: string; purpose: FlowPurpose; certificate?: Certificate };
export type Prompt = {
  type: "prompt";
  flow: string;
  prompt: string;
  screen: PromptScreen;
  fields: Field[];
  show?: Show;
  problem?: Problem;
};
export type Progress = { type: "progress"; flow: string; stage: Stage; step: number; of: number };
export type Done = { type: "done"; flow: string; certificate: Certificate; replaced?: Certificate };
export type Failed = { type: "failed"; flow: string; code: Code; reason: Reason; retry: boolean };
export type Cancelled = { type: "cancelled"; flow: string };
export type Refusal = { type: "error"; id: string | null; code: Code; reason: Reason };
export type Heartbeat = { type: "heartbeat"; flow: string };

export type HostMessage =
  | Welcome
  | Incompatible
  | Certificates
  | Overview
  | Removed
  | Recovered
  | Prompt
  | Progress
  | Done
  | Failed
  | Cancelled
  | Refusal
  | Heartbeat;
