package jp.inkan.host.institution;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.inkan.host.json.StrictJson;

/** The profiles that are built into this host. */
public final class Institutions {
    private static final String FOLDER = "/jp/inkan/manifests/institutions/";
    private static final JsonMapper JSON =
            StrictJson.mapper().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private final Map<String, Institution> byCode;

    private Institutions(Map<String, Institution> byCode) {
        this.byCode = byCode;
    }

    public static Institutions builtIn() {
        var byCode = new LinkedHashMap<String, Institution>();
        for (String code : read("index.json", String[].class)) {
            byCode.put(code, read(code + ".json", Institution.class));
        }
        return new Institutions(byCode);
    }

    /** @throws IOException that quotes nothing, if it isn't of the form of {@code institution.schema.json} */
    static Institution profile(byte[] json) throws IOException {
        return StrictJson.read(JSON, json, Institution.class).orElseThrow(() -> new IOException("The profile isn't of its form"));
    }

    public Optional<Institution> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Institution> all() {
        return List.copyOf(byCode.values());
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in = Institutions.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException("no profile " + file);
            }
            return StrictJson.read(JSON, in.readAllBytes(), type).orElseThrow(() -> new IOException("not of its form"));
        } catch (IOException e) {
            throw new UncheckedIOException("The host was built with a broken profile", e);
        }
    }
}
