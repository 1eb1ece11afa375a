package jp.inkan.host.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** What the extension sends; {@code messages.schema.json}, {@code $defs/fromBrowser}. Each has an id that its answer repeats. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BrowserMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = BrowserMessage.List.class, name = "list"),
    @JsonSubTypes.Type(value = BrowserMessage.Survey.class, name = "survey"),
    @JsonSubTypes.Type(value = BrowserMessage.Issue.class, name = "issue"),
    @JsonSubTypes.Type(value = BrowserMessage.Renew.class, name = "renew"),
    @JsonSubTypes.Type(value = BrowserMessage.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = BrowserMessage.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = BrowserMessage.Cancel.class, name = "cancel")
})
sealed interface BrowserMessage {
    String id();

    /** A message about an institution, from a tab that shows one of its pages or the extension's own. */
    sealed interface ForInstitution extends BrowserMessage {
        String institution();

        /** The tab's, as the browser reports it; compared with the profile, never called. */
        String origin();
    }

    record Hello(String id, int protocol, String version, String minimumHost, String browser, String language)
            implements BrowserMessage {
        public Hello {
            Form.ID.check(id);
            Form.protocol(protocol);
            Form.VERSION.check(version);
            Form.VERSION.check(minimumHost);
            Form.BROWSER.check(browser);
            Form.LANGUAGE.check(language);
        }
    }

    record List(String id, String institution, String origin) implements ForInstitution {
        public List {
            Form.ID.check(id);
            Form.INSTITUTION.check(institution);
            Form.ORIGIN.check(origin);
        }
    }

    record Survey(String id) implements BrowserMessage {
        public Survey {
            Form.ID.check(id);
        }
    }

    record Issue(String id, String institution, String origin) implements ForInstitution {
        public Issue {
            Form.ID.check(id);
            Form.INSTITUTION.check(institution);
            Form.ORIGIN.check(origin);
        }
    }

    /** @param certificate {@link jp.inkan.host.certificate.CertificateFacts#id} */
    record Renew(String id, String institution, String origin, String certificate) implements ForInstitution {
        public Renew {
            Form.ID.check(id);
            Form.INSTITUTION.check(institution);
            Form.ORIGIN.check(origin);
            Form.ID.check(certificate);
        }
    }

    /** @param certificate likewise */
    record Remove(String id, String institution, String origin, String certificate) implements ForInstitution {
        public Remove {
            Form.ID.check(id);
            Form.INSTITUTION.check(institution);
            Form.ORIGIN.check(origin);
            Form.ID.check(certificate);
        }
    }

    /** @param fields secrets among them: whoever handles this message clears them */
    record Answer(String id, String flow, String prompt, Map<String, char[]> fields) implements BrowserMessage {
        public Answer {
            try {
                Form.ID.check(id);
                Form.ID.check(flow);
                Form.ID.check(prompt);
                Form.fields(fields);
            } catch (IllegalArgumentException e) {
                clear(fields);
                throw e;
            }
        }

        private static void clear(Map<String, char[]> fields) {
            if (fields != null) {
                fields.values().stream().filter(Objects::nonNull).forEach(value -> Arrays.fill(value, '\0'));
            }
        }

        @Override
        public String toString() {
            return "Answer[" + id + "]";
        }
    }

    record Cancel(String id, String flow) implements BrowserMessage {
        public Cancel {
            Form.ID.check(id);
            Form.ID.check(flow);
        }
    }
}
