package jp.inkan.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The administrator's policies")
class PolicyTest {
    private static final Pattern KEY = Pattern.compile("\\[HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Policies\\\\(.+)]");
    private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"=(dword:[0-9a-f]{8}|\"(?:[^\"\\\\]|\\\\.)*\")");

    /** By key and name, the value: a number as dword:…, a text without its quotes. */
    private static Map<String, String> values(String file) throws IOException {
        List<String> lines = java.nio.file.Files.readAllLines(Path.of("policies", file), StandardCharsets.UTF_8);
        assertThat(lines.getFirst()).isEqualTo("Windows Registry Editor Version 5.00");
        Map<String, String> values = new LinkedHashMap<>();
        String key = null;
        for (String line : lines.subList(1, lines.size())) {
            Matcher opened = KEY.matcher(line);
            Matcher given = VALUE.matcher(line);
            if (opened.matches()) {
                key = opened.group(1);
            } else if (given.matches()) {
                values.put(key + "\\" + given.group(1), unquoted(given.group(2)));
            } else {
                assertThat(line).matches("(;.*)?");
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        return value.startsWith("dword:") ? value : value.substring(1, value.length() - 1).replace("\\\"", "\"");
    }

    @ParameterizedTest
    @CsvSource({"chrome.reg, Google\\Chrome", "edge.reg, Microsoft\\Edge"})
    @DisplayName("name our extension, our host, and of the extension's own settings those that it reads")
    void holdTogether(String file, String browser) throws IOException {
        Map<String, String> values = values(file);
        assertThat(values.keySet()).allMatch(name -> name.startsWith(browser + "\\"));
        List<String> ids = Files.json("native-messaging/extension-ids.json").findValuesAsText("id");
        JsonNode settings = new ObjectMapper().readTree(values.get(browser + "\\ExtensionSettings"));
        settings.properties().forEach(entry -> {
            assertThat(ids).contains(entry.getKey());
            assertThat(entry.getValue().path("installation_mode").asText()).isEqualTo("force_installed");
            assertThat(entry.getValue().path("update_url").asText()).startsWith("https://");
        });
        assertThat(values.get(browser + "\\NativeMessagingUserLevelHosts")).isEqualTo("dword:00000000");
        assertThat(values.get(browser + "\\NativeMessagingAllowlist\\1")).isEqualTo("jp.inkan.host");
        JsonNode schema = Files.json("../extension/managed_schema.json").path("properties");
        var own = new TreeSet<String>();
        for (String id : ids) {
            String policy = browser + "\\3rdparty\\extensions\\" + id + "\\policy\\";
            values.keySet().stream().filter(name -> name.startsWith(policy))
                    .forEach(name -> own.add(name.substring(policy.length()).split("\\\\")[0]));
            String first = policy + "institutions\\1\\";
            assertThat(values.get(first + "code")).matches(schema.at("/institutions/items/properties/code/pattern").asText());
            assertThat(values.get(first + "origin")).matches(schema.at("/institutions/items/properties/origin/pattern").asText());
        }
        var readable = new TreeSet<String>();
        schema.fieldNames().forEachRemaining(readable::add);
        assertThat(own).isEqualTo(readable);
    }
}
