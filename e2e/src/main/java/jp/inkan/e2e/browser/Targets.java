package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;

/** The tabs of a browser, and their frames, as its debugging port lists them, whatever state they are in. */
final class Targets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String debugger;

    Targets(BankBrowser browser) {
        debugger = browser.debugger();
    }

    /** The driver's handles of the tabs at an address. @param beginning of their URLs */
    Stream<String> tabs(String beginning) {
        return find("page", beginning).map(tab -> tab.path("id").asText());
    }

    /** The tab at an address: {@code id}, which is the driver's handle of it, too, and {@code webSocketDebuggerUrl}.
     * @param beginning of its URL */
    Optional<JsonNode> tab(String beginning) {
        return find("page", beginning).findFirst();
    }

    /** The frame of another site's at an address: likewise. @param beginning of its URL */
    Optional<JsonNode> frame(String beginning) {
        return find("iframe", beginning).findFirst();
    }

    private Stream<JsonNode> find(String type, String beginning) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(debugger + "/json/list")).build();
            JsonNode all = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return all.valueStream().filter(target ->
                    target.path("type").asText().equals(type) && target.path("url").asText().startsWith(beginning));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
