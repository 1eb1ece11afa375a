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
    @DisplayName("name 中ノ郷, 東京厚生 and 練習用, each with its code")
    void names() {
        Map<String, String> names = new HashMap<>();
        profiles().forEach(file -> names.put(
                Files.json(file).path("code").asText(), Files.json(file).path("name").path("ja").asText()));
        assertThat(names).containsEntry("2235", "中ノ郷信用組合").containsEntry("2224", "東京厚生信用組合").containsEntry("9999", "練習用");
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
    @DisplayName("of のぞみ and 群馬県 would fit: a certificate with another code, 30 days' notice, a domain of its own")
    void roomForMore() {
        ObjectNode nozomi = (ObjectNode) Files.json("institutions/9999.json");
        ObjectNode rules = (ObjectNode) nozomi.path("certificate");
        ((ArrayNode) rules.path("organizationCodes")).removeAll().add("9936");
        rules.put("renewFromDays", 30);
        ((ArrayNode) nozomi.path("hosts")).add("banking.kumiai.example.jp");
        assertThat(SCHEMA.validate(nozomi)).isEmpty();
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
