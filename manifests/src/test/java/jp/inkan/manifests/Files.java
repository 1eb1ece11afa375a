package jp.inkan.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module, as they are in the source tree. */
final class Files {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Files() {}

    static JsonNode json(String file) {
        try {
            return JSON.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static JsonSchema schema(String file) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json(file));
    }

    /** Names of the JSON files in a folder, sorted. */
    static List<String> in(String folder) {
        try (Stream<Path> files = java.nio.file.Files.list(Path.of(folder))) {
            return files.map(Path::toString).filter(name -> name.endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }
}
