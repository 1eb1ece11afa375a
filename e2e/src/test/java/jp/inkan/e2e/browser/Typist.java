package jp.inkan.e2e.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Somebody who types without looking: keys go wherever the focus is, whatever becomes of them. WebDriver waits until each has
 * been dealt with, for ever where the frame that was to do so is gone by then.
 */
final class Typist {
    /** As DevTools' Input.dispatchKeyEvent names it. */
    static final Map<String, Object> ENTER = Map.of("key", "Enter", "windowsVirtualKeyCode", 13, "text", "\r");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Targets targets;

    Typist(BankBrowser browser) {
        targets = new Targets(browser);
    }

    /** @param page beginning of the URL of the tab in front */
    void type(String page, CharSequence text) {
        press(page, text.chars().mapToObj(Character::toString)
                .map(character -> Map.<String, Object>of("key", character, "text", character)).toList());
    }

    /** @param key {@link #ENTER} */
    void press(String page, Map<String, Object> key) {
        press(page, List.of(key));
    }

    /** With the mouse. @param x of the page's viewport, in its pixels */
    void click(String page, double x, double y) {
        send(page, "Input.dispatchMouseEvent", Stream.of("mousePressed", "mouseReleased")
                .map(type -> Map.<String, Object>of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1)).toList());
    }

    private void press(String page, List<Map<String, Object>> keys) {
        send(page, "Input.dispatchKeyEvent", keys.stream().flatMap(key -> Stream.of("keyDown", "keyUp").map(type -> {
            Map<String, Object> event = new HashMap<>(key);
            event.put("type", type);
            return event;
        })).toList());
    }

    /** @param method DevTools' */
    private void send(String page, String method, List<Map<String, Object>> events) {
        String address = targets.tab(page).orElseThrow(() -> new IllegalStateException("No tab is at " + page))
                .path("webSocketDebuggerUrl").asText();
        var messages = new ArrayList<String>();
        try {
            for (Map<String, Object> event : events) {
                messages.add(JSON.writeValueAsString(Map.of("id", messages.size() + 1, "method", method, "params", event)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        try {
            WebSocket socket = http.newWebSocketBuilder().buildAsync(URI.create(address), new WebSocket.Listener() {}).join();
            messages.forEach(message -> socket.sendText(message, true).join());
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        } catch (CompletionException e) {
            // The tab was unloaded under the typist's hands.
        }
    }
}
