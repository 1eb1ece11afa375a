package jp.inkan.host.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import jp.inkan.host.registration.WindowsRegistry.Root;

/**
 * How a browser finds the host: by a manifest in a folder, on Windows by a key of the user's registry that names the manifest.
 *
 * @param folder      of the manifest
 * @param registryKey below HKEY_CURRENT_USER
 */
public record Registration(Path folder, Optional<String> registryKey) {
    /** @param launcher absolute path of the program that the browser starts
     * @return the manifest
     * @throws IOException also where Windows' registry names another manifest, that of an installed host: it stays */
    public Path write(Path launcher, ExtensionIds ids) throws IOException {
        if (registryKey.isPresent()) {
            refuseBesideAnother(registryKey.get());
        }
        Path manifest = HostManifest.write(folder, launcher, ids);
        if (registryKey.isPresent()) {
            WindowsRegistry.set(registryKey.get(), manifest.toString());
        }
        return manifest;
    }

    private void refuseBesideAnother(String key) throws IOException {
        for (Root root : Root.values()) {
            Optional<String> known = WindowsRegistry.value(root, key);
            if (known.isPresent() && !isOurs(known.get()) && isThere(known.get())) {
                throw new IOException("The browser knows an installed host by now, which stays: " + known.get());
            }
        }
    }

    /** @return whether there was one */
    public boolean remove() throws IOException {
        // The key first: one that names no manifest would be an error to the browser.
        boolean known = registryKey.isPresent() && WindowsRegistry.value(Root.CURRENT_USER, registryKey.get()).filter(this::isOurs).isPresent();
        if (known) {
            WindowsRegistry.delete(registryKey.get());
        }
        return HostManifest.remove(folder) || known;
    }

    private boolean isOurs(String manifest) {
        return manifest.equalsIgnoreCase(HostManifest.in(folder).toString());
    }

    private static boolean isThere(String manifest) {
        try {
            return Files.exists(Path.of(manifest));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
