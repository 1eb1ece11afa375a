package jp.inkan.host.messaging;

import static jp.inkan.host.fuzz.Property.holds;
import static jp.inkan.host.fuzz.Property.quotesNothing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Any stream is frames, then its end or a refusal; and the frames are the stream's bytes. */
public final class FramesFuzz {
    private static final Pattern WORDS = Pattern.compile("A frame of [0-9]{1,10} bytes|The stream ended inside a frame('s length)?");

    private FramesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        var in = new ByteArrayInputStream(input);
        var again = new ByteArrayOutputStream();
        try {
            for (Optional<byte[]> frame = Frames.read(in); frame.isPresent(); frame = Frames.read(in)) {
                holds(frame.get().length <= Frames.LIMIT, "no frame is over the limit");
                Frames.write(again, frame.get());
            }
        } catch (Frames.TooLarge | EOFException e) {
            quotesNothing(e, WORDS);
        }
        holds(Arrays.equals(again.toByteArray(), Arrays.copyOf(input, again.size())), "frames are what the stream holds");
    }
}
