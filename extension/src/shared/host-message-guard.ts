import { flag, integer, listOf, literal, oneOf, pattern, record, setOf, text, type Check } from "./guard.js";
import {
  codes,
  fieldKinds,
  promptScreens,
  purposes,
  reasons,
  stages,
  stepScreens,
  type Bilingual,
  type Cancelled,
  type Certificate,
  type Certificates,
  type Done,
  type Failed,
  type Field,
  type Heartbeat,
  type Holding,
  type HostMessage,
  type Incompatible,
  type Institution,
  type Overview,
  type Problem,
  type Progress,
  type Prompt,
  type Recovered,
  type Refusal,
  type Removed,
  type Show,
  type Welcome,
} from "./host-messages.js";
import { fitsFrame } from "./frame.js";

const id = pattern(/^[A-Za-z0-9_-]{1,64}$/);
const protocol = integer(1, 1_000_000);
const version = pattern(/^(0|[1-9][0-9]{0,4})(\.(0|[1-9][0-9]{0,4})){2}$/);
const instant = pattern(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/);
const code = oneOf(...codes);
const reason = oneOf(...reasons);
const side = oneOf("extension", "host");
const idOrNull: Check<string | null> = (value): value is string | null => value === null || id(value);

const bilingual = record<Bilingual>({ ja: text(1, 100), en: text(1, 100) });
const institution = record<Institution>({
  code: pattern(/^[0-9]{4}$/),
  name: bilingual,
  service: bilingual,
  host: pattern(/^[a-z0-9.-]{1,253}$/),
  practice: flag,
  supported: flag,
  prompts: setOf(oneOf(...stepScreens)),
  expired: oneOf("issue", "revoke-first"),
});
const certificate = record<Certificate>({
  id,
  organization: text(0, 256),
  organizationalUnit: text(0, 256),
  commonName: text(1, 256),
  serialNumber: pattern(/^([1-9a-f][0-9a-f]{0,39}|0)$/),
  validFrom: instant,
  validUntil: instant,
  daysLeft: integer(0),
  renewable: flag,
  renewableFrom: instant,
  notice: flag,
  replaced: flag,
});
const holding = {
  institution,
  certificates: listOf(certificate, 0, 200),
  expired: integer(0, 9999),
};
const field = record<Field>({
  name: pattern(/^[a-z][A-Za-z]{0,31}$/),
  kind: oneOf(...fieldKinds),
  minLength: integer(1, 256),
  maxLength: integer(1, 256),
});
const wait = record<{ waitSeconds: number }>({ waitSeconds: integer(1, 600) });
const qr = record<{ qr: string[] }>({ qr: listOf(pattern(/^[01]{21,177}$/), 21, 177) });
const question = record<{ question: string }>({ question: text(1, 256) });
const proxy = record<{ proxy: string }>({ proxy: pattern(/^[A-Za-z0-9.:_[\]-]{1,260}$/) });
const show: Check<Show> = (value): value is Show => wait(value) || qr(value) || question(value) || proxy(value);
const problem = record<Problem>({ code, reason, triesLeft: integer(1, 99) }, ["triesLeft"]);

const guards: { readonly [T in HostMessage["type"]]: Check<Extract<HostMessage, { type: T }>> } = {
  welcome: record<Welcome>({
    type: literal("welcome"),
    id,
    protocol,
    version,
    minimumExtension: version,
    browserProcess: id,
  }),
  incompatible: record<Incompatible>({ type: literal("incompatible"), id, protocol, version, update: side }),
  certificates: record<Certificates>({ type: literal("certificates"), id, ...holding }),
  overview: record<Overview>({
    type: literal("overview"),
    id,
    institutions: listOf(record<Holding>(holding), 0, 100),
  }),
  removed: record<Removed>({ type: literal("removed"), id, certificate: id }),
  recovered: record<Recovered>(
    { type: literal("recovered"), institution: pattern(/^[0-9]{4}$/), purpose: oneOf(...purposes), certificate },
    ["certificate"],
  ),
  prompt: record<Prompt>(
    {
      type: literal("prompt"),
      flow: id,
      prompt: id,
      screen: oneOf(...promptScreens),
      fields: listOf(field, 1, 8),
      show,
      problem,
    },
    ["show", "problem"],
  ),
  progress: record<Progress>({
    type: literal("progress"),
    flow: id,
    stage: oneOf(...stages),
    step: integer(1, 9),
    of: integer(1, 9),
  }),
  done: record<Done>({ type: literal("done"), flow: id, certificate, replaced: certificate }, ["replaced"]),
  failed: record<Failed>({ type: literal("failed"), flow: id, code, reason, retry: flag }),
  cancelled: record<Cancelled>({ type: literal("cancelled"), flow: id }),
  error: record<Refusal>({ type: literal("error"), id: idOrNull, code, reason }),
  heartbeat: record<Heartbeat>({ type: literal("heartbeat"), flow: id }),
};

/** The message, if it is one of the schema's and fits a frame. */
export function parseHostMessage(value: unknown): HostMessage | undefined {
  return Object.values<Check<HostMessage>>(guards).some((guard) => guard(value)) && fitsFrame(value)
    ? (value as HostMessage)
    : undefined;
}
