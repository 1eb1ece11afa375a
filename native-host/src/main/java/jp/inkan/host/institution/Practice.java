package jp.inkan.host.institution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jp.inkan.host.json.StrictJson;

/**
 * The practice configuration: where on this machine the practice bank listens, and the trust anchor it is known by. The
 * environment variable {@value #VARIABLE} names the file:
 *
 * <pre>{"names": {"www.cc9999.bizsol.anser.ne.jp": 40123}, "trustAnchor": "/…/anchor.pem", "clockOffsetSeconds": 0,
 * "throughProxy": false}</pre>
 *
 * <p>A name is mapped to a port, never to an address: the address is always 127.0.0.1. Only institutions whose profile says
 * {@code practice} look here, so that this variable can't point a real bank's name elsewhere.
 *
 * @param names host name to port on 127.0.0.1
 * @param trustAnchor PEM file
 * @param clockOffsetSeconds how far the practice bank's clock is ahead of this machine's; may be left out
 * @param throughProxy whether the practice bank is reached through the proxy that this PC's settings name, if that one is on the
 *     loopback address; may be left out
 */
public record Practice(Map<String, Integer> names, Path trustAnchor, long clockOffsetSeconds, boolean throughProxy) {
    public static final String VARIABLE = "INKAN_CONFIG";
    private static final int LARGEST_FILE = 64 * 1024;
    private static final long FARTHEST_CLOCK = Duration.ofDays(36_525).toSeconds();
    private static final JsonMapper JSON = StrictJson.mapper().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    public Practice {
        names = Map.copyOf(names);
        if (trustAnchor == null || names.values().stream().anyMatch(port -> port < 1 || port > 65535)) {
            throw new IllegalArgumentException("a name needs a port from 1 to 65535, and the bank a trust anchor");
        }
        if (clockOffsetSeconds < -FARTHEST_CLOCK || clockOffsetSeconds > FARTHEST_CLOCK) {
            throw new IllegalArgumentException("no clock is more than a century ahead or behind");
        }
    }

    /** @return the configuration, or nothing where the variable isn't set
     * @throws IOException if the file can't be read or isn't of this form */
    public static Optional<Practice> fromEnvironment(Map<String, String> environment) throws IOException {
        String file = environment.get(VARIABLE);
        return file == null || file.isBlank() ? Optional.empty() : Optional.of(read(Path.of(file)));
    }

    static Practice read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
            throw new IOException("The practice configuration isn't a file, or is too large");
        }
        return parse(Files.readAllBytes(file));
    }

    /** @throws IOException that quotes nothing, if it isn't of this form */
    static Practice parse(byte[] json) throws IOException {
        return StrictJson.read(JSON, json, Practice.class)
                .orElseThrow(() -> new IOException("The practice configuration isn't of its form"));
    }

    /** A path is taken as one, never as the URL that Jackson would see in it. */
    @JsonCreator
    private static Practice of(
            @JsonProperty("names") Map<String, Integer> names, @JsonProperty("trustAnchor") String trustAnchor,
            @JsonProperty("clockOffsetSeconds") long clockOffsetSeconds, @JsonProperty("throughProxy") boolean throughProxy) {
        return new Practice(names, Path.of(trustAnchor), clockOffsetSeconds, throughProxy);
    }
}
