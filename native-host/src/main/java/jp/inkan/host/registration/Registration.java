package jp.inkan.host.registration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a browser finds the host: by a manifest in a folder, on Windows by a key of the user's registry that names the manifest.
 *
 * @param folder      of the manifest
 * @param registryKey below HKEY_CURRENT_USER
 */
public record Registration(Path folder, Optional<String> registryKey) {
    /** @param launcher absolute path of the program that the browser starts
     * @return the manifest */
    public Path write(Path launcher, ExtensionIds ids) throws IOException {
        Path manifest = HostManifest.write(folder, launcher, ids);
        if (registryKey.isPresent()) {
            WindowsRegistry.set(registryKey.get(), manifest.toString());
        }
        return manifest;
    }

    /** @return whether there was one */
    public boolean remove() throws IOException {
        // The key first: one that names no manifest would be an error to the browser.
        boolean known = registryKey.isPresent() && WindowsRegistry.delete(registryKey.get());
        return HostManifest.remove(folder) || known;
    }
}
