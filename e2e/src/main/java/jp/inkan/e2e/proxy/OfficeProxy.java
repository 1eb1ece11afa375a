package jp.inkan.e2e.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.inkan.e2e.bank.PracticeBank;

/** What makes a PC's host go through a proxy to the practice bank: the environment, and a practice configuration that allows it. */
public final class OfficeProxy {
    private OfficeProxy() {}

    /**
     * @param folder for the configuration
     * @param environment of a PC without a proxy
     * @param proxy its URL
     */
    public static Map<String, String> environment(PracticeBank bank, Path folder, Map<String, String> environment, String proxy)
            throws IOException {
        var json = new ObjectMapper();
        var configuration = (ObjectNode) json.readTree(bank.hostConfiguration().toFile());
        Path file = folder.resolve("through-proxy.json");
        json.writeValue(file.toFile(), configuration.put("throughProxy", true));
        var office = new HashMap<>(environment);
        for (String name : List.of("all_proxy", "no_proxy")) {
            office.put(name, "");
            office.put(name.toUpperCase(), "");
        }
        office.put("https_proxy", proxy);
        office.put("HTTPS_PROXY", proxy);
        office.put("INKAN_CONFIG", file.toString());
        return office;
    }
}
