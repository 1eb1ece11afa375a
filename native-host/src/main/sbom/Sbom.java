import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Completes the CycloneDX list of jars to one of all that ships: with the Java runtime, which is the JDK's that runs this and
 * jlink if no other is named, and with the extension. Run from source when the host is packaged.
 */
class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param files the list of jars, the extension's manifest, where to write; for another Java runtime its file "release" */
    public static void main(String[] files) throws IOException {
        ObjectNode bom = (ObjectNode) JSON.readTree(new File(files[0]));
        JsonNode extension = JSON.readTree(new File(files[1]));
        ((ObjectNode) bom.at("/metadata/component")).put("type", "application");
        bom.withArray("components")
                .add(files.length > 3 ? runtime(release(files[3])) : thisRuntime())
                .add(component("application", "extension", "extension", extension.get("version").textValue(), "Apache-2.0")
                        .put("group", bom.at("/metadata/component/group").textValue()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(new File(files[2]), bom);
    }

    private static ObjectNode thisRuntime() {
        return runtime(Runtime.version().toString()).put("publisher", System.getProperty("java.vendor"));
    }

    private static ObjectNode runtime(String version) {
        return component("platform", "java-runtime", "OpenJDK", version, "GPL-2.0-only WITH Classpath-exception-2.0");
    }

    private static String release(String file) throws IOException {
        var release = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file))) {
            release.load(in);
        }
        return release.getProperty("JAVA_VERSION").replace("\"", "");
    }

    private static ObjectNode component(String type, String reference, String name, String version, String licence) {
        ObjectNode component = JSON.createObjectNode()
                .put("type", type).put("bom-ref", reference).put("name", name).put("version", version);
        component.withArray("licenses").addObject().put("expression", licence);
        return component;
    }
}
