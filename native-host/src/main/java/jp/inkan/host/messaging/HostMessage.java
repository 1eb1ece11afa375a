package jp.inkan.host.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import jp.inkan.host.certificate.CertificateFacts;
import jp.inkan.host.certificate.Standing;
import jp.inkan.host.failure.Code;
import jp.inkan.host.failure.Reason;
import jp.inkan.host.flow.CertificateList;
import jp.inkan.host.flow.Outcome;
import jp.inkan.host.flow.Prompt;
import jp.inkan.host.flow.Recovery;
import jp.inkan.host.flow.Stage;
import jp.inkan.host.institution.Institution.Bilingual;

/** What the host sends; {@code messages.schema.json}, {@code $defs/fromHost}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = HostMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = HostMessage.Incompatible.class, name = "incompatible"),
    @JsonSubTypes.Type(value = HostMessage.Certificates.class, name = "certificates"),
    @JsonSubTypes.Type(value = HostMessage.Overview.class, name = "overview"),
    @JsonSubTypes.Type(value = HostMessage.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = HostMessage.Recovered.class, name = "recovered"),
    @JsonSubTypes.Type(value = HostMessage.Ask.class, name = "prompt"),
    @JsonSubTypes.Type(value = HostMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = HostMessage.Done.class, name = "done"),
    @JsonSubTypes.Type(value = HostMessage.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = HostMessage.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = HostMessage.Error.class, name = "error"),
    @JsonSubTypes.Type(value = HostMessage.Heartbeat.class, name = "heartbeat")
})
sealed interface HostMessage {
    record Welcome(String id, int protocol, String version, String minimumExtension, String browserProcess) implements HostMessage {}

    /** @param update who must be updated: "extension" or "host" */
    record Incompatible(String id, int protocol, String version, String update) implements HostMessage {}

    record Certificates(String id, Institution institution, List<Certificate> certificates, int expired)
            implements HostMessage {
        static Certificates of(String id, jp.inkan.host.institution.Institution profile, CertificateList list) {
            return new Certificates(id, Institution.of(profile), Certificate.of(list), list.expired());
        }
    }

    record Overview(String id, List<Summary> institutions) implements HostMessage {
        record Summary(Institution institution, List<Certificate> certificates, int expired) {
            static Summary of(jp.inkan.host.institution.Institution profile, CertificateList list) {
                return new Summary(Institution.of(profile), Certificate.of(list), list.expired());
            }
        }
    }

    record Removed(String id, String certificate) implements HostMessage {}

    /** @param purpose "issue" or "renew"
     * @param certificate null where none was made */
    record Recovered(String institution, String purpose, @JsonInclude(JsonInclude.Include.NON_NULL) Certificate certificate)
            implements HostMessage {
        static Recovered of(Recovery.Settled settled) {
            return new Recovered(
                    settled.institution().code(),
                    settled.renewal() ? "renew" : "issue",
                    settled.installed().map(outcome -> Certificate.of(outcome.certificate())).orElse(null));
        }
    }

    record Ask(
            String flow,
            String prompt,
            String screen,
            List<Field> fields,
            @JsonInclude(JsonInclude.Include.NON_NULL) Show show,
            @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) implements HostMessage {
        static Ask of(String flow, String id, Prompt prompt) {
            return new Ask(flow, id, prompt.screen(), prompt.fields().stream().map(Field::of).toList(),
                    prompt.show() == null ? null : Show.of(prompt.show()),
                    prompt.problem() == null ? null : Problem.of(prompt.problem()));
        }
    }

    record Progress(String flow, String stage, int step, int of) implements HostMessage {
        static Progress of(String flow, Stage stage) {
            String name = stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Progress(flow, name, stage.ordinal() + 1, Stage.values().length);
        }
    }

    record Done(String flow, Certificate certificate, @JsonInclude(JsonInclude.Include.NON_NULL) Certificate replaced)
            implements HostMessage {
        static Done of(String flow, Outcome outcome) {
            return new Done(flow, Certificate.of(outcome.certificate()), outcome.replaced().map(Certificate::of).orElse(null));
        }
    }

    record Failed(String flow, Code code, String reason, boolean retry) implements HostMessage {
        static Failed of(String flow, Reason reason) {
            return new Failed(flow, reason.code(), reason.wireName(), reason.retry());
        }
    }

    record Cancelled(String flow) implements HostMessage {}

    /** @param id null where the message couldn't be read */
    record Error(String id, Code code, String reason) implements HostMessage {
        static Error of(String id, Reason reason) {
            return new Error(id, reason.code(), reason.wireName());
        }
    }

    record Heartbeat(String flow) implements HostMessage {}

    record Field(String name, String kind, int minLength, int maxLength) {
        static Field of(Prompt.Field field) {
            return new Field(field.name(), field.kind().name().toLowerCase(Locale.ROOT),
                    field.length().min(), field.length().max());
        }
    }

    /** One of the four. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Show(Integer waitSeconds, List<String> qr, String question, String proxy) {
        static Show of(Prompt.Show show) {
            return switch (show) {
                case Prompt.Show.Wait wait -> new Show(wait.seconds(), null, null, null);
                case Prompt.Show.Qr qr -> new Show(null, qr.rows(), null, null);
                case Prompt.Show.Question question -> new Show(null, null, question.text(), null);
                case Prompt.Show.Proxy proxy -> new Show(null, null, null, proxy.hostAndPort());
            };
        }
    }

    record Problem(Code code, String reason, @JsonInclude(JsonInclude.Include.NON_NULL) Integer triesLeft) {
        static Problem of(Prompt.Problem problem) {
            var tries = problem.triesLeft();
            return new Problem(problem.reason().code(), problem.reason().wireName(),
                    tries.isPresent() ? tries.getAsInt() : null);
        }
    }

    record Institution(
            String code,
            Bilingual name,
            Bilingual service,
            String host,
            boolean practice,
            boolean supported,
            List<String> prompts,
            jp.inkan.host.institution.Institution.Expired expired) {
        static Institution of(jp.inkan.host.institution.Institution profile) {
            return new Institution(profile.code(), profile.name(), profile.service(), profile.bankHost(), profile.practice(),
                    profile.supported(), profile.login().prompts(), profile.certificate().expired());
        }
    }

    /** @param validFrom ISO 8601, UTC, whole seconds */
    record Certificate(
            String id,
            String organization,
            String organizationalUnit,
            String commonName,
            String serialNumber,
            String validFrom,
            String validUntil,
            int daysLeft,
            boolean renewable,
            String renewableFrom,
            boolean notice,
            boolean replaced) {
        static Certificate of(Standing standing) {
            CertificateFacts facts = standing.facts();
            return new Certificate(facts.id(), facts.organization(), facts.organizationalUnit(), facts.commonName(),
                    facts.serialNumber(), facts.validFrom().toString(), facts.validUntil().toString(), standing.daysLeft(),
                    standing.renewable(), standing.renewableFrom().toString(), standing.notice(), standing.replaced());
        }

        static List<Certificate> of(CertificateList list) {
            return list.standings().stream().map(Certificate::of).toList();
        }
    }
}
