package jp.inkan.host.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import jp.inkan.host.fuzz.Allocated;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Frames")
class FramesTest {
    private static InputStream stream(long length, byte[] body) {
        byte[] header = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt((int) length).array();
        return new SequenceInputStream(new ByteArrayInputStream(header), new ByteArrayInputStream(body));
    }

    @Test
    @DisplayName("come back as they were written, their length counted in bytes of UTF-8")
    void roundTrip() throws IOException {
        byte[] text = "{\"名\":\"印鑑\"}".getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        Frames.write(out, text);
        Frames.write(out, new byte[0]);
        assertThat(out.size()).isEqualTo(4 + text.length + 4);

        var in = new ByteArrayInputStream(out.toByteArray());
        assertThat(Frames.read(in)).hasValue(text);
        assertThat(Frames.read(in)).hasValue(new byte[0]);
        assertThat(Frames.read(in)).isEmpty();
    }

    @Test
    @DisplayName("of exactly 1 MiB are read, of one byte more refused without reading them")
    void limit() throws IOException {
        assertThat(Frames.read(stream(Frames.LIMIT, new byte[Frames.LIMIT])).orElseThrow()).hasSize(1024 * 1024);

        InputStream tooLarge = stream(Frames.LIMIT + 1L, new byte[Frames.LIMIT + 1]);
        assertThatThrownBy(() -> Frames.read(tooLarge)).isInstanceOf(Frames.TooLarge.class);
        assertThat(tooLarge.readAllBytes()).hasSize(Frames.LIMIT + 1);
    }

    @Test
    @DisplayName("with a length over 2 GiB are too large, not negative")
    void unsigned() {
        assertThatThrownBy(() -> Frames.read(stream(0xFFFF_FFFFL, new byte[8])))
                .isInstanceOf(Frames.TooLarge.class)
                .hasMessageContaining("4294967295");
    }

    @Test
    @DisplayName("that end in the middle are an error, not a message")
    void cutOff() {
        assertThatThrownBy(() -> Frames.read(stream(10, new byte[9]))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(new byte[3]))).isInstanceOf(EOFException.class);
    }

    @Test
    @DisplayName("take memory for what comes, not for what is announced")
    void announced() throws Exception {
        assertThat(Allocated.by(() -> assertThatThrownBy(() -> Frames.read(stream(Frames.LIMIT, new byte[9])))
                .isInstanceOf(EOFException.class))).isLessThan(100_000);
    }

    @Test
    @DisplayName("of our own over 1 MiB are not written")
    void ownLimit() {
        assertThatThrownBy(() -> Frames.write(new ByteArrayOutputStream(), new byte[Frames.LIMIT + 1]))
                .isInstanceOf(Frames.TooLarge.class);
    }
}
