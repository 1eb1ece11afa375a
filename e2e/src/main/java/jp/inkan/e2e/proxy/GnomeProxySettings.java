package jp.inkan.e2e.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A GNOME desktop whose proxy settings name a PAC file, as far as programs see it that ask GIO. */
public final class GnomeProxySettings {
    private GnomeProxySettings() {}

    /**
     * @param configuration the person's XDG_CONFIG_HOME
     * @param ports of proxies on 127.0.0.1, in the order in which the PAC file names them for every server
     * @return variables for the desktop's programs
     */
    public static Map<String, String> automatic(Path configuration, List<Integer> ports) throws IOException {
        Path pac = Files.createDirectories(configuration).resolve("proxy.pac");
        String proxies = ports.stream().map(port -> "PROXY 127.0.0.1:" + port).collect(Collectors.joining("; "));
        Files.writeString(pac, "function FindProxyForURL(url, host) { return \"" + proxies + "\"; }\n");
        Path settings = Files.createDirectories(configuration.resolve("glib-2.0/settings"));
        Files.writeString(settings.resolve("keyfile"), """
                [system/proxy]
                mode='auto'
                autoconfig-url='%s'
                """.formatted(pac.toUri()));
        var environment = new HashMap<String, String>();
        environment.put("XDG_CONFIG_HOME", configuration.toString());
        environment.put("XDG_CURRENT_DESKTOP", "GNOME");
        environment.put("GSETTINGS_BACKEND", "keyfile");
        // GIO's other reader of settings would listen to these.
        Stream.of("http_proxy", "https_proxy", "all_proxy", "no_proxy").forEach(name -> environment.put(name, ""));
        return environment;
    }
}
