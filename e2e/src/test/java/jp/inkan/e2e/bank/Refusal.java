package jp.inkan.e2e.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** A look at a problem document of the protocol. */
record Refusal(Answer answer) {
    static Refusal of(Answer answer) {
        return new Refusal(answer);
    }

    /** Exactly this row of the table, with exactly the members that it has. */
    void is(String reason, int status, String code) throws IOException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").asText()).isEqualTo("urn:inkan:problem:" + reason);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.fieldNames()).toIterable().containsExactlyElementsOf(
                List.of("credentials", "answer-wrong").contains(reason)
                ? List.of("type", "title", "status", "code", "triesLeft")
                : List.of("type", "title", "status", "code"));
    }
}
