package jp.inkan.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Institution profiles")
class InstitutionProfileTest {
    private static final JsonSchema SCHEMA = Files.schema("institutions/institution.schema.json");

    static List<String> profiles() {
        return Files.in("institutions").stream()
                .filter(file -> !file.endsWith("index.json") && !file.endsWith("schema.json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    @DisplayName("fit their schema and are named by their code")
    void fit(String file) {
        JsonNode profile = Files.json(file);
        assertThat(SCHEMA.validate(profile)).isEmpty();
        assertThat(file).isEqualTo("institutions/" + profile.path("code").asText() + ".json");
    }

    @Test
    @DisplayName("are all in the index, and nothing else is")
    void indexed() {
        var indexed = new HashSet<String>();
        Files.json("institutions/index.json").forEach(code -> indexed.add("institutions/" + code.asText() + ".json"));
        assertThat(indexed).isEqualTo(Set.copyOf(profiles()));
    }

    @Test
    @DisplayName("name the four institutions of the manuals and 練習用, each with its code")
    void names() {
        Map<String, String> names = new HashMap<>();
        profiles().forEach(file -> names.put(
                Files.json(file).path("code").asText(), Files.json(file).path("name").path("ja").asText()));
        assertThat(names).isEqualTo(Map.of("2146", "群馬県信用組合", "2224", "東京厚生信用組合", "2235", "中ノ郷信用組合",
                "2549", "のぞみ信用組合", "9999", "練習用"));
    }

    @ParameterizedTest
    @CsvSource({
        "2146, 30, issue, CCHK003, 11",
        "2224, 40, revoke-first, CCHK003 CCHK004 CCHK005 CCHK006, 11",
        "2235, 40, revoke-first, CCHK003 CCHK004, 11",
        "2549, 40, issue, CCHK003 CCHK004 CCHK005 CCHK006, 17",
        "9999, 40, issue, CCHK003 CCHK004 CCHK005 CCHK006, 17"
    })
    @DisplayName("differ as the manuals do: days of notice, what an expired certificate needs, prompts, codes")
    void differences(String code, int notice, String expired, String prompts, int codes) {
        JsonNode profile = Files.json("institutions/" + code + ".json");
        assertThat(profile.at("/certificate/noticeFromDays").asInt()).isEqualTo(notice);
        assertThat(profile.at("/certificate/expired").asText()).isEqualTo(expired);
        assertThat(profile.at("/login/prompts")).extracting(JsonNode::asText).containsExactly(prompts.split(" "));
        assertThat(profile.at("/login/codes")).hasSize(codes);
    }

    @Test
    @DisplayName("never give notice before a certificate can be renewed")
    void noticeWithinWindow() {
        for (String file : profiles()) {
            JsonNode rules = Files.json(file).path("certificate");
            assertThat(rules.path("noticeFromDays").asInt()).isLessThanOrEqualTo(rules.path("renewFromDays").asInt());
        }
    }

    @Test
    @DisplayName("let the host speak with no bank but the practice bank: no other speaks its protocol")
    void protocols() {
        for (String file : profiles()) {
            JsonNode profile = Files.json(file);
            boolean practice = profile.path("trust").asText().equals("practice");
            assertThat(profile.path("protocol").asText()).as(file).isEqualTo(practice ? "inkan-1" : "none");
        }
    }

    @Test
    @DisplayName("need a host for client certificates where the host speaks with the bank")
    void certificateHost() {
        ObjectNode profile = (ObjectNode) Files.json("institutions/9999.json");
        profile.remove("certificateHost");
        assertThat(SCHEMA.validate(profile)).isNotEmpty();
    }

    @Test
    @DisplayName("share no host, so that an origin has one institution")
    void shareNoHost() {
        var seen = new HashSet<String>();
        for (String file : profiles()) {
            Files.json(file).path("hosts").forEach(host -> assertThat(seen.add(host.asText())).isTrue());
        }
    }

    @Test
    @DisplayName("can't name a host with a port, a path or a wildcard")
    void plainHosts() {
        for (String host : List.of("www.cc9999.bizsol.anser.ne.jp:444", "www.example.jp/x", "*.bizsol.anser.ne.jp", "localhost")) {
            ObjectNode profile = (ObjectNode) Files.json("institutions/9999.json");
            ((ArrayNode) profile.path("hosts")).removeAll().add(host);
            assertThat(SCHEMA.validate(profile)).as(host).isNotEmpty();
        }
    }
}
