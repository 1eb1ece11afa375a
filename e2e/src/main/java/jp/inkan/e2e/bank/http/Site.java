package jp.inkan.e2e.bank.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints of one name of the bank, by path and method. */
public final class Site implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final Refusals refusals;
    private final Map<Pattern, Map<String, Endpoint>> paths = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new TreeMap<>();

    public Site(Refusals refusals) {
        this.refusals = refusals;
    }

    /** @param path begins with a slash; {@code *} stands for one segment that isn't empty */
    public Site get(String path, Endpoint endpoint) {
        return on("GET", path, endpoint);
    }

    /** @param path as for {@link #get} */
    public Site post(String path, Endpoint endpoint) {
        return on("POST", path, endpoint);
    }

    /** @param path as for {@link #get} */
    public Site delete(String path, Endpoint endpoint) {
        return on("DELETE", path, endpoint);
    }

    @Override
    public Reply answer(Ask ask) {
        for (var path : paths.entrySet()) {
            if (path.getKey().matcher(ask.path()).matches()) {
                return answer(ask, path.getValue());
            }
        }
        return refusals.notFound(ask);
    }

    private Reply answer(Ask ask, Map<String, Endpoint> methods) {
        Endpoint endpoint = methods.get(ask.method());
        if (endpoint == null) {
            return refusals.methodNotAllowed(ask, String.join(", ", methods.keySet()));
        }
        if (ask.tooLarge()) {
            return refusals.tooLarge(ask);
        }
        try {
            return endpoint.answer(ask);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} {} failed", ask.method(), ask.path(), e);
            return refusals.failed(ask);
        }
    }

    private Site on(String method, String path, Endpoint endpoint) {
        Pattern pattern = patterns.computeIfAbsent(path, Site::pattern);
        paths.computeIfAbsent(pattern, unseen -> new TreeMap<>()).put(method, endpoint);
        return this;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.chars()
                .mapToObj(c -> c == '*' ? "[^/]+" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining()));
    }
}
