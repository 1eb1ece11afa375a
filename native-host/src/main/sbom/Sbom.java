import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;

/**
 * Completes the CycloneDX list of jars to one of all that ships: with the Java runtime, which is the JDK's that runs this and
 * jlink, and with the extension. Run from source when the host is packaged.
 */
class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param files the list of jars, the extension's manifest, where to write */
    public static void main(String[] files) throws IOException {
        ObjectNode bom = (ObjectNode) JSON.readTree(new File(files[0]));
        JsonNode extension = JSON.readTree(new File(files[1]));
        ((ObjectNode) bom.at("/metadata/component")).put("type", "application");
        bom.withArray("components")
                .add(component("platform", "java-runtime", "OpenJDK", Runtime.version().toString(),
                                "GPL-2.0-only WITH Classpath-exception-2.0")
                        .put("publisher", System.getProperty("java.vendor")))
                .add(component("application", "extension", "extension", extension.get("version").textValue(), "Apache-2.0")
                        .put("group", bom.at("/metadata/component/group").textValue()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(new File(files[2]), bom);
    }

    private static ObjectNode component(String type, String reference, String name, String version, String licence) {
        ObjectNode component = JSON.createObjectNode()
                .put("type", type).put("bom-ref", reference).put("name", name).put("version", version);
        component.withArray("licenses").addObject().put("expression", licence);
        return component;
    }
}
