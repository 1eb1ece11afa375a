package jp.inkan.host.store.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.StructLayout;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What store.windows writes down of Windows' headers, against what {@code headers.c} prints of them: {@code -Dinkan.headers=FILE}. */
@DisplayName("The headers of Windows")
public class HeadersOnWindows {
    private static final Map<String, Integer> HEADERS = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        for (String line : Files.readAllLines(Path.of(System.getProperty("inkan.headers")))) {
            String[] words = line.split(" ");
            HEADERS.put(words[0], Integer.parseUnsignedInt(words[1]));
        }
    }

    @Test
    @DisplayName("give every structure its size, and every field its place")
    void layouts() throws Exception {
        for (Field field : Layouts.class.getDeclaredFields()) {
            if (field.get(null) instanceof StructLayout structure) {
                String name = structure.name().orElseThrow();
                assertThat(name).isEqualTo(field.getName());
                assertThat(HEADERS).containsEntry(name, (int) structure.byteSize());
                structure.memberLayouts().forEach(member -> member.name().ifPresent(each ->
                        assertThat(HEADERS).containsEntry(name + "." + each, (int) Layouts.offset(structure, each))));
            }
        }
        assertThat(HEADERS.keySet()).filteredOn(name -> name.contains(".")).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("give every constant its number")
    void constants() throws Exception {
        for (Field field : Constants.class.getDeclaredFields()) {
            assertThat(HEADERS).containsEntry(field.getName(), field.getInt(null));
        }
    }

    @Test
    @DisplayName("give every error its number, but for the four of the TPM's that mingw-w64 doesn't know")
    void errors() {
        var known = Arrays.stream(WindowsError.values()).filter(error -> !error.name().startsWith("TPM_")).toList();
        assertThat(known).hasSize(WindowsError.values().length - 4)
                .allSatisfy(error -> assertThat(HEADERS).containsEntry(error.name(), error.code()));
    }
}
