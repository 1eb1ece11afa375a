import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes what wixl builds an MSI of: a component for each file of the laid-out folder, the browsers' registry keys, an entry in
 * the Start menu. In ASCII, as wixl takes nothing else; it finds the files below "folder", and "inkan.ico". Run from source when the Windows package is built.
 */
class Wxs {
    private final Path folder;
    private final String version;
    private final boolean forAll;
    private final List<String> components = new ArrayList<>();
    private int numbers;

    private Wxs(Path folder, String version, boolean forAll) {
        this.folder = folder;
        this.version = version;
        this.forAll = forAll;
    }

    /** @param arguments the laid-out folder, the version, "user" or "machine", where to write */
    public static void main(String[] arguments) throws IOException {
        var wxs = new Wxs(Path.of(arguments[0]), arguments[1], arguments[2].equals("machine"));
        Files.writeString(Path.of(arguments[3]), wxs.product());
    }

    private String product() throws IOException {
        String root = forAll ? "HKLM" : "HKCU";
        String files = files(folder);
        components.add("Registration");
        components.add("Menu");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
                <Product Id="%s" UpgradeCode="%s" Name="Inkan" Manufacturer="Inkan" Version="%s" Language="1041" Codepage="932">
                <Package InstallerVersion="500" Compressed="yes" InstallScope="%s" SummaryCodepage="932" Languages="1041"/>
                <MajorUpgrade DowngradeErrorMessage="(downgrade)"/>
                <Condition Message="(64 bits)">Installed OR VersionNT64</Condition>
                <Media Id="1" Cabinet="inkan.cab" EmbedCab="yes"/>
                <Icon Id="inkan.ico" SourceFile="inkan.ico"/>
                <Property Id="ARPPRODUCTICON" Value="inkan.ico"/>
                <Property Id="ARPNOMODIFY" Value="1"/>
                <Property Id="MSIRESTARTMANAGERCONTROL" Value="Disable"/>
                <Property Id="REBOOT" Value="ReallySuppress"/>
                <Directory Id="TARGETDIR" Name="SourceDir">
                <Directory Id="%s">%s
                <Directory Id="INKAN" Name="Inkan">
                <Directory Id="INSTALLDIR" Name="V|%s">
                %s</Directory>
                <Component Id="Registration" Guid="%s" Win64="yes">
                <RegistryKey Root="%s" Key="Software\\Google\\Chrome\\NativeMessagingHosts">
                <RegistryValue Key="jp.inkan.host" Type="string" Value="[INSTALLDIR]jp.inkan.host.json" KeyPath="yes"/></RegistryKey>
                <RegistryKey Root="%s" Key="Software\\Microsoft\\Edge\\NativeMessagingHosts">
                <RegistryValue Key="jp.inkan.host" Type="string" Value="[INSTALLDIR]jp.inkan.host.json"/></RegistryKey>
                <RemoveFolder Id="RemoveInkan" On="uninstall"/></Component>
                </Directory>%s</Directory>
                <Directory Id="ProgramMenuFolder">
                <Component Id="Menu" Guid="%s" Win64="yes">
                <Shortcut Id="List" Name="INKAN|Inkan" Target="[System64Folder]cmd.exe" Icon="inkan.ico"
                 Arguments="/k &quot;&quot;[INSTALLDIR]inkan.exe&quot; list&quot;"/>
                <RegistryValue Root="%s" Key="Software\\Inkan" Name="Menu" Type="integer" Value="1" KeyPath="yes"/></Component>
                </Directory></Directory>
                <Feature Id="Inkan" Level="1">%s</Feature>
                </Product></Wix>
                """.formatted(id("product", version), id("upgrade"), version,
                forAll ? "perMachine" : "perUser",
                forAll ? "ProgramFiles64Folder" : "LocalAppDataFolder", forAll ? "" : "<Directory Id=\"PROGRAMS\" Name=\"Programs\">",
                version, files, id("registration"), root, root, forAll ? "" : "</Directory>", id("menu"), root,
                String.join("", components.stream().map(component -> "<ComponentRef Id=\"" + component + "\"/>").toList()));
    }

    private String files(Path parent) throws IOException {
        var text = new StringBuilder();
        for (Path entry : sorted(parent)) {
            String number = Integer.toString(numbers++);
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                text.append("<Directory Id=\"D%s\" Name=\"D%s|%s\">\n%s</Directory>\n".formatted(number, number, name, files(entry)));
            } else {
                String path = folder.relativize(entry).toString();
                components.add("C" + number);
                // The same file in another version's folder is another component.
                text.append("<Component Id=\"C%s\" Guid=\"%s\" Win64=\"yes\"><File Id=\"F%s\" Name=\"F%s|%s\" Source=\"folder/%s\" KeyPath=\"yes\"/></Component>\n"
                        .formatted(number, id("file", version, path), number, number, name, path));
            }
        }
        return text.toString();
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** The same for the same words, for ever: Windows knows products and components by it. */
    private String id(String... words) {
        String name = "jp.inkan/" + (forAll ? "machine/" : "user/") + String.join("/", words);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().toUpperCase();
    }
}
